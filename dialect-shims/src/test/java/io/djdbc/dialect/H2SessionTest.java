package io.djdbc.dialect;

import static io.djdbc.dialect.Sessions.ask;
import static io.djdbc.dialect.Sessions.open;
import static io.djdbc.dialect.Sessions.timeZone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class H2SessionTest {

    private static final String TIME_ZONE =
            "SELECT setting_value FROM INFORMATION_SCHEMA.SETTINGS WHERE setting_name = 'TIME ZONE'";

    private final H2Dialect dialect = new H2Dialect();
    private final TimeZone jvm = TimeZone.getDefault();

    @BeforeEach
    void leaveUtc() {
        TimeZone.setDefault(TimeZone.getTimeZone("America/Chicago"));
        org.h2.util.DateTimeUtils.resetCalendar();
    }

    @AfterEach
    void restore() {
        TimeZone.setDefault(jvm);
        org.h2.util.DateTimeUtils.resetCalendar();
    }

    @Test
    void takesTheWantedTimeZone() throws SQLException {
        try (Connection bare = DriverManager.getConnection("jdbc:h2:mem:")) {
            assertThat(ask(bare, TIME_ZONE)).isEqualTo("America/Chicago");
        }
        try (Connection session = open(dialect, "jdbc:h2:mem:", Sessions.DEFAULT)) {
            assertThat(ask(session, TIME_ZONE)).isEqualTo("UTC");
        }
        try (Connection session = open(dialect, "jdbc:h2:mem:", timeZone("Asia/Tokyo"))) {
            assertThat(ask(session, "SELECT EXTRACT(TIMEZONE_HOUR FROM CURRENT_TIMESTAMP)"))
                    .isEqualTo("9");
        }
        try (Connection session = open(dialect, "jdbc:h2:mem:", timeZone("+05:30"))) {
            assertThat(ask(session, "SELECT EXTRACT(TIMEZONE_MINUTE FROM CURRENT_TIMESTAMP)"))
                    .isEqualTo("30");
        }
    }

    @Test
    void theUsersOwnParameterWins() throws SQLException {
        try (Connection session = open(dialect, "jdbc:h2:mem:;time zone=Europe/Paris", Sessions.DEFAULT)) {
            assertThat(ask(session, TIME_ZONE)).isEqualTo("Europe/Paris");
        }
    }

    @Test
    void theIsolationLevelIsTouchedOnlyWhenNamed() throws SQLException {
        try (Connection session = open(dialect, "jdbc:h2:mem:", Sessions.DEFAULT)) {
            assertThat(session.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
        try (Connection session = open(dialect, "jdbc:h2:mem:", Sessions.isolation(IsolationLevel.SERIALIZABLE))) {
            assertThat(session.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
            assertThat(dialect.describeSession(session)).containsEntry("isolation level", "serializable");
        }
    }

    @Test
    void leavesAllAloneWhenNothingIsWanted() throws SQLException {
        try (Connection session = open(dialect, "jdbc:h2:mem:", Sessions.NATIVE)) {
            assertThat(ask(session, TIME_ZONE)).isEqualTo("America/Chicago");
        }
    }

    @Test
    void tellsErrorsOfTheDataFromOthers() throws SQLException {
        try (Connection session = open(dialect, "jdbc:h2:mem:", Sessions.DEFAULT);
                Statement statement = session.createStatement()) {
            statement.execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b VARCHAR(2))");
            statement.execute("INSERT INTO t VALUES (1, 'x')");
            for (String data : new String[] {"INSERT INTO t VALUES (1, 'y')", "INSERT INTO t VALUES (2, 'xyz')"}) {
                SQLException error = catchThrowableOfType(SQLException.class, () -> statement.execute(data));
                assertThat(dialect.isDataOrIntegrityError(error)).as(data).isTrue();
            }
            SQLException syntax = catchThrowableOfType(SQLException.class, () -> statement.execute("SELEC 1"));
            assertThat(dialect.isDataOrIntegrityError(syntax)).isFalse();
        }
    }
}
