package io.djdbc.conformance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** What only PostgreSQL, or pgjdbc, can leave behind in a kept session. */
@DisplayName("kept sessions of PostgreSQL")
@EachDatabase({"postgresql"})
class KeptPostgresqlTest extends DatabaseKit {

    KeptPostgresqlTest(TestDatabase database) {
        super(database);
    }

    /** A schema is set by SQL, which begins a transaction: putting it back must neither be lost nor leave one open. */
    @ParameterizedTest(name = "{0}, schema of the pool: {1}")
    @CsvSource({"TIME_ZONE=UTC,", "CONN_MAX_AGE=600,", "TIME_ZONE=UTC,public", "CONN_MAX_AGE=600,public"})
    void aSchemaIsPutBackUnderAPoolWithoutAutoCommit(String parameter, String poolsSchema) throws Exception {
        try (OwnDriver driver = new OwnDriver();
                HikariDataSource pool = HikariAboveTest.pool(
                        driver,
                        database,
                        true,
                        1,
                        config -> {
                            config.setAutoCommit(false);
                            config.setSchema(poolsSchema);
                        },
                        parameter)) {
            long session;
            try (Connection connection = pool.getConnection()) {
                session = database.sessions().idOf(connection);
                connection.commit();
            }
            try (Connection connection = pool.getConnection()) {
                connection.setSchema("pg_catalog");
                connection.commit();
                assertThat(ask(connection, "SHOW search_path")).isEqualTo("pg_catalog");
                assertThat(database.sessions().idOf(connection)).isEqualTo(session);
                connection.commit();
            }
            assertThat(stateOf(session)).isEqualTo("idle");
            try (Connection connection = pool.getConnection()) {
                assertThat(database.sessions().idOf(connection)).isEqualTo(session);
                assertThat(connection.getSchema()).isEqualTo("public");
                connection.rollback();
                assertThat(connection.getSchema())
                        .as("and a rollback does not undo that")
                        .isEqualTo("public");
                connection.rollback();
            }
        }
    }

    /** DISCARD ALL puts variables back to their server's defaults, also those that pgjdbc had set at the login. */
    @Test
    void afterAFullResetIsWhatTheUrlSays() throws SQLException {
        String[] parameters = {
            "CONN_MAX_AGE=60", "SESSION_RESET=full", "readOnly=true", "readOnlyMode=always", "ApplicationName=kept"
        };
        try (OwnDriver driver = new OwnDriver()) {
            long first = 0;
            for (int request = 0; request < 3; request++) {
                try (Connection connection = driver.connect(database, parameters)) {
                    long session = database.sessions().idOf(connection);
                    first = request == 0 ? session : first;
                    assertThat(session).as("the kept one").isEqualTo(first);
                    assertThat(connection.isReadOnly()).isTrue();
                    assertThat(ask(connection, "SHOW transaction_read_only")).isEqualTo("on");
                    assertThat(ask(connection, "SHOW application_name")).isEqualTo("kept");
                    assertThat(ask(connection, "SHOW work_mem")).isNotEqualTo("1234kB");
                    ask(connection, "SELECT set_config('work_mem', '1234kB', false)");
                }
            }
        }
    }

    /** pgjdbc's own API works past all wrappers; the server's state of the transaction tells. */
    @ParameterizedTest
    @ValueSource(strings = {"CONN_MAX_AGE=60", "POOL=true"})
    void workOfTheVendorsApiIsRolledBack(String keeping) throws SQLException, IOException {
        try (Connection owner = database.open()) {
            ask(owner, "SELECT 1");
            run(owner, "DROP TABLE IF EXISTS copied", "CREATE TABLE copied (id integer)");
            try (OwnDriver driver = new OwnDriver()) {
                long session;
                try (Connection connection = driver.connect(database, keeping, "AUTOCOMMIT=false")) {
                    CopyManager copy = ((PGConnection) connection).getCopyAPI();
                    session = database.sessions().idOf(connection);
                    connection.commit();
                    assertThat(copy.copyIn("COPY copied FROM STDIN", new StringReader("7\n8\n")))
                            .isEqualTo(2);
                }
                assertThat(stateOf(session)).isEqualTo("idle");
                try (Connection next = driver.connect(database, keeping, "AUTOCOMMIT=false")) {
                    assertThat(ask(next, "SELECT count(*) FROM copied")).isEqualTo("0");
                    next.commit();
                }
            } finally {
                run(owner, "DROP TABLE copied");
            }
        }
    }

    private String stateOf(long session) throws SQLException {
        try (Connection other = database.open()) {
            return ask(other, "SELECT state FROM pg_stat_activity WHERE pid = " + session);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void run(Connection connection, String... sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }
}
