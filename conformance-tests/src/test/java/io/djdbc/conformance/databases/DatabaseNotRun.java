package io.djdbc.conformance.databases;

import org.opentest4j.TestAbortedException;

/**
 * A database that could not be had; the message is the reason that the matrix shows. To JUnit it is a test that was
 * aborted, neither passed nor failed, wherever it is thrown.
 */
public final class DatabaseNotRun extends TestAbortedException {

    private static final long serialVersionUID = 1;

    public DatabaseNotRun(String reason) {
        super(reason);
    }

    public DatabaseNotRun(String reason, Throwable cause) {
        super(reason, cause);
    }
}
