package io.djdbc.driver.session;

import io.djdbc.dialect.Dialect;
import io.djdbc.driver.event.CloseReason;
import io.djdbc.driver.event.SessionEvents;
import io.djdbc.driver.sql.SqlRewriters;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where a logical connection's session comes from, and where it goes at the end of the request: here, as
 * {@code CONN_MAX_AGE=0} says, a physical connection for each request; those that keep them say otherwise. Safe for use
 * by several threads.
 */
public class SessionSource {
    /** CONN_MAX_AGE=None. */
    public static final long UNLIMITED = -1;

    private final SessionFactory factory;

    public SessionSource(SessionFactory factory) {
        this.factory = factory;
    }

    /** A session for a new request: one that was kept, or a new one. */
    public Session acquire() throws SQLException {
        return open();
    }

    /** A session for a new request that is used at once, so that a kept one is checked first where it is to be. */
    public final Session acquireChecked() throws SQLException {
        Session session = acquire();
        while (!session.passesHealthCheck()) {
            discard(session, CloseReason.UNUSABLE);
            session = acquire();
        }
        return session;
    }

    /**
     * Ends a request: the session is kept or closed. Throws only what closing the physical connection threw.
     *
     * <p>Pings first where an error was seen, as Django does; a pass-through does not.
     */
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

    /** Closes a session that is not to be used again. */
    public void discard(Session session, CloseReason reason) {
        session.closeQuietly(reason);
    }

    /** The application has aborted the session's physical connection. */
    public void aborted(Session session) {
        session.aborted();
    }

    /** A new session in place of one that did not answer. */
    public Session replace(Session session, CloseReason reason) throws SQLException {
        discard(session, reason);
        return open();
    }

    /**
     * Closes whatever is kept; what is in use is closed at the end of its request, and of a pool (POOL=true) at once, as
     * HikariCP does.
     */
    public void shutDown() {}

    /** How many physical connections are kept for the next request at the moment. */
    public int idleCount() {
        return 0;
    }

    /** Whether a session may be used again, so that its state and its statements must be cleared up. */
    public boolean keepsSessions() {
        return false;
    }

    /** Opens and initialises a physical connection. */
    public final Session open() throws SQLException {
        return factory.open(this);
    }

    /** Puts back what changed since the session was initialised; false if it cannot be used again. */
    final boolean reset(Session session) {
        return factory.reset().afterConnection(this, session);
    }

    /**
     * Puts back what changed in a request that a pool above marked; false if the session cannot be used again.
     *
     * @param changed what the request changed, by its values from before
     * @param configured what the pool had set on the connection
     * @param unendedStatements whether statements have been run since the last commit or rollback
     */
    public final boolean resetRequest(
            Session session, JdbcState changed, @Nullable JdbcState configured, boolean unendedStatements) {
        return factory.reset().afterRequest(this, session, changed, configured, unendedStatements);
    }

    /** Brings a session whose server side was discarded into its first state. */
    final void initialise(Session session) throws SQLException {
        factory.initialise(session.physical());
    }

    /** Whether connections have an age at which a pool above is to replace them. */
    public final boolean limitsAge() {
        return factory.maxAgeNanos() > 0;
    }

    public final SessionEvents events() {
        return factory.events();
    }

    public final Dialect dialect() {
        return factory.dialect();
    }

    /** The djdbc URL with secrets masked. */
    public final String url() {
        return factory.url();
    }

    /** Whether the application gets djdbc's own errors where the design says so, and not only the vendor's. */
    public final boolean nativeSemantics() {
        return factory.nativeSemantics();
    }

    /** Whether statements are rewritten on their way to the vendor. */
    public final boolean rewritesSql() {
        return factory.rewriters() != null;
    }

    final @Nullable SqlRewriters rewriters() {
        return factory.rewriters();
    }

    /** Whether the URL or another place says CONN_MAX_AGE=0 in so many words. */
    public final boolean closesAtEndOfEachRequest() {
        return factory.closesAtEndOfEachRequest();
    }

    public final boolean autoCommit() {
        return factory.autoCommit();
    }

    final boolean healthChecks() {
        return factory.healthChecks();
    }

    final long maxAgeNanos() {
        return factory.maxAgeNanos();
    }

    final long now() {
        return factory.now();
    }
}
