package io.djdbc.driver.session;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What is put back before a session is used again ({@code SESSION_RESET}). */
public enum SessionReset {
    /** Nothing. */
    OFF,
    /** All that the JDBC API can change; costs nothing where it changed nothing. */
    JDBC,
    /** Also what SQL can change, server side. */
    FULL;

    /** After a logical connection was closed; an open transaction is rolled back in any case. */
    boolean afterConnection(SessionSource source, Session session) {
        Connection physical = session.physical();
        try {
            if (!source.autoCommit()) {
                physical.rollback();
            }
            if (this == FULL && !discard(source, session)) {
                return false;
            }
            if (this != OFF) {
                session.original().applyTo(physical, source);
                session.original().clear();
                physical.clearWarnings();
            }
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** After a request inside of a logical connection, which a pool above has cleaned already. */
    boolean afterRequest(SessionSource source, Session session, JdbcState changed, @Nullable JdbcState configured) {
        Connection physical = session.physical();
        try {
            if (this == FULL) {
                if (!discard(source, session)) {
                    return false;
                }
                if (configured != null) {
                    configured.applyTo(physical, source);
                }
            }
            if (this != OFF) {
                changed.applyTo(physical, source);
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
