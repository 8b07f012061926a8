package io.djdbc.conformance.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closing, as the specification has it, whether or not the physical connection is kept. */
@DisplayName("close")
@EachDatabase({"sqlite", "h2", "postgresql", "mariadb", "mysql"})
class CloseTest extends DatabaseKit {

    CloseTest(TestDatabase database) {
        super(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONN_MAX_AGE=0", "CONN_MAX_AGE=60"})
    void isIdempotentAndFinal(String age) throws SQLException {
        Connection connection = database.openDjdbc(age);
        assertThat(connection.isClosed()).isFalse();
        connection.close();
        assertThat(connection.isClosed()).isTrue();
        connection.close();
        assertThat(connection.isClosed()).isTrue();
        assertThat(connection.isValid(1)).isFalse();
        refuses(connection::createStatement);
        refuses(() -> connection.prepareStatement("SELECT 1"));
        refuses(connection::getMetaData);
        refuses(connection::commit);
        refuses(() -> connection.setAutoCommit(true));
        refuses(connection::getCatalog);
        refuses(() -> connection.nativeSQL("SELECT 1"));
    }

    /** The next request may have the physical connection: nothing of the last one may reach it. */
    @ParameterizedTest
    @ValueSource(strings = {"CONN_MAX_AGE=0", "CONN_MAX_AGE=60"})
    void closesWhatWasOpenedOnIt(String age) throws SQLException {
        Connection connection = database.openDjdbc(age);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT 1");
        PreparedStatement prepared = connection.prepareStatement("SELECT 2");
        ResultSet preparedRows = prepared.executeQuery();
        ResultSet tables = connection.getMetaData().getTables(null, null, "tk_none", null);
        connection.close();
        refuses(() -> statement.executeQuery("SELECT 1"));
        refuses(prepared::executeQuery);
        if (age.equals("CONN_MAX_AGE=60")) { // with 0 the vendor closes them with the physical connection, or not
            assertThat(statement.isClosed()).isTrue();
            assertThat(prepared.isClosed()).isTrue();
            assertThat(rows.isClosed()).isTrue();
            assertThat(preparedRows.isClosed()).isTrue();
            assertThat(tables.isClosed()).isTrue();
        }
        statement.close();
        prepared.close();
        rows.close();
    }

    /** The physical connection is the next request's by now: what the last one still holds must not work on it. */
    @Test
    void nothingOfAClosedConnectionWorksOnWhileTheNextOneUsesTheSession() throws SQLException {
        Connection connection = database.openDjdbc("CONN_MAX_AGE=62"); // an age of no other test
        DatabaseMetaData metaData = connection.getMetaData();
        Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement("SELECT 1");
        prepared.executeQuery().close();
        connection.close();
        try (Connection next = database.openDjdbc("CONN_MAX_AGE=62");
                PreparedStatement same = next.prepareStatement("SELECT 1")) {
            refuses(() -> metaData.getTables(null, null, "tk_none", null));
            refuses(metaData::getCatalogs);
            refuses(() -> statement.executeQuery("SELECT 1"));
            refuses(() -> statement.executeUpdate("DELETE FROM tk_none"));
            refuses(prepared::executeQuery);
            refuses(prepared::execute);
            statement.close();
            prepared.close();
            try (ResultSet rows = same.executeQuery()) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getStatement().getConnection()).isSameAs(next);
            }
        }
    }

    /** What one request sets, the next on the same physical connection does not see. */
    @ParameterizedTest
    @ValueSource(strings = {"CONN_MAX_AGE=0", "CONN_MAX_AGE=60"})
    void leavesNoStateToTheNext(String age) throws SQLException {
        int isolation;
        int holdability;
        boolean readOnly;
        String schema;
        try (Connection first = database.openDjdbc(age)) {
            isolation = first.getTransactionIsolation();
            holdability = first.getHoldability();
            readOnly = first.isReadOnly();
            schema = first.getSchema();
            unlessRefused(() -> first.setTransactionIsolation(Connection.TRANSACTION_READ_UNCOMMITTED));
            unlessRefused(() -> first.setReadOnly(!first.isReadOnly()));
            unlessRefused(() -> first.setHoldability(3 - first.getHoldability())); // the other of the two
            unlessRefused(() -> first.setSchema(database.is("h2") ? "INFORMATION_SCHEMA" : "pg_catalog"));
        }
        try (Connection next = database.openDjdbc(age)) {
            assertThat(next.getAutoCommit()).isTrue();
            assertThat(next.isReadOnly()).isEqualTo(readOnly);
            assertThat(next.getTransactionIsolation()).isEqualTo(isolation);
            assertThat(next.getHoldability()).isEqualTo(holdability);
            assertThat(next.getSchema()).isEqualTo(schema);
            assertThat((Object) next.getWarnings()).isNull();
        }
    }

    /** An open transaction ends with the request that began it. */
    @ParameterizedTest
    @ValueSource(strings = {"CONN_MAX_AGE=0", "CONN_MAX_AGE=60"})
    void endsAnOpenTransaction(String age) throws SQLException {
        try (SampleRows sample = new SampleRows(database)) {
            Connection connection = database.openDjdbc(age);
            connection.setAutoCommit(false);
            Side.run(connection, "INSERT INTO tk_keyed (id, name) VALUES (1, 'open')");
            try {
                connection.close();
            } catch (SQLException e) {
                connection.rollback(); // a vendor may refuse to close inside a transaction
                connection.close();
            }
            try (Connection next = database.openDjdbc(age);
                    Statement statement = next.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM tk_keyed")) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
            assertThat(sample.flavour().name()).isEqualTo(database.name());
        }
    }

    /** What a vendor does not support it does not leave behind either. */
    private static void unlessRefused(Use use) {
        try {
            use.apply();
        } catch (SQLException e) {
            return;
        }
    }

    private static void refuses(Use use) {
        assertThatThrownBy(use::apply)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08003"));
    }

    @FunctionalInterface
    private interface Use {
        void apply() throws SQLException;
    }
}
