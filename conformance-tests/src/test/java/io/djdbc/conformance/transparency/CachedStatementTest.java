package io.djdbc.conformance.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mysql.cj.jdbc.JdbcPreparedStatement;
import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Connector/J, asked to cache server-side prepared statements, gives out the very object that was closed before. Where
 * djdbc keeps the connection, that object may be the next request's.
 */
@DisplayName("cached statements")
@EachDatabase({"mysql"})
class CachedStatementTest extends DatabaseKit {

    private static final String[] CACHING = {"CONN_MAX_AGE=60", "useServerPrepStmts=true", "cachePrepStmts=true"};

    CachedStatementTest(TestDatabase database) {
        super(database);
    }

    @ParameterizedTest(name = "closed by its connection: {0}")
    @ValueSource(booleans = {true, false})
    void aClosedStatementDoesNotTouchTheOneThatTookItsPlace(boolean byConnection) throws SQLException {
        Connection connection = database.openDjdbc(CACHING);
        PreparedStatement closed = connection.prepareStatement("SELECT ?");
        closed.setInt(1, 1);
        ResultSet rows = closed.executeQuery();
        Object vendors = closed.unwrap(JdbcPreparedStatement.class);
        if (!byConnection) {
            closed.close();
        }
        connection.close();
        try (Connection next = database.openDjdbc(CACHING);
                PreparedStatement statement = next.prepareStatement("SELECT ?")) {
            assertThat((Object) statement.unwrap(JdbcPreparedStatement.class))
                    .as("Connector/J has cached it")
                    .isSameAs(vendors);
            statement.setInt(1, 42);
            assertThat(closed.isClosed()).isTrue();
            closed.close();
            refuses(() -> closed.setInt(1, 666));
            refuses(closed::clearParameters);
            refuses(closed::addBatch);
            refuses(() -> closed.setMaxRows(1));
            refuses(closed::getConnection);
            refuses(closed::executeQuery);
            refuses(() -> closed.setFetchSize(10));
            refuses(() -> ((JdbcPreparedStatement) closed).getBytesRepresentation(1));
            assertThat(closed.toString()).contains("closed");
            assertThat(closed).isNotEqualTo(statement);
            assertThat(rows.isClosed()).isTrue();
            refuses(rows::next);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                assertThat(answer.getInt(1)).isEqualTo(42);
                assertThat(answer.getStatement()).isSameAs(statement);
            }
        }
    }

    /** Rows that are still on their way would stand in the way of all that the next one asks. */
    @Test
    void rowsOfAClosedStatementDoNotBlockTheNext() throws SQLException {
        Connection connection = database.openDjdbc(CACHING);
        PreparedStatement streaming = connection.prepareStatement("SELECT 1 UNION SELECT 2 UNION SELECT 3");
        streaming.setFetchSize(Integer.MIN_VALUE); // one by one, as Connector/J has it
        ResultSet rows = streaming.executeQuery();
        assertThat(rows.next()).isTrue();
        connection.close();
        try (Connection next = database.openDjdbc(CACHING);
                PreparedStatement statement = next.prepareStatement("SELECT 4");
                ResultSet answer = statement.executeQuery()) {
            assertThat(answer.next()).isTrue();
            assertThat(answer.getInt(1)).isEqualTo(4);
            refuses(rows::next);
        }
    }

    private static void refuses(Use use) {
        assertThatThrownBy(use::apply).isInstanceOf(SQLException.class);
    }

    @FunctionalInterface
    private interface Use {
        void apply() throws SQLException;
    }
}
