package io.djdbc.driver.event;

/** Why a physical connection was closed; shown in events, logs and metrics. */
public enum CloseReason {
    /** The request ended, and CONN_MAX_AGE=0 keeps no connection. */
    END_OF_REQUEST,
    /** It is older than CONN_MAX_AGE. */
    MAX_AGE,
    /** An error was seen and it did not answer, or a health check failed. */
    UNUSABLE,
    /** The application left auto-commit changed. */
    AUTOCOMMIT_CHANGED,
    /** Its state could not be put back for the next request. */
    RESET_FAILED,
    /** The application closed or aborted it below us, or aborted it. */
    CLOSED_BY_APPLICATION,
    /** Its initialisation failed. */
    INITIALISATION_FAILED,
    /** The driver was deregistered. */
    SHUTDOWN
}
