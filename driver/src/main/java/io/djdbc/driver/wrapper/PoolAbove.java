package io.djdbc.driver.wrapper;

import io.djdbc.driver.session.JdbcState;
import io.djdbc.driver.session.Session;
import io.djdbc.driver.session.SessionSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a connection knows of the pool that holds it, from the first {@link Connection#beginRequest} on. */
final class PoolAbove {
    /**
     * Whether another physical connection can take the place of this one between two requests: not after statements
     * outside of a request, which may have set what we cannot know of.
     */
    final boolean replaceable;

    /** What the pool configured; a request that leaves it changed spoils the connection. */
    final boolean autoCommit;

    /** What the request has changed, by its values from before. */
    final JdbcState changed = new JdbcState();

    boolean inRequest;

    /** To be replaced by the pool, which {@link Connection#isValid} tells it. */
    boolean retired;

    PoolAbove(boolean replaceable, boolean autoCommit) {
        this.replaceable = replaceable;
        this.autoCommit = autoCommit;
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
    boolean reset(SessionSource source, Session session, @Nullable JdbcState configured, boolean unendedStatements) {
        try {
            return source.resetRequest(session, changed, configured, unendedStatements);
        } finally {
            changed.clear();
        }
    }
}
