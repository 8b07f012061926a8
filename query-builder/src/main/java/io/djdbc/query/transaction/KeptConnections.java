package io.djdbc.query.transaction;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Connections of a URL, which stay open until {@link #close}, most recently used first. One that was idle for more than a
 * second must answer before it is used again. A database in memory has one connection only, which threads take in turn.
 */
public final class KeptConnections implements ConnectionSource {

    private static final long UNCHECKED_NANOS = 1_000_000_000L;
    private static final int CHECK_SECONDS = 5;

    private final String url;
    private final Properties properties;
    private final boolean single;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition released = lock.newCondition();
    private final Deque<Idle> idle = new ArrayDeque<>();
    /** The one that was used last, so that a single thread needs no lock; not where threads take turns. */
    private final AtomicReference<@Nullable Idle> last = new AtomicReference<>();

    /** When any was taken; a thread may see an older time, which makes it check too often, never too seldom. */
    private long lastTaken = System.nanoTime();

    private int inUse;
    private volatile boolean closed;

    /** @param since a time not after it was given back */
    private record Idle(Connection connection, long since) {}

    public KeptConnections(String url, @Nullable String user, @Nullable String password) {
        this.url = url;
        this.properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        if (url.startsWith("jdbc:sqlite:")) {
            // as Django always does; SQLite itself leaves foreign keys unchecked
            properties.setProperty("foreign_keys", "true");
        }
        this.single = url.contains("sqlite:") && (url.contains(":memory:") || url.contains("mode=memory"));
    }

    @Override
    public Connection acquire() throws SQLException {
        Idle quick = single ? null : last.getAndSet(null);
        if (quick != null) {
            if (isUsable(quick)) {
                return quick.connection();
            }
            closeQuietly(quick.connection());
        }
        Idle kept = takeIdle();
        while (kept != null) {
            if (isUsable(kept)) {
                return kept.connection();
            }
            closeQuietly(kept.connection());
            returned(null);
            kept = takeIdle();
        }
        lastTaken = System.nanoTime();
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException | RuntimeException e) {
            returned(null);
            throw e;
        }
    }

    private @Nullable Idle takeIdle() throws SQLException {
        lock.lock();
        try {
            while (single && inUse > 0) {
                released.awaitUninterruptibly();
            }
            if (closed) {
                throw new SQLException("The database was closed", "08003");
            }
            Idle kept = idle.poll();
            inUse++;
            return kept;
        } finally {
            lock.unlock();
        }
    }

    private boolean isUsable(Idle kept) throws SQLException {
        boolean fresh = single;
        if (!single) {
            long now = System.nanoTime();
            fresh = now - kept.since() < UNCHECKED_NANOS;
            lastTaken = now;
        }
        return fresh ? !kept.connection().isClosed() : kept.connection().isValid(CHECK_SECONDS);
    }

    @Override
    public void release(Connection connection) throws SQLException {
        if (connection.isClosed()) {
            returned(null);
        } else if (single || !last.compareAndSet(null, new Idle(connection, lastTaken))) {
            returned(connection);
        } else if (closed) {
            closeLast();
        }
    }

    private void closeLast() {
        Idle late = last.getAndSet(null);
        if (late != null) {
            closeQuietly(late.connection());
        }
    }

    private void returned(@Nullable Connection connection) {
        lock.lock();
        try {
            inUse--;
            if (connection != null && !closed) {
                idle.push(new Idle(connection, lastTaken));
            } else if (connection != null) {
                closeQuietly(connection);
            }
            released.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            closeLast();
            while (!idle.isEmpty()) {
                closeQuietly(idle.pop().connection());
            }
        } finally {
            lock.unlock();
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // it is not wanted any more
        }
    }
}
