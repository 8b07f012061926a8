package io.djdbc.conformance.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.EncodingCheck;
import io.djdbc.dialect.MySqlDialect;
import io.djdbc.dialect.PostgreSqlDialect;
import io.djdbc.dialect.SessionParameters;
import io.djdbc.dialect.SessionWarning;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** ENCODING_CHECK and mysql.W002, on databases that are set up badly. */
@DisplayName("encoding and strict mode checks")
@EachDatabase({"postgresql", "mysql", "mariadb"})
class EncodingCheckTest {

    private static final SessionParameters WARN =
            new SessionParameters(true, "UTC", null, null, null, null, null, EncodingCheck.WARN, false);

    private final TestDatabase database;

    EncodingCheckTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void refusesADatabaseThatIsNotUnicode() throws SQLException {
        try (OtherDatabase latin1 = OtherDatabase.latin1(database)) {
            for (int attempt = 1; attempt <= 2; attempt++) { // a bad database is not remembered as a good one
                SQLException refused = catchThrowableOfType(
                        SQLException.class,
                        () -> DriverManager.getConnection(
                                latin1.djdbcUrl("ENCODING_CHECK=error"), database.properties()));
                assertThat(refused.getSQLState()).isEqualTo("08004");
                assertThat(refused.getMessage()).containsIgnoringCase("latin1").contains("ENCODING_CHECK");
            }
        }
    }

    @Test
    void warnsOfItOrKeepsSilent() throws SQLException {
        try (OtherDatabase latin1 = OtherDatabase.latin1(database)) {
            for (String check : List.of("warn", "off")) {
                try (Connection session = DriverManager.getConnection(
                        latin1.djdbcUrl("ENCODING_CHECK=" + check), database.properties())) {
                    SessionParameters wanted = check.equals("warn")
                            ? WARN
                            : new SessionParameters(
                                    true, "UTC", null, null, null, null, null, EncodingCheck.OFF, false);
                    assertThat(dialect().check(session, wanted))
                            .extracting(SessionWarning::id)
                            .filteredOn("djdbc.W001"::equals)
                            .hasSize(check.equals("warn") ? 1 : 0);
                }
            }
        }
    }

    @Test
    void acceptsAUnicodeDatabase() throws SQLException {
        try (Connection session = database.openDjdbc()) {
            boolean isUnicode = !database.is("mysql", "mariadb")
                    || Ask.one(session, "SELECT @@character_set_database").equals("utf8mb4");
            assertThat(dialect().check(session, WARN))
                    .extracting(SessionWarning::id)
                    .filteredOn("djdbc.W001"::equals)
                    .hasSize(isUnicode ? 0 : 1);
        }
    }

    @Test
    void aServerWithoutStrictModeIsToldOf() throws SQLException {
        if (database.is("postgresql")) {
            try (Connection session = database.openDjdbc()) {
                assertThat(dialect().check(session, WARN)).isEmpty();
            }
            return;
        }
        try (Connection bare = database.open();
                Statement server = bare.createStatement()) {
            String mode = Ask.one(bare, "SELECT @@global.sql_mode");
            server.execute("SET GLOBAL sql_mode = ''");
            try {
                assertThat(strictModeWarnings()).singleElement().asString().contains("on the server");
                assertThat(strictModeWarnings("SQL_MODE=ANSI_QUOTES"))
                        .singleElement()
                        .asString()
                        .contains("for this session", "ANSI_QUOTES");
                server.execute("SET GLOBAL sql_mode = 'STRICT_TRANS_TABLES'");
                assertThat(strictModeWarnings()).isEmpty();
            } finally {
                server.execute("SET GLOBAL sql_mode = '" + mode + "'");
            }
        }
    }

    private List<String> strictModeWarnings(String... parameters) throws SQLException {
        try (Connection session = database.openDjdbc(parameters)) {
            return dialect().check(session, WARN).stream()
                    .filter(warning -> warning.id().equals("mysql.W002"))
                    .map(SessionWarning::message)
                    .toList();
        }
    }

    private Dialect dialect() {
        return database.is("postgresql") ? new PostgreSqlDialect() : new MySqlDialect();
    }
}
