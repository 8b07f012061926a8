package io.djdbc.conformance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A proxy that pools transactions gives each one another session: nothing may stay behind on the server. */
@DisplayName("DISABLE_SERVER_SIDE_CURSORS")
@EachDatabase("postgresql")
class TransactionPoolingTest {

    private final TestDatabase database;

    TransactionPoolingTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void leavesNoPreparedStatementOnTheServer() throws SQLException {
        assertThat(preparedAfterManyExecutions()).as("without the setting").isPositive();
        assertThat(preparedAfterManyExecutions("DISABLE_SERVER_SIDE_CURSORS=true"))
                .isZero();
    }

    @Test
    void aNamedThresholdStays() throws SQLException {
        assertThat(preparedAfterManyExecutions("DISABLE_SERVER_SIDE_CURSORS=true", "prepareThreshold=2"))
                .isPositive();
    }

    private int preparedAfterManyExecutions(String... parameters) throws SQLException {
        try (Connection session = database.openDjdbc(parameters)) {
            try (PreparedStatement statement = session.prepareStatement("SELECT 1 WHERE 1 = ?")) {
                for (int i = 0; i < 10; i++) {
                    statement.setInt(1, i);
                    try (ResultSet rows = statement.executeQuery()) {
                        rows.next();
                    }
                }
                return Integer.parseInt(Ask.one(session, "SELECT count(*) FROM pg_prepared_statements"));
            }
        }
    }
}
