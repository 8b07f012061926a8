package io.djdbc.driver.settings;

/** Where the value of a setting came from, strongest first. */
public enum Origin {
    /** A parameter of the URL. */
    URL("URL"),
    /** The {@link java.util.Properties} given to {@code connect}. */
    PROPERTIES("Properties"),
    /** A Java system property: {@code -Ddjdbc.conn_max_age=60}. */
    SYSTEM_PROPERTY("system property"),
    /** An environment variable: {@code DJDBC_CONN_MAX_AGE=60}. */
    ENVIRONMENT("environment variable"),
    /** Not named; follows from {@code SEMANTICS=native}. */
    SEMANTICS("SEMANTICS=native"),
    /** Not named; djdbc's or the dialect's default. */
    DEFAULT("default");

    private final String label;

    Origin(String label) {
        this.label = label;
    }

    /** As reports name it. */
    public String label() {
        return label;
    }

    /** Whether somebody wrote the value down, wherever. */
    public boolean isNamed() {
        return this != DEFAULT && this != SEMANTICS;
    }

    /** Whether it was written for this connection, not as a default for all connections of the machine or JVM. */
    public boolean isOfConnection() {
        return this == URL || this == PROPERTIES;
    }
}
