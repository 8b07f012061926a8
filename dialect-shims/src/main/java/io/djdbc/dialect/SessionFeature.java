package io.djdbc.dialect;

/** Session settings that only some databases have. */
public enum SessionFeature {
    /** A session time zone ({@code TIME_ZONE}). */
    TIME_ZONE,
    /** A role after login ({@code ASSUME_ROLE}): PostgreSQL. */
    ASSUME_ROLE,
    /** A list of SQL modes ({@code SQL_MODE}): MySQL, MariaDB. */
    SQL_MODE,
    /** A lock timeout in seconds ({@code TIMEOUT}): SQLite. */
    TIMEOUT,
    /** How a transaction begins ({@code TRANSACTION_MODE}): SQLite. */
    TRANSACTION_MODE,
    /** Generated keys by {@code RETURNING … INTO} ({@code USE_RETURNING_INTO}): Oracle. */
    RETURNING_INTO,
    /** '' stored as NULL ({@code EMPTY_STRINGS}): Oracle. */
    EMPTY_STRINGS
}
