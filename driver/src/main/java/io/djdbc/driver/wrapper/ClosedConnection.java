package io.djdbc.driver.wrapper;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;

/** The errors for the use of a closed connection; apart, so that the verifier does not load them with the wrapper. */
final class ClosedConnection {

    private ClosedConnection() {}

    static SQLException exception() {
        return new SQLNonTransientConnectionException("The connection is closed.", "08003");
    }

    /** Where the vendor's method can throw no SQLException. */
    static RuntimeException unchecked() {
        return new IllegalStateException("the connection is closed");
    }
}
