package io.djdbc.driver.session;

import io.djdbc.driver.session.AtomicBlocks.Refused;
import java.sql.Connection;
import java.sql.SQLException;

/** A pool above holds one connection and marks the requests. It connects when the application first asks. */
final class RequestMarkPlayer extends ScenarioPlayer {
    private Connection held;
    private boolean inRequest;

    RequestMarkPlayer(Scenario scenario) throws SQLException {
        super(scenario);
    }

    @Override
    public Connection use() throws SQLException, Refused {
        if (!inRequest) {
            throw new AssertionError("a use outside of a request: not for this player");
        }
        if (blocks.isClosedInBlock()) {
            throw new Refused(blocks.isForgotten() ? "ProgrammingError" : "InterfaceError");
        }
        int connects = server.totals().connects();
        if (held != null && held.isClosed()) { // a pool replaces it; the driver does not in the middle of a request
            held.close();
            held = null;
        }
        if (held == null) {
            held = connect();
            held.beginRequest();
        } else if (!isConnected()) {
            boolean unused = held.getAutoCommit(); // opens the new one
        }
        noteConnects(connects);
        return held;
    }

    @Override
    void requestStarted() throws SQLException {
        inRequest = true;
        mark(true);
    }

    @Override
    void requestFinished() throws SQLException {
        inRequest = false;
        mark(false);
    }

    @Override
    void betweenRequests() throws SQLException {
        mark(inRequest);
    }

    private void mark(boolean begin) throws SQLException {
        if (held == null) {
            return;
        }
        boolean wasConnected = isConnected();
        if (begin) {
            held.beginRequest();
        } else {
            held.endRequest();
        }
        if (wasConnected && !isConnected()) {
            blocks.connectionClosed();
        }
    }

    @Override
    public void close() throws SQLException {
        if (isConnected()) {
            server.open().get(0).close();
            blocks.connectionClosed();
        }
    }
}
