package io.djdbc.driver;

import java.sql.SQLNonTransientConnectionException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of djdbc that is unknown, has a value that it cannot have, or contradicts another one; SQLState 08001,
 * and no connection was opened. It plays the part of Django's {@code ImproperlyConfigured}.
 *
 * <p>Its message names parameter, value and remedy, and never holds a secret.
 */
public final class SettingsException extends SQLNonTransientConnectionException {

    private static final long serialVersionUID = 1L;

    /** The client cannot establish the connection. */
    public static final String SQL_STATE = "08001";

    private final String parameter;
    private final @Nullable String value;
    private final List<String> allowedValues;
    private final @Nullable String suggestion;

    /**
     * @param message free of secrets
     * @param value what was given, masked if it is a secret; null where the name is what is wrong
     * @param allowedValues words and ranges in words; empty where anything goes
     * @param suggestion what was probably meant
     */
    public SettingsException(
            String message,
            String parameter,
            @Nullable String value,
            List<String> allowedValues,
            @Nullable String suggestion) {
        super(message, SQL_STATE);
        this.parameter = parameter;
        this.value = value;
        this.allowedValues = List.copyOf(allowedValues);
        this.suggestion = suggestion;
    }

    /** The name as it was written; of a contradictory pair the one to change. */
    public String parameter() {
        return parameter;
    }

    /** The value as it was written, secrets masked; null if the name itself is what is wrong. */
    public @Nullable String value() {
        return value;
    }

    /** What the parameter takes: words, and ranges described in words; empty where that does not matter. */
    public List<String> allowedValues() {
        return allowedValues;
    }

    /** The known parameter or value that is nearest to what was written; null if none is near. */
    public @Nullable String suggestion() {
        return suggestion;
    }
}
