package io.djdbc.driver.session;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Closes idle connections past their age. Its one daemon thread starts with the first kept connection and ends when
 * none is left, so that it keeps no application's class loader alive.
 */
public class AgeTimer {
    private static final long THREAD_IDLE_SECONDS = 1;

    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ScheduledThreadPoolExecutor executor;

    void schedule(PersistentSessions sessions, long nanos) {
        lock.lock();
        try {
            ScheduledThreadPoolExecutor running = executor;
            if (running == null) {
                running = newExecutor();
                executor = running;
            }
            running.schedule(new Task(sessions), Math.max(nanos, 0) + 1, TimeUnit.NANOSECONDS);
        } finally {
            lock.unlock();
        }
    }

    private static ScheduledThreadPoolExecutor newExecutor() {
        ScheduledThreadPoolExecutor made = new ScheduledThreadPoolExecutor(1, new Threads());
        made.setKeepAliveTime(THREAD_IDLE_SECONDS, TimeUnit.SECONDS);
        made.allowCoreThreadTimeOut(true);
        return made;
    }

    /** Ends the thread; a connection that is kept afterwards starts another. */
    public void shutDown() {
        lock.lock();
        try {
            if (executor != null) {
                executor.shutdownNow();
                executor = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private static final class Task implements Runnable {
        private final PersistentSessions sessions;

        Task(PersistentSessions sessions) {
            this.sessions = sessions;
        }

        @Override
        public void run() {
            sessions.closeExpired();
        }
    }

    private static final class Threads implements ThreadFactory {
        @Override
        public Thread newThread(Runnable work) {
            Thread thread = new Thread(null, work, "djdbc-connection-age", 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            return thread;
        }
    }
}
