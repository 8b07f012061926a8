package io.djdbc.conformance.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** From wherever one asks for the connection, the very object that the application got is the answer. */
@DisplayName("parent links")
@EachDatabase({"sqlite", "h2", "postgresql", "mariadb", "mysql"})
class ParentLinksTest extends DatabaseKit {

    ParentLinksTest(TestDatabase database) {
        super(database);
    }

    @Test
    void statementsAndRowsLeadBack() throws SQLException {
        try (SampleRows sample = new SampleRows(database);
                Connection connection = database.openDjdbc()) {
            Statement statement = connection.createStatement();
            assertThat(statement.getConnection()).isSameAs(connection);
            ResultSet rows = statement.executeQuery("SELECT id FROM tk_sample");
            assertThat(rows.getStatement()).isSameAs(statement);
            assertThat(statement.execute("SELECT id FROM tk_sample")).isTrue();
            assertThat(statement.getResultSet().getStatement()).isSameAs(statement);

            PreparedStatement prepared = connection.prepareStatement("SELECT id FROM tk_sample");
            assertThat(prepared.getConnection()).isSameAs(connection);
            assertThat(prepared.executeQuery().getStatement()).isSameAs(prepared);
            assertThat(sample.flavour().columns()).isNotEmpty();
        }
    }

    @Test
    void metadataAndItsRowsLeadBack() throws SQLException {
        try (Connection connection = database.openDjdbc()) {
            DatabaseMetaData metaData = connection.getMetaData();
            assertThat(metaData.getConnection()).isSameAs(connection);
            try (ResultSet rows = metaData.getTables(null, null, "tk_none", null)) {
                leadsBack(rows, connection);
            }
            try (ResultSet rows = metaData.getTypeInfo()) {
                leadsBack(rows, connection);
            }
        }
    }

    @Test
    void generatedKeysLeadBack() throws SQLException {
        try (SampleRows sample = new SampleRows(database);
                Connection connection = database.openDjdbc();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO tk_keyed (name) VALUES ('a')", Statement.RETURN_GENERATED_KEYS)) {
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                leadsBack(keys, connection);
                assertThat(keys.next()).isTrue();
                assertThat(keys.getInt(1)).isPositive();
            }
            assertThat(sample.flavour().identity()).isNotEmpty();
        }
    }

    @Test
    void callableStatementsLeadBack() throws SQLException {
        try (SampleRows sample = new SampleRows(database);
                Connection connection = database.openDjdbc()) {
            String call = sample.flavour().call();
            if (call == null) {
                return; // SQLite has no routines
            }
            try (CallableStatement statement = connection.prepareCall(call)) {
                assertThat(statement.getConnection()).isSameAs(connection);
            }
        }
    }

    @Test
    void arraysRowsLeadBack() throws SQLException {
        if (!database.is("postgresql", "h2")) {
            return; // the others have no arrays
        }
        try (SampleRows sample = new SampleRows(database);
                Connection connection = database.openDjdbc();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT c_array FROM tk_sample WHERE id = 1")) {
            rows.next();
            Array array = rows.getArray(1);
            try (ResultSet elements = array.getResultSet()) {
                leadsBack(elements, connection);
                assertThat(elements.next()).isTrue();
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO tk_scratch (id, c_array) VALUES (?, ?)")) {
                insert.setInt(1, 1);
                insert.setArray(2, array);
                insert.executeUpdate();
                insert.setInt(1, 2);
                insert.setObject(2, connection.createArrayOf("integer", new Object[] {7, 8}));
                insert.executeUpdate();
            }
            try (ResultSet stored = statement.executeQuery("SELECT c_array FROM tk_scratch ORDER BY id")) {
                stored.next();
                assertThat((Object[]) stored.getArray(1).getArray()).containsExactly(1, 2, 3);
                stored.next();
                assertThat((Object[]) stored.getArray(1).getArray()).containsExactly(7, 8);
            }
            assertThat(sample.flavour().name()).isEqualTo(database.name());
        }
    }

    /** Some drivers know no statement here; a statement that they know has our connection. */
    private static void leadsBack(ResultSet rows, Connection connection) throws SQLException {
        Statement statement = rows.getStatement();
        if (statement != null) {
            assertThat(statement.getConnection()).isSameAs(connection);
            assertThat(statement).isSameAs(rows.getStatement());
        }
    }
}
