package io.djdbc.driver.wrapper;

import io.djdbc.driver.event.CloseReason;
import io.djdbc.driver.session.Session;
import io.djdbc.driver.session.SessionSource;
import io.djdbc.driver.sql.RewrittenSql;
import io.djdbc.driver.sql.SessionSql;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The connection that the application holds: a session of its own from {@code getConnection()} to {@code close()}. A
 * request is that, or what a pool above marks with {@link #beginRequest} and {@link #endRequest}.
 *
 * <p>While {@link #delegate} is null the next use has something to do first: the health check of this request, a new
 * physical connection in place of one that was closed at the end of the last, or to refuse, as this is closed.
 */
public abstract class ConnectionWrapper extends SessionHolder implements Connection {
    final WrapperFamily family;
    final SessionSource source;
    /** Here and not only in the source, as each statement that is run asks. */
    private final boolean rewritesSql;

    private @Nullable Connection delegate;

    /** What rewrote the last statement of this session, for as long as {@link #delegate} is the vendor's connection. */
    private @Nullable SessionSql recentSql;

    private final @Nullable OpenResources resources; // null where a physical connection closes its own
    private @Nullable PoolAbove pool;
    private @Nullable ChangedProperties properties;
    private boolean executed;
    private boolean uncommitted;

    /** Whether {@link #use} has nothing to note and nothing to do: one question for each statement that is run. */
    private boolean inUse;

    protected ConnectionWrapper(SessionSource source, WrapperFamily family, Session session) {
        super(session);
        this.source = source;
        this.family = family;
        this.rewritesSql = source != null && source.rewritesSql();
        this.resources = source != null && source.keepsSessions() ? new OpenResources() : null;
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
            throw ClosedConnection.unchecked();
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
        refuseIfGivenBack();
        uncommitted = true;
    }

    /** The same for what another thread may call, and what does not use the database. */
    final void refuseIfGivenBack() throws SQLException {
        if (closed != 0 && session == null) {
            throw ClosedConnection.exception();
        }
    }

    /** The next use asks again what is to be done first. */
    final void clearDelegate() {
        delegate = null;
        recentSql = null;
        inUse = false;
    }

    private Connection ready() throws SQLException {
        Session held = session;
        if (closed != 0) {
            if (held != null && source.nativeSemantics()) {
                return held.physical(); // closed as well: the vendor says so in its own words
            }
            throw ClosedConnection.exception();
        }
        if (held == null) {
            held = adopt(source.acquireChecked());
        } else if (!held.passesHealthCheck() && isReplaceable()) {
            if (!takeSession(held)) {
                throw ClosedConnection.exception();
            }
            held = adopt(source.replace(held, CloseReason.UNUSABLE));
        }
        Connection physical = held.physical();
        delegate = physical;
        if (wasClosedMeanwhile()) {
            clearDelegate();
            throw ClosedConnection.exception();
        }
        return physical;
    }

    /** Takes a session in place of an earlier one, with what the pool above had set on that. */
    private Session adopt(Session fresh) throws SQLException {
        try {
            if (properties != null) {
                properties.configured().applyTo(fresh.physical(), source);
            }
            if (pool != null) {
                pool.prepare(fresh.physical());
            }
        } catch (SQLException | RuntimeException e) {
            source.discard(fresh, CloseReason.INITIALISATION_FAILED);
            throw e;
        }
        session = fresh;
        recentSql = null;
        if (wasClosedMeanwhile()) {
            if (takeSession(fresh)) {
                source.discard(fresh, CloseReason.CLOSED_BY_APPLICATION);
            }
            throw ClosedConnection.exception();
        }
        return fresh;
    }

    private boolean isReplaceable() {
        return pool == null || pool.replaceable;
    }

    // ---- SQL on its way to the vendor

    /** Called by generated code for the SQL of each statement that is prepared. */
    protected final RewrittenSql rewrite(@Nullable String sql) throws SQLException {
        if (!rewritesSql) {
            return RewrittenSql.UNCHANGED;
        }
        SessionSql recent = recentSql;
        RewrittenSql known = recent == null ? null : recent.known(sql);
        return known == null ? rewriteUnknown(sql) : known;
    }

    private RewrittenSql rewriteUnknown(@Nullable String sql) throws SQLException {
        SessionSql session = sql(sql);
        if (session == null) {
            return RewrittenSql.UNCHANGED;
        }
        RewrittenSql rewritten = session.prepared(sql);
        if (session.isChangedBy(sql)) {
            syntaxChanges();
        }
        return rewritten;
    }

    /** Called by generated code for the SQL of each call that is prepared. */
    protected final RewrittenSql rewriteCall(@Nullable String sql) throws SQLException {
        SessionSql session = sql(sql);
        return session == null ? RewrittenSql.UNCHANGED : session.called(sql);
    }

    final void syntaxChanges() {
        recentSql = null;
        Session held = session;
        if (held != null) {
            held.syntaxChanges();
        }
    }

    /** What rewrites this statement; the session is asked how it writes SQL where that is not known and matters. */
    final @Nullable SessionSql sql(@Nullable String text) throws SQLException {
        SessionSql session = sql();
        if (session != null && session.isUncertain(text)) {
            syntaxChanges();
            return sql();
        }
        return session;
    }

    /** What rewrites statements; null where none is rewritten, and for a connection that is closed. */
    private @Nullable SessionSql sql() throws SQLException {
        if (!rewritesSql) {
            return null;
        }
        Session held = session;
        if (held == null && closed == 0) {
            delegate();
            held = session;
        }
        SessionSql found = held == null || closed != 0 ? null : held.sql();
        recentSql = found;
        return found;
    }

    // ---- the end of the connection

    @Override
    public final void close() throws SQLException {
        if (!markClosed()) {
            return;
        }
        Session held = source.keepsSessions() ? takeSession() : session;
        clearDelegate();
        if (held == null) {
            return;
        }
        try {
            if (resources != null) {
                resources.closeAll();
            }
            held.setUncommitted(uncommitted);
            source.release(held);
        } catch (SQLException e) {
            if (!held.physical().isClosed()) { // the vendor refuses, because of an open transaction for example
                delegate = held.physical();
                closed = 0;
            }
            throw e;
        } catch (RuntimeException | Error e) { // a vendor's mistake must not cost the physical connection as well
            source.discard(held, CloseReason.UNUSABLE);
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
        if (!markClosed()) {
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
        PoolAbove above = pool;
        if (above == null ? source.limitsAge() && held.isPastAge() : above.isToReplace(held)) {
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

    // ---- requests, when a pool above marks them

    @Override
    public final void beginRequest() throws SQLException {
        if (closed != 0) {
            delegate().beginRequest(); // refused, by us or by the vendor
            return;
        }
        PoolAbove above = pool;
        boolean openedForThis = false;
        if (above == null) {
            Session held = session;
            above = PoolAbove.of(this);
            pool = above;
            openedForThis = !executed && held != null && held.isFresh();
        }
        above.begin(openedForThis);
    }

    @Override
    public final void endRequest() throws SQLException {
        if (closed != 0) {
            delegate().endRequest();
            return;
        }
        PoolAbove above = pool;
        Session held = session;
        if (above != null) {
            above.end(properties == null ? null : properties.configured());
        } else if (held != null) {
            held.physical().endRequest();
        }
    }

    /** Closes a session that is not to be used any more; the next use opens another. */
    final void giveUp(Session held, CloseReason reason) {
        clearDelegate();
        if (takeSession(held)) {
            source.discard(held, reason);
        }
    }

    /** Whether the database was used since this was opened. */
    final boolean hasExecuted() {
        return executed;
    }

    /** Whether statements were run since the last commit or rollback. */
    final boolean hasUnendedStatements() {
        return inUse;
    }

    /** What a pool above has made known of its requests; null if it does not mark them. */
    final @Nullable PoolAbove pool() {
        return pool;
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
        properties().setReadOnly(readOnly);
    }

    @Override
    public final void setTransactionIsolation(int level) throws SQLException {
        properties().setTransactionIsolation(level);
    }

    @Override
    public final void setCatalog(@Nullable String catalog) throws SQLException {
        properties().setCatalog(catalog);
    }

    @Override
    public final void setSchema(@Nullable String schema) throws SQLException {
        properties().setSchema(schema);
    }

    @Override
    public final void setHoldability(int holdability) throws SQLException {
        properties().setHoldability(holdability);
    }

    @Override
    public final void setNetworkTimeout(Executor executor, int milliseconds) throws SQLException {
        properties().setNetworkTimeout(executor, milliseconds);
    }

    @Override
    public final void setTypeMap(@Nullable Map<String, Class<?>> map) throws SQLException {
        properties().setTypeMap(map);
    }

    @Override
    public final void setClientInfo(String name, @Nullable String value) throws SQLClientInfoException {
        properties().setClientInfo(name, value);
    }

    @Override
    public final void setClientInfo(@Nullable Properties info) throws SQLClientInfoException {
        properties().setClientInfo(info);
    }

    private ChangedProperties properties() {
        ChangedProperties known = properties;
        if (known == null) {
            known = new ChangedProperties(this);
            properties = known;
        }
        return known;
    }

    // ---- what belongs to this connection

    @Override
    public final @Nullable Array createArrayOf(String typeName, @Nullable Object @Nullable [] elements)
            throws SQLException {
        try {
            return wrap(delegate().createArrayOf(typeName, unwrapElements(elements)));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public final @Nullable Struct createStruct(String typeName, @Nullable Object @Nullable [] attributes)
            throws SQLException {
        try {
            return delegate().createStruct(typeName, unwrapElements(attributes));
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    final StatementWrapper wrapStatement(Statement vendors) {
        return track(family.statement(this, vendors));
    }

    final PreparedStatement wrapPrepared(PreparedStatement vendors) {
        return (PreparedStatementWrapper) track(family.prepared(this, vendors));
    }

    final PreparedStatement wrapPrepared(PreparedStatement vendors, RewrittenSql sql, Preparation preparation) {
        return (PreparedStatementWrapper) track(family.prepared(this, vendors, sql, preparation));
    }

    final CallableStatement wrapCallable(CallableStatement vendors) {
        return (CallableStatement) track(family.callable(this, vendors));
    }

    /** @param statement null for the result sets of metadata and arrays, which no statement of ours closes */
    final ResultSetWrapper wrapResultSet(@Nullable StatementWrapper statement, ResultSet vendors) {
        if (statement != null) {
            return family.rows(this, statement, vendors);
        }
        return track(family.resultSet(this, null, vendors));
    }

    /** The rows of an array. */
    final ResultSetWrapper wrapRows(@Nullable StatementWrapper statement, ResultSet vendors) {
        return track(family.rows(this, statement, vendors));
    }

    /** Only a physical connection that stays open leaves open what was opened on it. */
    private <W extends JdbcWrapper> W track(W resource) {
        if (resources != null) {
            resources.add(resource);
        }
        return resource;
    }

    /** False if it was closed before: a vendor that caches statements may have given it to another by now. */
    final boolean forget(StatementWrapper statement) {
        return resources == null || resources.remove(statement);
    }

    /** Whether the vendor may give a closed statement out again, to another borrower of this session. */
    final boolean mayComeBack(Statement closed) {
        return resources != null && source.dialect().reusesClosedStatement(closed);
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
