package io.djdbc.driver.settings;

/** What is put back when a physical connection is used again ({@code SESSION_RESET}). */
public enum SessionReset {
    /** All that the JDBC API can change. */
    JDBC,
    /** Also what SQL can change, as far as the database can undo it ({@code DISCARD ALL} and its like). */
    FULL,
    /** Nothing. */
    OFF
}
