package io.djdbc.driver.wrapper;

import io.djdbc.driver.session.CloseReason;
import io.djdbc.driver.session.JdbcState;
import io.djdbc.driver.session.JdbcState.Property;
import io.djdbc.driver.session.Session;
import io.djdbc.driver.session.SessionSource;
import io.djdbc.driver.sql.RewrittenSql;
import io.djdbc.driver.sql.SessionSql;
import io.djdbc.driver.sql.TextVariants;
import java.sql.CallableStatement;
import java.sql.ClientInfoStatus;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The connection that the application holds: a session of its own from {@code getConnection()} to {@code close()}. A
 * request is that, or what a pool above marks with {@link #beginRequest} and {@link #endRequest}.
 *
 * <p>While {@link #delegate} is null the next use has something to do first: the health check of this request, a new
 * physical connection in place of one that was closed at the end of the last, or to refuse, as this is closed.
 */
public abstract class ConnectionWrapper extends JdbcWrapper implements Connection {
    private static final AtomicIntegerFieldUpdater<ConnectionWrapper> CLOSED =
            AtomicIntegerFieldUpdater.newUpdater(ConnectionWrapper.class, "closed");

    /** Who takes a session away from here, another thread that closes this or the one that uses it, owns it. */
    private static final AtomicReferenceFieldUpdater<ConnectionWrapper, Session> SESSION =
            AtomicReferenceFieldUpdater.newUpdater(ConnectionWrapper.class, Session.class, "session");

    private static final AtomicReferenceFieldUpdater<ConnectionWrapper, OpenResources> RESOURCES =
            AtomicReferenceFieldUpdater.newUpdater(ConnectionWrapper.class, OpenResources.class, "resources");

    final WrapperFamily family;
    private final SessionSource source;
    private @Nullable Connection delegate;
    private volatile @Nullable Session session;
    private volatile @Nullable OpenResources resources;
    private @Nullable PoolAbove pool;
    private @Nullable JdbcState configured;
    private boolean executed;
    private boolean uncommitted;

    /** Whether {@link #use} has nothing to note and nothing to do: one question for each statement that is run. */
    private boolean inUse;

    private volatile int closed;

    protected ConnectionWrapper(SessionSource source, WrapperFamily family, Session session) {
        this.source = source;
        this.family = family;
        SESSION.lazySet(this, session);
        if (session != null && !session.needsHealthCheck()) {
            this.delegate = session.physical();
        }
    }

    /** A wrapper of this class for another session. */
    protected abstract ConnectionWrapper create(SessionSource source, WrapperFamily family, Session session);

    // ---- the way to the vendor's connection

    /** The vendor's connection, checked where this request has not done so. */
    protected final Connection delegate() throws SQLException {
        uncommitted = true; // a savepoint, or a vendor's own method, may begin a transaction as well
        Connection ready = delegate;
        return ready != null ? ready : ready();
    }

    /** The vendor's connection as it is, for the vendor's methods that cannot throw an SQLException. */
    protected final Connection uncheckedDelegate() {
        Session held = session;
        if (held == null) {
            throw new IllegalStateException("the connection is closed");
        }
        return held.physical();
    }

    /** The database is about to be used. */
    final void use() throws SQLException {
        if (!inUse) {
            executed = true;
            delegate();
            inUse = true;
            if (closed != 0) {
                inUse = false;
            }
        }
    }

    /** Refuses what was got from this connection before it was closed, once its session may be another's. */
    final void requireSession() throws SQLException {
        if (closed != 0 && session == null) {
            throw closedException();
        }
        uncommitted = true;
    }

    private void clearDelegate() {
        delegate = null;
        inUse = false;
    }

    private Connection ready() throws SQLException {
        Session held = session;
        if (closed != 0) {
            if (held != null && source.nativeSemantics()) {
                return held.physical(); // closed as well: the vendor says so in its own words
            }
            throw closedException();
        }
        if (held == null) {
            held = adopt(source.acquireChecked());
        } else if (!held.passesHealthCheck() && isReplaceable()) {
            if (!SESSION.compareAndSet(this, held, null)) {
                throw closedException();
            }
            held = adopt(source.replace(held, CloseReason.UNUSABLE));
        }
        Connection physical = held.physical();
        delegate = physical;
        if (wasClosedMeanwhile()) {
            clearDelegate();
            throw closedException();
        }
        return physical;
    }

    /** Whether another thread has closed this, whose session may be another's by now; also a fence to writes before. */
    private boolean wasClosedMeanwhile() {
        return !CLOSED.compareAndSet(this, 0, 0);
    }

    /** Takes a session in place of an earlier one, with what the pool above had set on that. */
    private Session adopt(Session fresh) throws SQLException {
        try {
            if (configured != null) {
                configured.applyTo(fresh.physical(), source);
            }
            if (pool != null) {
                pool.prepare(fresh.physical());
            }
        } catch (SQLException | RuntimeException e) {
            source.discard(fresh, CloseReason.INITIALISATION_FAILED);
            throw e;
        }
        session = fresh;
        if (wasClosedMeanwhile()) {
            if (SESSION.compareAndSet(this, fresh, null)) {
                source.discard(fresh, CloseReason.CLOSED_BY_APPLICATION);
            }
            throw closedException();
        }
        return fresh;
    }

    private boolean isReplaceable() {
        return pool == null || pool.replaceable;
    }

    private static SQLException closedException() {
        return new SQLNonTransientConnectionException("The connection is closed.", "08003");
    }

    // ---- SQL on its way to the vendor

    /** Called by generated code for the SQL of each statement that is prepared. */
    protected final RewrittenSql rewrite(@Nullable String sql) throws SQLException {
        SessionSql session = sql();
        return session == null ? RewrittenSql.UNCHANGED : session.prepared(sql);
    }

    /** Called by generated code for the SQL of each call that is prepared. */
    protected final RewrittenSql rewriteCall(@Nullable String sql) throws SQLException {
        SessionSql session = sql();
        return session == null ? RewrittenSql.UNCHANGED : session.called(sql);
    }

    /** What rewrites statements; null where none is rewritten, and for a connection that is closed. */
    final @Nullable SessionSql sql() throws SQLException {
        if (!source.rewritesSql()) {
            return null;
        }
        Session held = session;
        if (held == null && closed == 0) {
            delegate();
            held = session;
        }
        return held == null || closed != 0 ? null : held.sql();
    }

    // ---- the end of the connection

    @Override
    public final void close() throws SQLException {
        if (!CLOSED.compareAndSet(this, 0, 1)) {
            return;
        }
        Session held = source.keepsSessions() ? SESSION.getAndSet(this, null) : session;
        clearDelegate();
        if (held == null) {
            return;
        }
        OpenResources open = resources;
        if (open != null) {
            open.closeAll();
        }
        held.setUncommitted(uncommitted);
        try {
            source.release(held);
        } catch (SQLException e) {
            if (!held.physical().isClosed()) { // the vendor refuses, because of an open transaction for example
                delegate = held.physical();
                closed = 0;
            }
            throw e;
        }
    }

    @Override
    public final boolean isClosed() throws SQLException {
        Session held = session;
        if (held != null && source.nativeSemantics()) {
            return held.physical().isClosed(); // also after an abort that the vendor takes its time for
        }
        return closed != 0 || held != null && held.physical().isClosed();
    }

    @Override
    public final void abort(Executor executor) throws SQLException {
        if (!CLOSED.compareAndSet(this, 0, 1)) {
            Session held = session;
            if (held != null && !source.keepsSessions()) { // else it may be another's by now
                held.physical().abort(executor);
            }
            return;
        }
        Session held = session;
        if (held == null) {
            return;
        }
        try {
            held.physical().abort(executor);
        } catch (SQLException | RuntimeException e) {
            closed = 0;
            throw e;
        }
        clearDelegate();
        source.aborted(held);
    }

    /**
     * As the vendor's; but false for a connection past CONN_MAX_AGE, so that a pool above replaces it. Counts as the
     * health check of the request that begins.
     */
    @Override
    public final boolean isValid(int timeout) throws SQLException {
        Session held = session;
        if (closed != 0) {
            return held != null && !source.keepsSessions() && held.physical().isValid(timeout);
        }
        if (held == null) {
            try {
                ready();
                return true;
            } catch (SQLException e) {
                return false; // no connection can be had: that is an answer, not an error
            }
        }
        if (isRetired(held)) {
            return false;
        }
        boolean valid = held.physical().isValid(timeout);
        if (valid) {
            held.answered();
            delegate = held.physical();
            if (wasClosedMeanwhile()) {
                clearDelegate();
                return false;
            }
        } else {
            held.didNotAnswer();
        }
        return valid;
    }

    private boolean isRetired(Session held) {
        if (pool != null) {
            return !pool.inRequest && (pool.retired || source.limitsAge() && held.isPastAge());
        }
        return source.limitsAge() && held.isPastAge();
    }

    // ---- requests, when a pool above marks them

    @Override
    public final void beginRequest() throws SQLException {
        if (closed != 0) {
            delegate().beginRequest(); // refused, by us or by the vendor
            return;
        }
        PoolAbove above = pool;
        Session held = session;
        boolean openedForThis = false;
        if (above == null) {
            above = new PoolAbove(!executed, held == null || held.physical().getAutoCommit());
            pool = above;
            openedForThis = !executed && held != null && held.isFresh();
        }
        above.inRequest = true;
        if (!openedForThis) {
            checkBetweenRequests(above);
            held = session;
        }
        if (held != null) {
            held.physical().beginRequest();
        }
    }

    @Override
    public final void endRequest() throws SQLException {
        if (closed != 0) {
            delegate().endRequest();
            return;
        }
        PoolAbove above = pool;
        Session held = session;
        if (held != null) {
            held.physical().endRequest();
            if (above != null && above.inRequest && !above.reset(source, held, configured)) {
                retire(above, held, CloseReason.RESET_FAILED);
            }
        }
        if (above != null) {
            above.inRequest = false;
            checkBetweenRequests(above);
        }
    }

    private void checkBetweenRequests(PoolAbove above) {
        Session held = session;
        if (held == null) {
            return;
        }
        CloseReason reason = held.unusableOrObsolete(above.autoCommit);
        if (reason == CloseReason.MAX_AGE && !source.limitsAge() && (!executed || !source.closesAtEndOfEachRequest())) {
            reason = null; // nobody asked for CONN_MAX_AGE=0, or this one waits for its first request
        }
        if (reason != null) {
            retire(above, held, reason);
        } else if (held.needsHealthCheck()) {
            clearDelegate();
        }
    }

    /** Closes the session; or, where a new one could not be made its equal, lets the pool replace the connection. */
    private void retire(PoolAbove above, Session held, CloseReason reason) {
        if (above.replaceable) {
            clearDelegate();
            if (SESSION.compareAndSet(this, held, null)) {
                source.discard(held, reason);
            }
        } else {
            above.retired = true;
        }
    }

    // ---- transactions

    @Override
    public final void commit() throws SQLException {
        try {
            transactional().commit();
        } catch (SQLException e) {
            throw failed(e);
        }
        transactionEnded();
    }

    @Override
    public final void rollback() throws SQLException {
        try {
            transactional().rollback();
        } catch (SQLException e) {
            throw failed(e);
        }
        transactionEnded();
    }

    /** Django ends a transaction without a health check: it would come too late. */
    private Connection transactional() throws SQLException {
        Session held = session;
        return held != null && closed == 0 ? held.physical() : delegate();
    }

    private void transactionEnded() {
        uncommitted = false;
        inUse = false;
        Session held = session;
        if (held != null) {
            held.transactionEnded();
        }
    }

    @Override
    protected final SQLException failed(SQLException error) {
        Session held = session;
        if (held != null && closed == 0) {
            held.errorOccurred(error);
        }
        return error;
    }

    // ---- what is put back before the next request

    @Override
    public final void setReadOnly(boolean readOnly) throws SQLException {
        changing(Property.READ_ONLY, readOnly).setReadOnly(readOnly);
    }

    @Override
    public final void setTransactionIsolation(int level) throws SQLException {
        try {
            changing(Property.ISOLATION, level).setTransactionIsolation(level);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public final void setCatalog(@Nullable String catalog) throws SQLException {
        try {
            changing(Property.CATALOG, catalog).setCatalog(catalog);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public final void setSchema(@Nullable String schema) throws SQLException {
        try {
            changing(Property.SCHEMA, schema).setSchema(schema);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public final void setHoldability(int holdability) throws SQLException {
        changing(Property.HOLDABILITY, holdability).setHoldability(holdability);
    }

    @Override
    public final void setNetworkTimeout(Executor executor, int milliseconds) throws SQLException {
        changing(Property.NETWORK_TIMEOUT, milliseconds).setNetworkTimeout(executor, milliseconds);
    }

    @Override
    public final void setTypeMap(@Nullable Map<String, Class<?>> map) throws SQLException {
        changing(Property.TYPE_MAP, map).setTypeMap(map);
    }

    @Override
    public final void setClientInfo(String name, @Nullable String value) throws SQLClientInfoException {
        Connection physical = changingClientInfo();
        physical.setClientInfo(name, value);
        clientInfoChanged(physical);
    }

    @Override
    public final void setClientInfo(@Nullable Properties properties) throws SQLClientInfoException {
        Connection physical = changingClientInfo();
        physical.setClientInfo(properties);
        clientInfoChanged(physical);
    }

    private Connection changingClientInfo() throws SQLClientInfoException {
        try {
            Connection physical = delegate();
            remember(Property.CLIENT_INFO, physical);
            return physical;
        } catch (SQLException e) {
            throw ofClientInfo(e);
        }
    }

    private void clientInfoChanged(Connection physical) throws SQLClientInfoException {
        if (pool != null && pool.inRequest) {
            return;
        }
        try {
            configured().putCurrent(Property.CLIENT_INFO, source, physical);
        } catch (SQLException e) {
            throw ofClientInfo(e);
        }
    }

    private static SQLClientInfoException ofClientInfo(SQLException e) {
        return e instanceof SQLClientInfoException already
                ? already
                : new SQLClientInfoException(
                        e.getMessage(), e.getSQLState(), e.getErrorCode(), Map.<String, ClientInfoStatus>of(), e);
    }

    private Connection changing(Property property, @Nullable Object value) throws SQLException {
        Connection physical = delegate();
        remember(property, physical);
        if (pool == null || !pool.inRequest) {
            configured().put(property, value);
        }
        return physical;
    }

    private JdbcState configured() {
        JdbcState known = configured;
        if (known == null) {
            known = new JdbcState();
            configured = known;
        }
        return known;
    }

    private void remember(Property property, Connection physical) throws SQLException {
        Session held = session;
        if (held != null && source.keepsSessions()) {
            held.original().remember(property, source, physical);
        }
        if (pool != null && pool.inRequest) {
            pool.changed.remember(property, source, physical);
        }
    }

    // ---- what belongs to this connection

    final StatementWrapper wrapStatement(Statement vendors) {
        StatementWrapper wrapper = family.statement(this, vendors);
        track(wrapper);
        return wrapper;
    }

    final PreparedStatement wrapPrepared(PreparedStatement vendors) {
        StatementWrapper wrapper = family.prepared(this, vendors);
        track(wrapper);
        return (PreparedStatementWrapper) wrapper;
    }

    final PreparedStatement wrapPrepared(PreparedStatement vendors, RewrittenSql sql, Preparation preparation) {
        TextVariants variants = sql.variants();
        StatementWrapper wrapper = variants == null
                ? family.transforming(this, vendors, sql)
                : family.varying(this, vendors, sql, variants, preparation);
        track(wrapper);
        return (PreparedStatementWrapper) wrapper;
    }

    final CallableStatement wrapCallable(CallableStatement vendors) {
        StatementWrapper wrapper = family.callable(this, vendors);
        track(wrapper);
        return (CallableStatementWrapper) wrapper;
    }

    /** @param statement null for the result sets of metadata and arrays, which no statement of ours closes */
    final ResultSetWrapper wrapResultSet(@Nullable StatementWrapper statement, ResultSet vendors) {
        if (statement != null) {
            return family.rows(this, statement, vendors);
        }
        ResultSetWrapper wrapper = family.resultSet(this, null, vendors);
        track(wrapper);
        return wrapper;
    }

    /** The rows of an array. */
    final ResultSetWrapper wrapRows(@Nullable StatementWrapper statement, ResultSet vendors) {
        ResultSetWrapper wrapper = family.rows(this, statement, vendors);
        track(wrapper);
        return wrapper;
    }

    /** Only a physical connection that stays open leaves open what was opened on it. */
    private void track(JdbcWrapper resource) {
        if (source.keepsSessions()) {
            OpenResources open = resources;
            if (open == null) {
                open = new OpenResources();
                if (!RESOURCES.compareAndSet(this, null, open)) {
                    open = Objects.requireNonNull(resources); // another thread's, and it stays
                }
            }
            open.add(resource);
        }
    }

    /** False if it was closed before: a vendor that caches statements may have given it to another by now. */
    final boolean forget(StatementWrapper statement) {
        OpenResources open = resources;
        return open == null || open.remove(statement);
    }

    final boolean isFor(@Nullable Connection vendors) {
        Session held = session;
        return held != null && held.physical() == vendors;
    }

    final String url() {
        return source.url();
    }

    /** The session in use; null when none is. */
    public final @Nullable Session session() {
        return session;
    }

    @Override
    final ConnectionWrapper connection() {
        return this;
    }

    @Override
    final Object target() throws SQLException {
        return delegate();
    }

    @Override
    public final String toString() {
        Session held = session;
        return held == null
                ? getClass().getName() + " (no physical connection)"
                : held.physical().toString();
    }
}
