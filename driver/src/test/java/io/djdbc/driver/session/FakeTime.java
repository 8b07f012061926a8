package io.djdbc.driver.session;

import io.djdbc.driver.event.CloseReason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A clock that stands still until it is advanced, and the timer that goes by it. */
final class FakeTime extends AgeTimer implements LongSupplier {
    private record Due(PersistentSessions sessions, long at) {}

    private final List<Due> scheduled = new ArrayList<>();
    private long now;

    @Override
    public synchronized long getAsLong() {
        return now;
    }

    @Override
    synchronized void schedule(PersistentSessions sessions, long nanos) {
        scheduled.add(new Due(sessions, now + Math.max(nanos, 0)));
    }

    @Override
    void close(Session session) {
        session.closeQuietly(CloseReason.MAX_AGE);
    }

    /** Tasks that wait. */
    synchronized int scheduled() {
        return scheduled.size();
    }

    /** Lets time pass, and the timer do what is due then. */
    void advance(long seconds) {
        for (Due task : pass(seconds)) {
            task.sessions.closeExpired();
        }
    }

    private synchronized List<Due> pass(long seconds) {
        now += TimeUnit.SECONDS.toNanos(seconds);
        List<Due> due = new ArrayList<>();
        for (Iterator<Due> all = scheduled.iterator(); all.hasNext(); ) {
            Due task = all.next();
            if (task.at <= now) {
                due.add(task);
                all.remove();
            }
        }
        return due;
    }
}
