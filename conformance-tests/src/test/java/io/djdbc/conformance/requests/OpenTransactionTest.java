package io.djdbc.conformance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A transaction that a request left open, however it was begun, is neither committed by the next one nor seen by it. */
@DisplayName("transactions left open")
@EachDatabase({"sqlite", "h2", "postgresql", "mariadb", "mysql"})
class OpenTransactionTest extends DatabaseKit {

    OpenTransactionTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void createTable() throws SQLException {
        try (Connection connection = database.open()) {
            run(connection, "DROP TABLE IF EXISTS left_open", "CREATE TABLE left_open (id INTEGER PRIMARY KEY)");
        }
    }

    @AfterEach
    void dropTable() throws SQLException {
        try (Connection connection = database.open()) {
            run(connection, "DROP TABLE left_open");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONN_MAX_AGE=60", "POOL=true"})
    void begunBySql(String keeping) throws SQLException {
        try (OwnDriver driver = new OwnDriver()) {
            try (Connection connection = driver.connect(database, keeping)) {
                run(connection, database.is("mysql", "mariadb") ? "START TRANSACTION" : "BEGIN", insert(1));
            }
            assertThat(committed()).isZero();
            try (Connection next = driver.connect(database, keeping)) {
                assertThat(rows(next)).isZero();
                run(next, insert(2));
                assertThat(committed()).as("the next one commits by itself").isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONN_MAX_AGE=60", "POOL=true"})
    void begunByAutoCommitOff(String keeping) throws SQLException {
        try (OwnDriver driver = new OwnDriver()) {
            try (Connection connection = driver.connect(database, keeping, "AUTOCOMMIT=false")) {
                run(connection, insert(1));
                connection.commit();
                run(connection, insert(2));
            }
            assertThat(committed()).isEqualTo(1);
            try (Connection next = driver.connect(database, keeping, "AUTOCOMMIT=false")) {
                assertThat(rows(next)).isEqualTo(1);
                run(next, insert(3));
                next.commit();
            }
            assertThat(committed()).isEqualTo(2);
        }
    }

    /** What works on the database without a statement that the application runs: metadata, and rows inserted by cursor. */
    @ParameterizedTest
    @ValueSource(strings = {"CONN_MAX_AGE=60", "POOL=true"})
    void begunWithoutAStatement(String keeping) throws SQLException {
        try (OwnDriver driver = new OwnDriver()) {
            try (Connection connection = driver.connect(database, keeping, "AUTOCOMMIT=false");
                    Statement statement = updatable(connection);
                    ResultSet rows = statement.executeQuery("SELECT id FROM left_open")) {
                connection.commit();
                try (ResultSet tables = connection.getMetaData().getTables(null, null, "left_open", null)) {
                    tables.next();
                }
                connection.commit();
                if (!database.is("sqlite")) { // whose result sets cannot be updated
                    rows.moveToInsertRow();
                    rows.updateInt(1, 1);
                    rows.insertRow();
                }
            }
            assertThat(committed()).isZero();
            try (Connection next = driver.connect(database, keeping, "AUTOCOMMIT=false")) {
                assertThat(rows(next)).isZero();
                run(next, insert(1)); // waits, or fails, if another still holds the row
                next.commit();
            }
            assertThat(committed()).isEqualTo(1);
        }
    }

    private Statement updatable(Connection connection) throws SQLException {
        return database.is("sqlite")
                ? connection.createStatement()
                : connection.createStatement(
                        ResultSet.TYPE_SCROLL_INSENSITIVE,
                        ResultSet.CONCUR_UPDATABLE,
                        ResultSet.HOLD_CURSORS_OVER_COMMIT);
    }

    /** What another session sees. */
    private int committed() throws SQLException {
        try (Connection other = database.open()) {
            return rows(other);
        }
    }

    private static int rows(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM left_open")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String insert(int id) {
        return "INSERT INTO left_open (id) VALUES (" + id + ")";
    }

    private static void run(Connection connection, String... sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }
}
