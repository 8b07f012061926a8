package io.djdbc.driver.wrapper;

import io.djdbc.driver.event.CloseReason;
import io.djdbc.driver.session.JdbcState;
import io.djdbc.driver.session.Session;
import io.djdbc.driver.session.SessionSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The requests that a pool above marks on a connection that it holds, from the first {@link Connection#beginRequest} on:
 * between two of them the session is checked, cleared up and, where that can be, replaced.
 */
final class PoolAbove {
    private final ConnectionWrapper connection;
    private final SessionSource source;

    /**
     * Whether another physical connection can take the place of this one between two requests: not after statements
     * outside of a request, which may have set what we cannot know of.
     */
    final boolean replaceable;

    /** What the pool configured; a request that leaves it changed spoils the connection. */
    private final boolean autoCommit;

    /** What the request has changed, by its values from before. */
    final JdbcState changed = new JdbcState();

    boolean inRequest;

    /** To be replaced by the pool, which {@link Connection#isValid} tells it. */
    private boolean retired;

    /** For a connection on which the first request is marked. */
    static PoolAbove of(ConnectionWrapper connection) throws SQLException {
        Session held = connection.session();
        boolean autoCommit = held == null || held.physical().getAutoCommit();
        return new PoolAbove(connection, !connection.hasExecuted(), autoCommit);
    }

    private PoolAbove(ConnectionWrapper connection, boolean replaceable, boolean autoCommit) {
        this.connection = connection;
        this.source = connection.source;
        this.replaceable = replaceable;
        this.autoCommit = autoCommit;
    }

    /** @param openedForThis whether the session was opened for this very request, so that there is nothing to check */
    void begin(boolean openedForThis) throws SQLException {
        inRequest = true;
        if (!openedForThis) {
            check();
        }
        Session held = connection.session();
        if (held != null) {
            held.physical().beginRequest();
        }
    }

    /** @param configured what the pool has set on the connection; null for nothing */
    void end(@Nullable JdbcState configured) throws SQLException {
        Session held = connection.session();
        if (held != null) {
            held.physical().endRequest();
            if (inRequest && !reset(held, configured)) {
                retire(held, CloseReason.RESET_FAILED);
            }
        }
        inRequest = false;
        check();
    }

    /** Whether the pool is to replace the connection. */
    boolean isToReplace(Session held) {
        return !inRequest && (retired || source.limitsAge() && held.isPastAge());
    }

    /** Brings a new physical connection into the request that has begun. */
    void prepare(Connection physical) throws SQLException {
        if (physical.getAutoCommit() != autoCommit) {
            physical.setAutoCommit(autoCommit);
        }
        if (inRequest) {
            physical.beginRequest();
        }
    }

    /** Puts back what the request has changed; false if that failed. */
    private boolean reset(Session held, @Nullable JdbcState configured) {
        try {
            return source.resetRequest(held, changed, configured, connection.hasUnendedStatements());
        } finally {
            changed.clear();
        }
    }

    private void check() {
        Session held = connection.session();
        if (held == null) {
            return;
        }
        CloseReason reason = held.unusableOrObsolete(autoCommit);
        if (reason == CloseReason.MAX_AGE
                && !source.limitsAge()
                && (!connection.hasExecuted() || !source.closesAtEndOfEachRequest())) {
            reason = null; // nobody asked for CONN_MAX_AGE=0, or this one waits for its first request
        }
        if (reason != null) {
            retire(held, reason);
        } else if (held.needsHealthCheck()) {
            connection.clearDelegate();
        }
    }

    /** Closes the session; or, where a new one could not be made its equal, lets the pool replace the connection. */
    private void retire(Session held, CloseReason reason) {
        if (replaceable) {
            connection.giveUp(held, reason);
        } else {
            retired = true;
        }
    }
}
