package io.djdbc.driver.session;

import io.djdbc.driver.settings.SessionReset;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Puts back what a request has changed before a session is used again ({@code SESSION_RESET}). */
final class StateReset {
    private final SessionReset extent;

    StateReset(SessionReset extent) {
        this.extent = extent;
    }

    /** After a logical connection was closed; what nobody committed is rolled back in any case. */
    boolean afterConnection(SessionSource source, Session session) {
        Connection physical = session.physical();
        try {
            if (source.autoCommit()) {
                if (session.isUncommitted() && source.dialect().isInTransaction(physical)) {
                    return false; // begun by SQL: closing it rolls it back
                }
            } else if (session.isUncommitted() || source.dialect().isInTransaction(physical)) {
                physical.rollback();
            }
            if (extent == SessionReset.FULL && !discard(source, session)) {
                return false;
            }
            if (extent != SessionReset.OFF) {
                putBack(source, session);
                physical.clearWarnings();
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static void putBack(SessionSource source, Session session) throws SQLException {
        if (session.isChanged()) {
            session.original().applyTo(session.physical(), source);
            session.original().clear();
            if (!source.autoCommit()) {
                session.physical().commit(); // what was put back by SQL has begun a transaction
            }
        }
    }

    /** After a request inside of a logical connection, which a pool above has cleaned already. */
    boolean afterRequest(
            SessionSource source,
            Session session,
            JdbcState changed,
            @Nullable JdbcState configured,
            boolean unendedStatements) {
        Connection physical = session.physical();
        try {
            if (extent == SessionReset.FULL) {
                if (!discard(source, session)) {
                    return false;
                }
                if (configured != null) {
                    configured.applyTo(physical, source);
                }
            }
            if (extent != SessionReset.OFF && !changed.isEmpty()) {
                boolean wasInTransaction = source.dialect().isInTransaction(physical);
                if (wasInTransaction && !unendedStatements && !physical.getAutoCommit()) {
                    physical.rollback(); // begun by what the pool has put back, which the next rollback would undo
                    wasInTransaction = false;
                }
                changed.applyTo(physical, source);
                if (!wasInTransaction
                        && !physical.getAutoCommit()
                        && source.dialect().isInTransaction(physical)) {
                    physical.commit(); // what was put back by SQL has begun it; a rollback would undo that
                }
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private static boolean discard(SessionSource source, Session session) throws SQLException {
        if (!source.dialect().discardSession(session.physical())) {
            return false;
        }
        source.initialise(session);
        return true;
    }
}
