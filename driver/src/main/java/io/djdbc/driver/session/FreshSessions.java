package io.djdbc.driver.session;

import io.djdbc.driver.event.CloseReason;
import java.sql.SQLException;

/** CONN_MAX_AGE=0: a physical connection for each request. */
public final class FreshSessions extends SessionSource {

    private FreshSessions(SessionFactory factory) {
        super(factory);
    }

    /** By its general type, so that the JVM's verifier does not load this class where it is not used. */
    public static SessionSource of(SessionFactory factory) {
        return new FreshSessions(factory);
    }

    @Override
    public Session acquire() throws SQLException {
        return open();
    }

    /** Pings first where an error was seen, as Django does; a pass-through does not. */
    @Override
    public void release(Session session) throws SQLException {
        CloseReason reason = CloseReason.END_OF_REQUEST;
        if (session.errorsOccurred() && !nativeSemantics()) {
            CloseReason found = session.unusableOrObsolete(autoCommit());
            if (found == CloseReason.UNUSABLE) {
                reason = found;
            }
        }
        session.close(reason);
    }

    @Override
    public void shutDown() {}

    @Override
    public int idleCount() {
        return 0;
    }

    @Override
    public boolean keepsSessions() {
        return false;
    }
}
