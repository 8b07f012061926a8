package io.djdbc.driver.session;

import io.djdbc.driver.event.CloseReason;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Closes idle connections past their age. Its daemon thread starts with the first kept connection and ends when none is
 * left, so that it keeps no application's class loader alive; a few more come for a moment where many are to be closed,
 * as a server that does not answer may take its time for each.
 */
public class AgeTimer {
    private static final int MOST_THREADS = 4;
    private static final long THREAD_IDLE_SECONDS = 1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Session> closing = new ConcurrentLinkedQueue<>();
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

    /** Closes a session past its age, on another thread where there is one to spare. */
    void close(Session session) {
        closing.add(session);
        lock.lock();
        try {
            if (executor != null) {
                executor.execute(new Closing());
                return;
            }
        } finally {
            lock.unlock();
        }
        closeNext();
    }

    private boolean closeNext() {
        Session next = closing.poll();
        if (next == null) {
            return false;
        }
        next.closeQuietly(CloseReason.MAX_AGE);
        return true;
    }

    private static ScheduledThreadPoolExecutor newExecutor() {
        ScheduledThreadPoolExecutor made = new ScheduledThreadPoolExecutor(MOST_THREADS, new Threads());
        made.setKeepAliveTime(THREAD_IDLE_SECONDS, TimeUnit.SECONDS);
        made.allowCoreThreadTimeOut(true);
        return made;
    }

    /** Ends the threads, and closes what still waited for one; a connection kept afterwards starts another. */
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
        while (closeNext()) {
            // the next
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

    private final class Closing implements Runnable {
        @Override
        public void run() {
            closeNext();
        }
    }

    private static final class Threads implements ThreadFactory {
        /**
         * Up to JDK 23 a thread inherits the access control context of who starts it, and with it the class loaders of
         * all callers: of the application that happens to be the first. A privileged action hides them.
         */
        @Override
        @SuppressWarnings("removal")
        public Thread newThread(Runnable work) {
            return AccessController.doPrivileged(new NewThread(work));
        }
    }

    private static final class NewThread implements PrivilegedAction<Thread> {
        private final Runnable work;

        NewThread(Runnable work) {
            this.work = work;
        }

        @Override
        public Thread run() {
            Thread thread = new Thread(null, work, "djdbc-connection-age", 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            return thread;
        }
    }
}
