package io.djdbc.conformance.databases;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EachDatabase({"postgresql", "mariadb", "mysql"})
@DisplayName("sessions as the server counts them")
class ServerSessionsTest {

    private final TestDatabase database;
    private final ServerSessions sessions;

    ServerSessionsTest(TestDatabase database) {
        this.database = database;
        this.sessions = database.sessions();
    }

    @Test
    void showWhatIsOpen() throws SQLException {
        Set<Long> before = sessions.open();
        try (Connection connection = database.open()) {
            long id = sessions.idOf(connection);
            assertThat(before).doesNotContain(id);
            assertThat(sessions.open()).contains(id);
            sessions.kill(id);
            assertThat(connection.isValid(5)).isFalse();
        }
    }
}
