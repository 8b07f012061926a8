package io.djdbc.driver.session;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.djdbc.driver.event.CloseReason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * POOL=true: HikariCP keeps the sessions. It is asked only for whose turn it is; the application's calls go straight
 * to the vendor's connection.
 */
public final class PooledSessions extends SessionSource {

    /**
     * The pool's measures.
     *
     * @param minSize connections kept idle
     * @param maxSize connections at most
     * @param timeoutMillis how long to wait for a connection
     * @param maxIdleMillis how long a connection beyond {@code minSize} may stay idle
     */
    public record Measures(int minSize, int maxSize, long timeoutMillis, long maxIdleMillis) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final HikariConfig config;
    private volatile @Nullable HikariDataSource pool;
    private volatile int failedStarts; // written under the lock
    private @Nullable SQLException failure; // under the lock

    private PooledSessions(SessionFactory factory, Measures measures) {
        super(factory);
        this.config = configuration(measures);
    }

    /**
     * Opens nothing yet. By its general type, so that the JVM's verifier does not load this class where it is not used.
     */
    public static SessionSource of(SessionFactory factory, Measures measures) {
        return new PooledSessions(factory, measures);
    }

    @Override
    public Session acquire() throws SQLException {
        Connection lease = pool().getConnection();
        Session session = lease.unwrap(PooledConnectionHandler.Pooled.class).session();
        session.lease = lease;
        return session;
    }

    @Override
    public void release(Session session) {
        CloseReason reason = session.unusableOrObsolete(autoCommit());
        if (reason == CloseReason.MAX_AGE) {
            reason = null; // how long it lives is the pool's affair
        }
        if (reason == null && !reset(session)) {
            reason = CloseReason.RESET_FAILED;
        }
        if (reason == null) {
            giveBack(session);
        } else {
            discard(session, reason);
        }
    }

    @Override
    public void discard(Session session, CloseReason reason) {
        session.closeQuietly(reason);
        Connection lease = session.lease;
        HikariDataSource open = pool;
        if (lease != null && open != null) {
            open.evictConnection(lease);
        }
        giveBack(session);
    }

    @Override
    public void aborted(Session session) {
        super.aborted(session);
        discard(session, CloseReason.CLOSED_BY_APPLICATION);
    }

    @Override
    public Session replace(Session session, CloseReason reason) throws SQLException {
        discard(session, reason);
        return acquireChecked(); // what killed this one has often killed its neighbours in the pool
    }

    private static void giveBack(Session session) {
        Connection lease = session.lease;
        session.lease = null;
        if (lease != null) {
            try {
                lease.close();
            } catch (SQLException e) {
                // the pool has taken it out
            }
        }
    }

    private HikariDataSource pool() throws SQLException {
        HikariDataSource open = pool;
        return open != null ? open : start();
    }

    /** One thread starts the pool; those who waited for it share what came of it, also a failure. */
    private HikariDataSource start() throws SQLException {
        int before = failedStarts;
        lock.lock();
        try {
            HikariDataSource open = pool;
            if (open != null) {
                return open;
            }
            SQLException shared = failure;
            if (failedStarts != before && shared != null) {
                throw shared;
            }
            open = new HikariDataSource(config);
            pool = open;
            failure = null;
            return open;
        } catch (PoolInitializationException e) {
            if (e.getCause() instanceof SQLException cause) {
                failure = cause;
                failedStarts++;
                throw cause;
            }
            throw e;
        } finally {
            lock.unlock();
        }
    }

    private HikariConfig configuration(Measures measures) {
        HikariConfig measured = new HikariConfig();
        measured.setPoolName("djdbc " + url());
        measured.setDataSource(new SessionDataSource(this));
        measured.setAutoCommit(autoCommit());
        measured.setMinimumIdle(measures.minSize());
        measured.setMaximumPoolSize(measures.maxSize());
        measured.setConnectionTimeout(measures.timeoutMillis());
        measured.setIdleTimeout(measures.maxIdleMillis());
        return measured;
    }

    @Override
    public void shutDown() {
        HikariDataSource open = pool;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public int idleCount() {
        HikariDataSource open = pool;
        HikariPoolMXBean state = open == null ? null : open.getHikariPoolMXBean();
        return state == null ? 0 : state.getIdleConnections();
    }

    @Override
    public boolean keepsSessions() {
        return true;
    }
}
