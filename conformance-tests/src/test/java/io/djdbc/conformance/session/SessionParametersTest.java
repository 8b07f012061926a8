package io.djdbc.conformance.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Asks the server, in a session that djdbc has opened, while the JVM is in another time zone than the session. */
@DisplayName("session parameters")
@EachDatabase({"postgresql", "mysql", "mariadb", "h2"})
class SessionParametersTest {

    private final TestDatabase database;
    private JvmTimeZone jvm;

    SessionParametersTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void leaveUtc() {
        jvm = JvmTimeZone.set("America/Chicago");
    }

    @AfterEach
    void restore() {
        jvm.close();
    }

    @Test
    void theDefaultTimeZoneIsUtc() throws SQLException {
        try (Connection session = database.openDjdbc()) {
            assertThat(Ask.timeZone(database, session)).isEqualTo(database.is("mysql", "mariadb") ? "+00:00" : "UTC");
        }
    }

    @Test
    void takesAnOffset() throws SQLException {
        try (Connection session = database.openDjdbc("TIME_ZONE=" + (database.is("h2") ? "+05:30" : "%2B05:30"));
                Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(
                        database.is("mysql", "mariadb")
                                ? "SELECT TIMESTAMPDIFF(MINUTE, UTC_TIMESTAMP(), NOW())"
                                : "SELECT 60 * EXTRACT(TIMEZONE_HOUR FROM CURRENT_TIMESTAMP)"
                                        + " + EXTRACT(TIMEZONE_MINUTE FROM CURRENT_TIMESTAMP)")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(330);
        }
    }

    @Test
    void nativeLeavesTheTimeZoneAsTheBareDriverHasIt() throws SQLException {
        try (Connection bare = database.open();
                Connection session = database.openDjdbc("TIME_ZONE=native")) {
            assertThat(Ask.timeZone(database, session)).isEqualTo(Ask.timeZone(database, bare));
        }
    }

    @Test
    void nativeSemanticsLeaveEverythingAsTheBareDriverHasIt() throws SQLException {
        try (Connection bare = database.open();
                Connection session = database.openDjdbc("SEMANTICS=native")) {
            assertThat(Ask.timeZone(database, session)).isEqualTo(Ask.timeZone(database, bare));
            assertThat(Ask.isolationLevel(database, session)).isEqualTo(Ask.isolationLevel(database, bare));
        }
    }

    @Test
    void instantsSurviveTheWayThereAndBack() throws SQLException {
        Timestamp instant = new Timestamp(1_700_000_000_000L);
        boolean mySql = database.is("mysql", "mariadb");
        try (Connection session = database.openDjdbc();
                Statement statement = session.createStatement()) {
            statement.execute(
                    mySql
                            ? "CREATE TEMPORARY TABLE session_instants (a TIMESTAMP NULL, b DATETIME)"
                            : "CREATE TEMPORARY TABLE session_instants (a TIMESTAMP WITH TIME ZONE, b TIMESTAMP)");
            try (PreparedStatement insert = session.prepareStatement("INSERT INTO session_instants VALUES (?, ?)")) {
                insert.setTimestamp(1, instant);
                insert.setTimestamp(2, instant);
                insert.execute();
            }
            String seconds = mySql ? "UNIX_TIMESTAMP(a)" : "EXTRACT(EPOCH FROM a)";
            try (ResultSet row = statement.executeQuery("SELECT a, b, " + seconds + " FROM session_instants")) {
                row.next();
                assertThat(row.getTimestamp(1)).isEqualTo(instant);
                assertThat(row.getTimestamp(2)).isEqualTo(instant);
                assertThat(row.getLong(3)).as("as the server reads it").isEqualTo(1_700_000_000L);
            }
        }
    }

    @Test
    void theServersNowIsNow() throws SQLException {
        try (Connection session = database.openDjdbc();
                Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery("SELECT CURRENT_TIMESTAMP")) {
            row.next();
            assertThat(row.getTimestamp(1).toInstant())
                    .isBetween(
                            OffsetDateTime.now().minusMinutes(30).toInstant(),
                            OffsetDateTime.now().plusMinutes(30).toInstant());
        }
    }

    @Test
    void theIsolationLevelIsDjangos() throws SQLException {
        try (Connection bare = database.open();
                Connection session = database.openDjdbc()) {
            String expected = database.is("mysql", "mariadb") ? "read committed" : Ask.isolationLevel(database, bare);
            assertThat(Ask.isolationLevel(database, session)).isEqualTo(expected);
        }
        try (Connection session = database.openDjdbc("ISOLATION_LEVEL=serializable")) {
            assertThat(Ask.isolationLevel(database, session)).isEqualTo("serializable");
            assertThat(session.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        }
        try (Connection bare = database.open();
                Connection session = database.openDjdbc("ISOLATION_LEVEL=None")) {
            assertThat(Ask.isolationLevel(database, session)).isEqualTo(Ask.isolationLevel(database, bare));
        }
    }

    @Test
    void aResetSessionIsInitialisedAgain() throws SQLException {
        String set = database.is("postgresql")
                ? "SET TimeZone TO 'Asia/Tokyo'"
                : database.is("h2") ? "SET TIME ZONE 'Asia/Tokyo'" : "SET time_zone = '+09:00'";
        String expected;
        try (Connection session =
                database.openDjdbc("CONN_MAX_AGE=60", "SESSION_RESET=full", "ISOLATION_LEVEL=serializable")) {
            expected = Ask.timeZone(database, session);
            try (Statement statement = session.createStatement()) {
                statement.execute(set);
            }
            assertThat(Ask.timeZone(database, session)).isNotEqualTo(expected);
        }
        try (Connection session =
                database.openDjdbc("CONN_MAX_AGE=60", "SESSION_RESET=full", "ISOLATION_LEVEL=serializable")) {
            assertThat(Ask.timeZone(database, session)).isEqualTo(expected);
            assertThat(Ask.isolationLevel(database, session)).isEqualTo("serializable");
            if (database.is("mysql", "mariadb")) {
                assertThat(Ask.one(session, "SELECT @@character_set_client")).isEqualTo("utf8mb4");
            }
        }
    }

    @Test
    void anUnknownTimeZoneIsRefusedAndNamed() {
        assertThatThrownBy(() -> database.openDjdbc("TIME_ZONE=Nowhere/City"))
                .isInstanceOf(SQLException.class)
                .hasMessageContainingAll("TIME_ZONE", "Nowhere/City");
    }

    @Test
    void textOfAllPlanesPasses() throws SQLException {
        String text = "Ünïcödé ☃ 🎻";
        String cast = database.is("mysql", "mariadb") ? "CHAR" : "VARCHAR";
        try (Connection session = database.openDjdbc();
                PreparedStatement statement =
                        session.prepareStatement("SELECT CAST(? AS " + cast + "), '🎻', CHAR_LENGTH('🎻')")) {
            statement.setString(1, text);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                assertThat(row.getString(1)).isEqualTo(text);
                assertThat(row.getString(2)).isEqualTo("🎻");
                if (!database.is("h2")) { // H2 counts UTF-16 units
                    assertThat(row.getInt(3)).isEqualTo(1);
                }
            }
        }
    }
}
