package io.djdbc.driver.session;

import counting.CountingConnection;
import io.djdbc.driver.session.AtomicBlocks.Refused;
import java.sql.Connection;
import java.sql.SQLException;

/** No pool above: a request is from {@code getConnection()} to {@code close()}. */
final class GetConnectionPlayer extends ScenarioPlayer {
    private Connection held;

    GetConnectionPlayer(Scenario scenario) throws SQLException {
        super(scenario);
    }

    @Override
    public Connection use() throws SQLException, Refused {
        if (blocks.isForgotten()) {
            throw new Refused("ProgrammingError");
        }
        if (blocks.isClosedInBlock()) {
            return held; // it is closed: whatever is done with it is refused by the driver
        }
        if (held != null && held.isClosed()) {
            held.close();
            held = null;
        }
        if (held == null) {
            int connects = server.totals().connects();
            held = connect();
            noteConnects(connects);
        }
        return held;
    }

    @Override
    void requestStarted() throws SQLException {
        betweenRequests();
    }

    @Override
    void requestFinished() throws SQLException {
        betweenRequests();
    }

    @Override
    void betweenRequests() throws SQLException {
        if (held == null) {
            return;
        }
        boolean wasConnected = isConnected();
        held.close();
        if (wasConnected && !isConnected()) {
            blocks.connectionClosed();
        }
        if (!blocks.isClosedInBlock()) {
            held = null;
        }
    }

    @Override
    public void close() throws SQLException {
        if (!isConnected()) {
            return;
        }
        if (held == null) {
            server.open().get(0).close(); // it is idle: no application can do this, but a server or a network
        } else {
            held.unwrap(CountingConnection.class).close();
        }
        blocks.connectionClosed();
    }
}
