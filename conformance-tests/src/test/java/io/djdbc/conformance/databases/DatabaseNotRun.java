package io.djdbc.conformance.databases;

/** A database that could not be had; the message is the reason that the matrix shows. */
public final class DatabaseNotRun extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DatabaseNotRun(String reason) {
        super(reason);
    }

    public DatabaseNotRun(String reason, Throwable cause) {
        super(reason, cause);
    }
}
