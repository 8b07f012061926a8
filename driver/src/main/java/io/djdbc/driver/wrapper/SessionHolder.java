package io.djdbc.driver.wrapper;

import io.djdbc.driver.session.Session;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The session of a connection. Who takes it away from here, another thread that closes the connection or the one that
 * uses it, owns it.
 *
 * <p>By updaters, in a class with no other field: the first use of a VarHandle costs a JVM 3 ms, and an updater loads the
 * classes of all fields of its class.
 */
abstract class SessionHolder extends JdbcWrapper {
    private static final AtomicIntegerFieldUpdater<SessionHolder> CLOSED =
            AtomicIntegerFieldUpdater.newUpdater(SessionHolder.class, "closed");

    private static final AtomicReferenceFieldUpdater<SessionHolder, @Nullable Session> SESSION =
            AtomicReferenceFieldUpdater.newUpdater(SessionHolder.class, Session.class, "session");

    volatile @Nullable Session session;

    /** 1 if the application has closed the connection. */
    volatile int closed;

    SessionHolder(@Nullable Session session) {
        SESSION.lazySet(this, session);
    }

    /** False if it was closed before. */
    final boolean markClosed() {
        return CLOSED.compareAndSet(this, 0, 1);
    }

    /** Whether another thread has closed this, whose session may be another's by now; also a fence to writes before. */
    final boolean wasClosedMeanwhile() {
        return !CLOSED.compareAndSet(this, 0, 0);
    }

    final @Nullable Session takeSession() {
        return SESSION.getAndSet(this, null);
    }

    /** False if this is no longer the session. */
    final boolean takeSession(Session held) {
        return SESSION.compareAndSet(this, held, null);
    }
}
