package io.djdbc.driver.session;

import io.djdbc.driver.session.AtomicBlocks.Refused;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A pool above that marks no requests: it asks {@code isValid()} when the application borrows the connection that it
 * holds, and replaces one that says no. The application borrows when it first needs the database.
 */
final class ValidityCheckPlayer extends ScenarioPlayer {
    private static final int TIMEOUT_SECONDS = 5;

    private Connection held;
    private boolean borrowed;

    ValidityCheckPlayer(Scenario scenario) throws SQLException {
        super(scenario);
    }

    @Override
    public Connection use() throws SQLException, Refused {
        int connects = server.totals().connects();
        if (!borrowed && held != null && !held.isValid(TIMEOUT_SECONDS)) {
            close();
        }
        if (held == null) {
            held = connect();
        }
        borrowed = true;
        noteConnects(connects);
        return held;
    }

    @Override
    void requestStarted() {
        borrowed = false;
    }

    @Override
    void requestFinished() {
        borrowed = false;
    }

    @Override
    void betweenRequests() {
        throw new AssertionError("not for this player");
    }

    @Override
    public void close() throws SQLException {
        held.close();
        held = null;
    }
}
