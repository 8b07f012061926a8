package io.djdbc.driver.settings;

import static io.djdbc.driver.settings.Requests.assertThatError;
import static io.djdbc.driver.settings.Requests.errorOf;
import static io.djdbc.driver.settings.Requests.parse;
import static io.djdbc.driver.settings.Requests.properties;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** What becomes of the caller's Properties. */
class PropertiesTest {

    private static final String URL = "jdbc:djdbc:mariadb://h/db";

    @Test
    void takesOursAndLeavesTheRest() throws SQLException {
        Properties info = properties("user", "u", "conn_max_age", "60", "POOL_X", "1", "pool", "true");
        info.setProperty("STRICT_PARAMETERS", "false");

        ConnectionRequest request = parse(URL, info);

        assertThat(request.vendorProperties()).isEqualTo(properties("user", "u", "POOL_X", "1", "pool", "true"));
        assertThat(request.settings().text(Setting.CONN_MAX_AGE)).isEqualTo("60");
        assertThat(request.settings().origin(Setting.CONN_MAX_AGE)).isEqualTo(Origin.PROPERTIES);
        assertThat(request.settings().pool()).isFalse();
    }

    @Test
    void neverChangesTheCallers() throws SQLException {
        Properties defaults = properties("CONN_MAX_AGE", "60", "user", "u");
        Properties info = new Properties(defaults);
        info.setProperty("AUTOCOMMIT", "false");
        Properties before = (Properties) info.clone();

        parse(URL, info).vendorProperties().setProperty("user", "other");

        assertThat(info).isEqualTo(before);
        assertThat(info.getProperty("CONN_MAX_AGE")).isEqualTo("60");
        assertThat(defaults).isEqualTo(properties("CONN_MAX_AGE", "60", "user", "u"));
    }

    @Test
    void findsWhatHidesInDefaults() throws SQLException {
        Properties info = new Properties(new Properties(properties("CONN_MAX_AGE", "60", "user", "u", "ssl", "true")));
        info.setProperty("user", "v");

        ConnectionRequest request = parse(URL, info);

        assertThat(request.vendorProperties()).isEqualTo(properties("user", "v", "ssl", "true"));
        assertThat(request.settings().text(Setting.CONN_MAX_AGE)).isEqualTo("60");
    }

    @Test
    void keepsOtherObjectsThanStrings() throws SQLException {
        Object socketFactory = new Object();
        Properties info = new Properties();
        info.put("socketFactory", socketFactory);
        info.put(7, "seven");
        info.put("CONN_MAX_AGE", 60);
        info.put("CONN_HEALTH_CHECKS", true);

        ConnectionRequest request = parse(URL, info);

        assertThat(request.vendorProperties())
                .hasSize(2)
                .containsEntry("socketFactory", socketFactory)
                .containsEntry(7, "seven");
        assertThat(request.settings().text(Setting.CONN_MAX_AGE)).isEqualTo("60");
        assertThat(request.settings().connHealthChecks()).isTrue();
    }

    @Test
    void givesANewCopyEachTime() throws SQLException {
        ConnectionRequest request = parse(URL, properties("user", "u"));

        request.vendorProperties().clear();

        assertThat(request.vendorProperties()).isEqualTo(properties("user", "u"));
    }

    @Test
    void refusesUnknownAndDoubleOnes() {
        assertThatError(errorOf(URL, properties("CONN_MAX_AG", "60")))
                .hasMessageContainingAll("CONN_MAX_AG:", "did you mean CONN_MAX_AGE?", "Properties");
        assertThatError(errorOf(URL, properties("SOME_THING", "60")))
                .hasMessageContainingAll("SOME_THING:", "STRICT_PARAMETERS=false");
        assertThatError(errorOf(URL, properties("CONN_MAX_AGE", "60", "conn_max_age", "60")))
                .hasMessageContainingAll("CONN_MAX_AGE", "twice");
        assertThatError(errorOf(URL, properties("CONN_MAX_AGE", "x"))).hasMessageContaining("Properties");
    }

    @Test
    void acceptsNone() throws SQLException {
        ConnectionRequest request = ConnectionRequest.parse(URL, null, Environment.empty());

        assertThat(request).isNotNull();
        assertThat(request.vendorProperties()).isEmpty();
    }
}
