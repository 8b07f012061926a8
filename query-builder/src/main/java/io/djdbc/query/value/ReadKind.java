package io.djdbc.query.value;

/** By which getter of JDBC a column's value comes as it is stored, so that nothing need be between it and the attribute. */
public enum ReadKind {
    LONG,
    INTEGER,
    SHORT,
    /** An int that the driver would cut silently. */
    CHECKED_INTEGER,
    /** A short that the driver would cut silently. */
    CHECKED_SHORT,
    DOUBLE,
    BOOLEAN,
    TEXT,
    /** By a {@link ValueReader}. */
    OTHER
}
