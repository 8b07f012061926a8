package io.djdbc.driver.session;

import io.djdbc.driver.event.CloseReason;
import io.djdbc.driver.event.SessionEvents;
import io.djdbc.driver.sql.SessionSql;
import io.djdbc.driver.sql.SqlRewriters;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * One physical connection, and what Django's database wrapper remembers of it: when it is to be closed, whether an
 * error was seen, whether it was checked in this request. Used by one request at a time.
 *
 * <p>Mirrors {@code BaseDatabaseWrapper.close_if_unusable_or_obsolete} and {@code close_if_health_check_failed}.
 */
public final class Session {
    /** Seconds that a health check may take. */
    private static final int HEALTH_CHECK_TIMEOUT = 5;

    /** For so long after the connect there is no need to ask whether the connection lives. */
    private static final long FRESH_NANOS = 500_000_000;

    private final SessionSource source;
    private final Connection physical;
    private final long openedAt;
    private @Nullable JdbcState original;
    private boolean errorsOccurred;
    private boolean healthCheckDone = true;
    private boolean unusable;
    private boolean spoiled;
    private boolean uncommitted;
    private boolean closed;
    private @Nullable SessionSql sql;
    private boolean syntaxChanged;

    /** The pooled connection that stands for this one while POOL=true lends it out. */
    @Nullable
    Connection lease;

    Session(SessionSource source, Connection physical, long openedAt) {
        this.source = source;
        this.physical = physical;
        this.openedAt = openedAt;
    }

    /** The vendor's connection. */
    public Connection physical() {
        return physical;
    }

    /** What rewrites this session's statements; null where none is rewritten. */
    public @Nullable SessionSql sql() throws SQLException {
        SessionSql known = sql;
        if (known == null) {
            SqlRewriters rewriters = source.rewriters();
            known = rewriters == null ? null : rewriters.forSession(physical, syntaxChanged);
            sql = known;
        }
        return known;
    }

    /** A statement is run that may change how this session writes SQL: the next one asks. */
    public void syntaxChanges() {
        syntaxChanged = true;
        sql = null;
    }

    /** What the JDBC API changed since the session was initialised, by its values from before. */
    public JdbcState original() {
        JdbcState known = original;
        if (known == null) {
            known = new JdbcState();
            original = known;
        }
        return known;
    }

    boolean isChanged() {
        return original != null && !original.isEmpty();
    }

    /** Whether a database error was seen since the last commit, rollback or ping. */
    public boolean errorsOccurred() {
        return errorsOccurred;
    }

    /** Notes an error, unless it says something of the data only. */
    public void errorOccurred(SQLException error) {
        source.events().errorOccurred(error);
        if (!source.dialect().isDataOrIntegrityError(error)) {
            errorsOccurred = true;
        }
    }

    /** A commit or rollback succeeded: the connection works. */
    public void transactionEnded() {
        errorsOccurred = false;
    }

    /** Whether something may have been done since the last commit or rollback. */
    public void setUncommitted(boolean uncommitted) {
        this.uncommitted = uncommitted;
    }

    boolean isUncommitted() {
        return uncommitted;
    }

    /** A new request begins: an answer to an earlier one says nothing of now. */
    void requestBegins() {
        healthCheckDone = false;
    }

    /** Whether it was opened just now, and not used by an earlier request. */
    public boolean isFresh() {
        return healthCheckDone && source.now() - openedAt < FRESH_NANOS;
    }

    /** The connection has just answered. */
    public void answered() {
        unusable = false;
        errorsOccurred = false;
        healthCheckDone = true;
    }

    /** The connection was asked and did not answer: it is closed at the next occasion, without being asked again. */
    public void didNotAnswer() {
        unusable = true;
    }

    /** It was changed in a way that cannot be put back: it is closed at the end of the request. */
    public void spoil() {
        spoiled = true;
    }

    /** Whether CONN_MAX_AGE, counted from the connect, is over. */
    public boolean isPastAge() {
        long age = source.maxAgeNanos();
        return age != SessionSource.UNLIMITED && source.now() - openedAt >= age;
    }

    /** When CONN_MAX_AGE is over, by the source's clock. */
    long dueAt() {
        return openedAt + source.maxAgeNanos();
    }

    /** Whether a health check is due before the next use. */
    public boolean needsHealthCheck() {
        return !healthCheckDone && source.healthChecks();
    }

    /** Makes the due health check; true if the connection answered. At most once a request. */
    public boolean passesHealthCheck() {
        if (!needsHealthCheck()) {
            return true;
        }
        boolean usable = isUsable();
        healthCheckDone = true;
        return usable;
    }

    /**
     * The check at the start and at the end of a request: why the connection must be closed now, or null if it may
     * be kept.
     *
     * @param autoCommit what auto-commit is between requests
     */
    public @Nullable CloseReason unusableOrObsolete(boolean autoCommit) {
        healthCheckDone = false;
        try {
            if (physical.isClosed()) {
                return CloseReason.CLOSED_BY_APPLICATION;
            }
            if (physical.getAutoCommit() != autoCommit) {
                return CloseReason.AUTOCOMMIT_CHANGED;
            }
        } catch (SQLException e) {
            return CloseReason.UNUSABLE;
        }
        if (unusable || spoiled) {
            return CloseReason.UNUSABLE;
        }
        if (errorsOccurred) {
            if (!isUsable()) {
                return CloseReason.UNUSABLE;
            }
            answered();
        }
        return isPastAge() ? CloseReason.MAX_AGE : null;
    }

    private boolean isUsable() {
        if (!source.dialect().hasHealthCheck()) {
            return true;
        }
        boolean usable;
        try {
            usable = physical.isValid(HEALTH_CHECK_TIMEOUT);
        } catch (SQLException e) {
            usable = false;
        }
        source.events().healthChecked(usable);
        return usable;
    }

    /** Closes the physical connection once; what it throws is the caller's. */
    public void close(CloseReason reason) throws SQLException {
        if (closed) {
            return;
        }
        try {
            physical.close();
        } catch (SQLException e) {
            if (physical.isClosed()) {
                closed(reason);
            }
            throw e;
        }
        closed(reason);
    }

    /** The application has aborted the physical connection. */
    void aborted() {
        closed(CloseReason.CLOSED_BY_APPLICATION);
    }

    private void closed(CloseReason reason) {
        if (!closed) {
            closed = true;
            SessionEvents events = source.events();
            events.closed(reason, events.wantsTimes() ? source.now() - openedAt : 0);
        }
    }

    /** Closes the physical connection, whatever it says to that. */
    public void closeQuietly(CloseReason reason) {
        try {
            close(reason);
        } catch (SQLException | RuntimeException e) {
            closeWithoutTransaction();
            closed(reason);
        }
    }

    /** Some vendors do not close a connection whose transaction is open. */
    private void closeWithoutTransaction() {
        try {
            if (!physical.isClosed()) {
                physical.rollback();
                physical.close();
            }
        } catch (SQLException | RuntimeException e) {
            // nothing more can be done
        }
    }
}
