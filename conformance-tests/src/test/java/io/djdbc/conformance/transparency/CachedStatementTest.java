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
            rows.close();
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                assertThat(answer.getInt(1)).isEqualTo(42);
                assertThat(answer.getStatement()).isSameAs(statement);
            }
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
