package io.djdbc.driver.wrapper;

import io.djdbc.driver.sql.RewrittenSql;
import io.djdbc.driver.sql.SessionSql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A vendor's statement. As thread-safe as that is. */
public abstract class StatementWrapper extends JdbcWrapper implements Statement {
    protected Statement delegate;
    final ConnectionWrapper connection;
    private @Nullable ResultSetWrapper current;
    private boolean withoutEscapes;

    protected StatementWrapper(ConnectionWrapper connection, Statement delegate) {
        this.connection = connection;
        this.delegate = delegate;
    }

    /** A wrapper of this class for another statement. */
    protected abstract StatementWrapper create(ConnectionWrapper connection, Statement delegate);

    @Override
    final ConnectionWrapper connection() {
        return connection;
    }

    @Override
    Object target() {
        return delegate;
    }

    @Override
    final StatementWrapper statement() {
        return this;
    }

    /** Called by generated code before everything that makes the server work. */
    protected final void beforeExecute() throws SQLException {
        connection.use();
    }

    /** Called by generated code for the SQL of each statement that is run as it is. */
    protected final RewrittenSql rewrite(@Nullable String sql) throws SQLException {
        return withoutEscapes ? rewriteWithoutEscapes(sql) : connection.rewrite(sql);
    }

    private RewrittenSql rewriteWithoutEscapes(@Nullable String sql) throws SQLException {
        SessionSql session = connection.sql(sql);
        if (session == null) {
            return RewrittenSql.UNCHANGED;
        }
        RewrittenSql rewritten = session.withoutEscapes(sql);
        if (session.isChangedBy(sql)) {
            connection.syntaxChanges();
        }
        return rewritten;
    }

    @Override
    public final void setEscapeProcessing(boolean enable) throws SQLException {
        delegate.setEscapeProcessing(enable);
        withoutEscapes = !enable;
    }

    /** Whether a statement that a vendor's result set names is ours, seen from further inside. */
    boolean isFor(Statement vendors) throws SQLException {
        return vendors.isWrapperFor(delegate.getClass()) && vendors.unwrap(delegate.getClass()) == delegate;
    }

    @Override
    public final @Nullable Connection getConnection() throws SQLException {
        Connection vendors = delegate.getConnection(); // the vendor's error, or null, for a closed statement
        return vendors == null ? null : connection;
    }

    /** The same object as long as the vendor answers with the same one. */
    @Override
    public final @Nullable ResultSet getResultSet() throws SQLException {
        ResultSet vendors;
        try {
            vendors = delegate.getResultSet();
        } catch (SQLException e) {
            throw failed(e);
        }
        if (vendors == null) {
            return null;
        }
        ResultSetWrapper known = current;
        if (known == null || known.delegate != vendors) {
            known = connection.family.rows(connection, this, vendors);
            current = known;
        }
        return known;
    }

    /** Said by a result set of the statement that was closed. */
    void resultClosed() throws SQLException {}

    /** Some vendors stop whatever the session runs, also for a closed statement: that may be the next borrower's. */
    @Override
    public final void cancel() throws SQLException {
        connection.refuseIfGivenBack();
        delegate.cancel();
    }

    @Override
    boolean isTargetClosed() throws SQLException {
        return delegate.isClosed();
    }

    @Override
    void closeTarget() throws SQLException {
        delegate.close();
    }

    @Override
    public final void close() throws SQLException {
        if (connection.forget(this)) {
            closeTarget();
        }
    }
}
