package io.djdbc.driver.session;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * Closes idle connections past their age. Its one daemon thread starts with the first kept connection and ends when
 * none is left, so that it keeps no application's class loader alive.
 */
public class AgeTimer {
    private static final long THREAD_IDLE_SECONDS = 1;

    private final ScheduledThreadPoolExecutor executor;

    public AgeTimer() {
        executor = new ScheduledThreadPoolExecutor(1, new Threads());
        executor.setKeepAliveTime(THREAD_IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    void schedule(PersistentSessions sessions, long nanos) {
        if (!executor.isShutdown()) {
            executor.schedule(new Task(sessions), Math.max(nanos, 0) + 1, TimeUnit.NANOSECONDS);
        }
    }

    /** Ends the thread; nothing is closed by age any more. */
    public void shutDown() {
        executor.shutdownNow();
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
            Thread thread = new Thread(work, "djdbc-connection-age");
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            return thread;
        }
    }
}
