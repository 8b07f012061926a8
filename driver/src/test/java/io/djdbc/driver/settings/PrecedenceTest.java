package io.djdbc.driver.settings;

import static io.djdbc.driver.settings.Requests.properties;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.djdbc.driver.SettingsException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** URL before Properties before system property before environment before default. */
class PrecedenceTest {

    private static final Properties NONE = new Properties();
    private static final String H2 = "jdbc:djdbc:h2:mem:x";

    @Test
    void strongestWins() throws SQLException {
        Environment environment =
                Environment.of(properties("djdbc.conn_max_age", "3"), properties("DJDBC_CONN_MAX_AGE", "4"));
        Environment onlyVariables = Environment.of(NONE, properties("DJDBC_CONN_MAX_AGE", "4"));
        Properties info = properties("CONN_MAX_AGE", "2");

        assertAge(parse(H2 + ";CONN_MAX_AGE=1", info, environment), "1", Origin.URL);
        assertAge(parse(H2, info, environment), "2", Origin.PROPERTIES);
        assertAge(parse(H2, NONE, environment), "3", Origin.SYSTEM_PROPERTY);
        assertAge(parse(H2, NONE, onlyVariables), "4", Origin.ENVIRONMENT);
        assertAge(parse(H2, NONE, Environment.empty()), "0", Origin.DEFAULT);
    }

    private static void assertAge(Settings settings, String text, Origin origin) {
        assertThat(settings.text(Setting.CONN_MAX_AGE)).isEqualTo(text);
        assertThat(settings.origin(Setting.CONN_MAX_AGE)).isEqualTo(origin);
        assertThat(settings.isNamed(Setting.CONN_MAX_AGE)).isEqualTo(origin != Origin.DEFAULT);
    }

    @Test
    void systemPropertyInAnyCase() throws SQLException {
        Environment environment = Environment.of(properties("DJDBC.Conn_Max_Age", "3"), NONE);

        assertAge(parse(H2, NONE, environment), "3", Origin.SYSTEM_PROPERTY);
    }

    @Test
    void looksOnlyAtKnownNames() throws SQLException {
        Environment environment = Environment.of(
                properties("djdbc.databases", "sqlite", "xdjdbc.conn_max_age", "1"),
                properties("DJDBC_TEST_MYSQL_URL", "x", "CONN_MAX_AGE", "1"));

        assertThat(parse(H2, NONE, environment).values())
                .extracting(SettingValue::origin)
                .containsOnly(Origin.DEFAULT);
    }

    @Test
    void emptyDefaultsOfTheProcessAreUnset() throws SQLException {
        Environment environment =
                Environment.of(properties("djdbc.conn_max_age", ""), properties("DJDBC_CONN_MAX_AGE", "4"));

        assertAge(parse(H2, NONE, environment), "4", Origin.ENVIRONMENT);
    }

    @Test
    void badDefaultsOfTheProcessSayWhereTheyAre() {
        assertThatThrownBy(() -> parse(H2, NONE, Environment.of(properties("djdbc.conn_max_age", "x"), NONE)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("CONN_MAX_AGE=x", "system property djdbc.conn_max_age");
        assertThatThrownBy(() -> parse(H2, NONE, Environment.of(NONE, properties("DJDBC_POOL", "x"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("POOL=x", "environment variable DJDBC_POOL");
    }

    /** They are for all databases and connections, so they need not fit each. */
    @Test
    void defaultsOfTheProcessThatMeanNothingHereAreNoError() throws SQLException {
        Environment environment = Environment.of(
                NONE, properties("DJDBC_ASSUME_ROLE", "r", "DJDBC_SQL_MODE", "ANSI", "DJDBC_POOL_MIN_SIZE", "9"));

        assertThat(parse(H2, NONE, environment).text(Setting.ASSUME_ROLE)).isEqualTo("r");
    }

    @Test
    void aSlipInTheNameOfADefaultIsRefusedAndNotPassedOver() throws SQLException {
        assertThatThrownBy(() -> parse(H2, NONE, Environment.of(properties("djdbc.CON_MAX_AGE", "60"), NONE)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("djdbc.CON_MAX_AGE", "did you mean djdbc.CONN_MAX_AGE?");
        assertThatThrownBy(() -> parse(H2, NONE, Environment.of(NONE, properties("DJDBC_TIMEZONE", "UTC"))))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("DJDBC_TIMEZONE", "did you mean DJDBC_TIME_ZONE?");
        Environment others = Environment.of(properties("djdbc.report.folder", "x"), properties("DJDBC_HOME", "y"));
        assertThat(parse(H2, NONE, others).poolMaxIdleMillis()).isEqualTo(600_000);
        ConnectionRequest relaxed = Objects.requireNonNull(ConnectionRequest.parse(
                H2 + ";STRICT_PARAMETERS=false", NONE, Environment.of(properties("djdbc.CON_MAX_AGE", "60"), NONE)));
        assertThat(relaxed.warnings()).singleElement().asString().contains("did you mean djdbc.CONN_MAX_AGE?");
    }

    @Test
    void ofThisProcess() throws SQLException {
        System.setProperty("djdbc.Pool_Max_Idle", "77");
        try {
            ConnectionRequest request = Objects.requireNonNull(ConnectionRequest.parse(H2, null));
            assertThat(request.settings().poolMaxIdleMillis()).isEqualTo(77_000);
        } finally {
            System.clearProperty("djdbc.Pool_Max_Idle");
        }
    }

    private static Settings parse(String url, Properties info, Environment environment) throws SQLException {
        return Objects.requireNonNull(ConnectionRequest.parse(url, info, environment))
                .settings();
    }
}
