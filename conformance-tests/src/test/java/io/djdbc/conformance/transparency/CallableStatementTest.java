package io.djdbc.conformance.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Callable statements lead back to the application's connection. */
@DisplayName("callable statements")
@EachDatabase({"h2", "postgresql", "mariadb", "mysql"})
class CallableStatementTest extends DatabaseKit {

    CallableStatementTest(TestDatabase database) {
        super(database);
    }

    @Test
    void callableStatementsLeadBack() throws SQLException {
        try (SampleRows sample = new SampleRows(database);
                Connection connection = database.openDjdbc()) {
            String call = sample.flavour().call();
            try (CallableStatement statement = connection.prepareCall(call)) {
                assertThat(statement.getConnection()).isSameAs(connection);
            }
        }
    }
}
