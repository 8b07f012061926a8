package io.djdbc.driver.session;

import io.djdbc.driver.event.CloseReason;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * CONN_MAX_AGE &gt; 0: physical connections are kept between requests, the most recently used first, without an upper
 * bound, as Django has one for each thread. Those past their age are closed when somebody comes, and by a timer.
 */
public final class PersistentSessions extends SessionSource {
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Session> idle = new ArrayDeque<>();
    private final AgeTimer timer;
    private boolean timerSet;
    private long timerDueAt;
    private boolean shutDown;

    private PersistentSessions(SessionFactory factory, AgeTimer timer) {
        super(factory);
        this.timer = timer;
    }

    /** By its general type, so that the JVM's verifier does not load this class where it is not used. */
    public static SessionSource of(SessionFactory factory, AgeTimer timer) {
        return new PersistentSessions(factory, timer);
    }

    @Override
    public Session acquire() throws SQLException {
        for (Session session = takeIdle(); session != null; session = takeIdle()) {
            CloseReason reason = session.isPastAge() ? CloseReason.MAX_AGE : closedBelow(session);
            if (reason == null) {
                session.requestBegins();
                events().reused();
                return session;
            }
            session.closeQuietly(reason);
        }
        return open();
    }

    private static @Nullable CloseReason closedBelow(Session session) {
        try {
            return session.physical().isClosed() ? CloseReason.CLOSED_BY_APPLICATION : null;
        } catch (SQLException e) {
            return CloseReason.UNUSABLE;
        }
    }

    /** Keeps the session if Django would; what closing it says is nobody's concern any more. */
    @Override
    public void release(Session session) {
        CloseReason reason = session.unusableOrObsolete(autoCommit());
        if (reason == null && !reset(session)) {
            reason = CloseReason.RESET_FAILED;
        }
        if (reason == null) {
            reason = keep(session);
        }
        if (reason != null) {
            session.closeQuietly(reason);
        }
    }

    private @Nullable CloseReason keep(Session session) {
        lock.lock();
        try {
            if (shutDown) {
                return CloseReason.SHUTDOWN;
            }
            idle.addLast(session);
            if (maxAgeNanos() != UNLIMITED) {
                setTimer(session.dueAt());
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Lets the timer come, unless it comes earlier anyway; the clock is asked only where it does not. */
    private void setTimer(long dueAt) {
        if (!timerSet || dueAt - timerDueAt < 0) {
            timerSet = true;
            timerDueAt = dueAt;
            timer.schedule(this, dueAt - now());
        }
    }

    private @Nullable Session takeIdle() {
        lock.lock();
        try {
            return idle.pollLast();
        } finally {
            lock.unlock();
        }
    }

    /** Closes the idle sessions past their age; called by the timer. */
    void closeExpired() {
        List<Session> expired = new ArrayList<>();
        lock.lock();
        try {
            Session next = null;
            for (int left = idle.size(); left > 0; left--) { // once around
                Session session = idle.removeFirst();
                if (session.isPastAge()) {
                    expired.add(session);
                } else {
                    if (next == null || session.dueAt() - next.dueAt() < 0) {
                        next = session;
                    }
                    idle.addLast(session);
                }
            }
            if (timerSet && now() - timerDueAt >= 0) {
                timerSet = false;
            }
            if (next != null && !shutDown) {
                setTimer(next.dueAt());
            }
        } finally {
            lock.unlock();
        }
        int last = expired.size() - 1;
        for (int i = 0; i < last; i++) {
            timer.close(expired.get(i));
        }
        if (last >= 0) {
            expired.get(last).closeQuietly(CloseReason.MAX_AGE);
        }
    }

    @Override
    public int idleCount() {
        lock.lock();
        try {
            return idle.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void shutDown() {
        List<Session> all;
        lock.lock();
        try {
            shutDown = true;
            all = new ArrayList<>(idle);
            idle.clear();
        } finally {
            lock.unlock();
        }
        for (Session session : all) {
            session.closeQuietly(CloseReason.SHUTDOWN);
        }
    }

    @Override
    public boolean keepsSessions() {
        return true;
    }
}
