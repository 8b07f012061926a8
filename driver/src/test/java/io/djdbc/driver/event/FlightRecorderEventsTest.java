package io.djdbc.driver.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;

/** What a recording of Java Flight Recorder shows of connections to H2. */
class FlightRecorderEventsTest {

    @Test
    void aRequestOpensInitialisesAndCloses() throws SQLException, IOException {
        long before = System.nanoTime();
        List<RecordedEvent> events;
        try (EventRecording recording = new EventRecording()) {
            DriverManager.getConnection("jdbc:djdbc:h2:mem:eventsplain").close();
            events = recording.stop("eventsplain");
        }
        long elapsed = System.nanoTime() - before;

        assertThat(names(events)).containsExactly("ConnectionOpened", "SessionInitialised", "ConnectionClosed");
        assertThat(events)
                .allSatisfy(event -> assertThat(event.getString("url")).isEqualTo("jdbc:djdbc:h2:mem:eventsplain"));
        assertThat(nanos(events.get(0), "connectTime")).isBetween(1L, elapsed);
        assertThat(nanos(events.get(1), "initialisationTime")).isBetween(1L, elapsed);
        assertThat(events.get(2).getString("reason")).isEqualTo("END_OF_REQUEST");
        assertThat(nanos(events.get(2), "age"))
                .isBetween(nanos(events.get(0), "connectTime") + nanos(events.get(1), "initialisationTime"), elapsed);
    }

    @Test
    void aKeptConnectionIsReusedAndCheckedOnceARequest() throws SQLException, IOException {
        String url = "jdbc:djdbc:h2:mem:eventskept;CONN_MAX_AGE=60;CONN_HEALTH_CHECKS=true";
        List<RecordedEvent> events;
        try (EventRecording recording = new EventRecording()) {
            DriverManager.getConnection(url).close();
            try (Connection connection = DriverManager.getConnection(url)) {
                execute(connection, "SELECT 1");
                execute(connection, "SELECT 1");
            }
            events = recording.stop("eventskept");
        }

        assertThat(names(events))
                .containsExactly("ConnectionOpened", "SessionInitialised", "ConnectionReused", "HealthCheck");
        assertThat(events.get(3).getBoolean("usable")).isTrue();
    }

    @Test
    void aDeadConnectionFailsItsCheckAndIsReplaced() throws SQLException, IOException {
        String url = "jdbc:djdbc:h2:mem:eventsdead;CONN_MAX_AGE=60;CONN_HEALTH_CHECKS=true";
        List<RecordedEvent> events;
        try (EventRecording recording = new EventRecording()) {
            DriverManager.getConnection(url).close();
            Connection connection = DriverManager.getConnection(url);
            try (Connection bare = DriverManager.getConnection("jdbc:h2:mem:eventsdead")) {
                execute(bare, "SHUTDOWN IMMEDIATELY");
            } catch (SQLException closing) {
                // H2 says that the database is closed
            }
            execute(connection, "SELECT 1");
            connection.close();
            events = recording.stop("eventsdead");
        }

        assertThat(names(events))
                .containsExactly(
                        "ConnectionOpened",
                        "SessionInitialised",
                        "ConnectionReused",
                        "HealthCheck",
                        "ConnectionClosed",
                        "ConnectionOpened",
                        "SessionInitialised");
        assertThat(events.get(3).getBoolean("usable")).isFalse();
        assertThat(events.get(4).getString("reason")).isEqualTo("UNUSABLE");
    }

    @Test
    void aFailedConnectShowsItsSqlState() throws IOException {
        SQLException bare = errorOf("jdbc:h2:mem:eventsfailed;IFEXISTS=TRUE");
        List<RecordedEvent> events;
        try (EventRecording recording = new EventRecording()) {
            errorOf("jdbc:djdbc:h2:mem:eventsfailed;IFEXISTS=TRUE");
            events = recording.stop("eventsfailed");
        }

        assertThat(names(events)).containsExactly("ConnectFailed");
        assertThat(events.get(0).getString("sqlState")).isEqualTo(bare.getSQLState());
    }

    @Test
    void anErrorShowsItsCodesAndNothingOfItsTextAndIsFollowedByAPing() throws SQLException, IOException {
        String sql = "SELECT 'geheim' FROM nosuchtable";
        SQLException bare = errorOf("jdbc:h2:mem:eventserrorbare", sql);
        List<RecordedEvent> events;
        try (EventRecording recording = new EventRecording()) {
            errorOf("jdbc:djdbc:h2:mem:eventserror", sql);
            events = recording.stop("eventserror");
        }

        assertThat(names(events))
                .containsExactly(
                        "ConnectionOpened", "SessionInitialised", "DatabaseError", "HealthCheck", "ConnectionClosed");
        RecordedEvent error = events.get(2);
        assertThat(error.getString("sqlState")).isEqualTo(bare.getSQLState()).startsWith("42");
        assertThat(error.getInt("vendorCode")).isEqualTo(bare.getErrorCode()).isNotZero();
        assertThat(error.toString()).doesNotContain("geheim").doesNotContain("nosuchtable");
    }

    @Test
    void aFailedInitialisationIsAnErrorAndCloses() throws IOException {
        List<RecordedEvent> events;
        try (EventRecording recording = new EventRecording()) {
            errorOf("jdbc:djdbc:h2:mem:eventsinit;INIT_COMMAND=NONSENSE");
            events = recording.stop("eventsinit");
        }

        assertThat(names(events)).containsExactly("ConnectionOpened", "DatabaseError", "ConnectionClosed");
        assertThat(events.get(1).getString("sqlState")).isEqualTo("42000");
        assertThat(events.get(2).getString("reason")).isEqualTo("INITIALISATION_FAILED");
    }

    @Test
    void aStatementThatIsRewrittenIsShownOnceAndWithoutItsLiterals() throws SQLException, IOException {
        String url = "jdbc:djdbc:h2:mem:eventsrewritten;MODE=Oracle;DIALECT=oracle";
        List<RecordedEvent> events;
        try (EventRecording recording = new EventRecording();
                Connection connection = DriverManager.getConnection(url)) {
            execute(connection, "CREATE TABLE t (a VARCHAR(9), b VARCHAR(9))");
            for (int i = 0; i < 2; i++) {
                execute(connection, "SELECT 'geheim', 4711 FROM t WHERE a = '' AND b LIKE '50\\%'");
                try (PreparedStatement statement =
                        connection.prepareStatement("SELECT a FROM t WHERE {contains a, ?} AND b = ?")) {
                    statement.setString(1, "geheim");
                    statement.setString(2, "");
                    statement.executeQuery().close();
                }
            }
            events = recording.stop("eventsrewritten").stream()
                    .filter(event -> event.getEventType().getName().equals("io.djdbc.StatementRewritten"))
                    .toList();
        }

        assertThat(events)
                .hasSize(2)
                .allSatisfy(event ->
                        assertThat(event.toString()).doesNotContain("geheim").doesNotContain("4711"));
        assertThat(events.get(0).getString("original")).isEqualTo("SELECT '…', … FROM t WHERE a = '…' AND b LIKE '…'");
        assertThat(events.get(0).getString("rewritten"))
                .isEqualTo("SELECT '…', … FROM t WHERE a IS NULL AND b LIKE '…' ESCAPE '…'");
        assertThat(events.get(0).getBoolean("transformsValues")).isFalse();
        assertThat(events.get(0).getBoolean("dependsOnValues")).isFalse();
        assertThat(events.get(1).getBoolean("transformsValues")).isTrue();
        assertThat(events.get(1).getBoolean("dependsOnValues")).isTrue();
    }

    @Test
    void aStatementThatStaysAsItIsIsNoEvent() throws SQLException, IOException {
        List<RecordedEvent> events;
        try (EventRecording recording = new EventRecording();
                Connection connection = DriverManager.getConnection("jdbc:djdbc:h2:mem:eventsunchanged")) {
            execute(connection, "SELECT 1");
            events = recording.stop("eventsunchanged");
        }

        assertThat(names(events)).doesNotContain("StatementRewritten");
    }

    private static SQLException errorOf(String url) {
        return errorOf(url, "SELECT 1");
    }

    private static SQLException errorOf(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url)) {
            execute(connection, sql);
            throw new AssertionError("no error: " + url);
        } catch (SQLException e) {
            return e;
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> names(List<RecordedEvent> events) {
        return events.stream()
                .map(event -> event.getEventType().getName().substring("io.djdbc.".length()))
                .toList();
    }

    private static long nanos(RecordedEvent event, String field) {
        return event.getDuration(field).toNanos();
    }
}
