package io.djdbc.conformance.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
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

    /** Some drivers know no statement here; a statement that they know has our connection. */
    static void leadsBack(ResultSet rows, Connection connection) throws SQLException {
        Statement statement = rows.getStatement();
        if (statement != null) {
            assertThat(statement.getConnection()).isSameAs(connection);
            assertThat(statement).isSameAs(rows.getStatement());
        }
    }
}
