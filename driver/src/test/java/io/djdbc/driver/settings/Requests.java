package io.djdbc.driver.settings;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.djdbc.driver.SettingsException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.Assertions;

/** Short ways to parse, with nothing of the machine's environment. */
final class Requests {

    private Requests() {}

    static ConnectionRequest parse(String url) throws SQLException {
        return parse(url, new Properties());
    }

    static ConnectionRequest parse(String url, Properties info) throws SQLException {
        return Objects.requireNonNull(ConnectionRequest.parse(url, info, Environment.empty()), url);
    }

    /** The error that the URL gives; fails if it gives none. */
    static SettingsException errorOf(String url) {
        return errorOf(url, new Properties());
    }

    static SettingsException errorOf(String url, Properties info) {
        SettingsException error = catchThrowableOfType(
                SettingsException.class, () -> ConnectionRequest.parse(url, info, Environment.empty()));
        return Objects.requireNonNull(error, "no error for " + url);
    }

    /** For an SQLException AssertJ cannot choose between that of exceptions and that of iterables. */
    static AbstractThrowableAssert<?, ? extends Throwable> assertThatError(Throwable error) {
        return Assertions.assertThat(error);
    }

    /** Properties of alternating names and values. */
    static Properties properties(String... namesAndValues) {
        Properties properties = new Properties();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return properties;
    }
}
