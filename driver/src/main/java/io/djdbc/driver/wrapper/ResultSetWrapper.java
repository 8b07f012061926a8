package io.djdbc.driver.wrapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A vendor's result set. As thread-safe as that is. */
public abstract class ResultSetWrapper extends JdbcWrapper implements ResultSet {
    protected final ResultSet delegate;
    private final ConnectionWrapper connection;
    private @Nullable StatementWrapper statement;

    protected ResultSetWrapper(ConnectionWrapper connection, @Nullable StatementWrapper statement, ResultSet delegate) {
        this.connection = connection;
        this.statement = statement;
        this.delegate = delegate;
    }

    /** A wrapper of this class for another result set. */
    protected abstract ResultSetWrapper create(
            ConnectionWrapper connection, @Nullable StatementWrapper statement, ResultSet delegate);

    @Override
    final ConnectionWrapper connection() {
        return connection;
    }

    @Override
    final Object target() {
        return delegate;
    }

    @Override
    final @Nullable StatementWrapper statement() {
        return statement;
    }

    @Override
    final boolean isTargetClosed() throws SQLException {
        return delegate.isClosed();
    }

    @Override
    final void closeTarget() throws SQLException {
        delegate.close();
    }

    @Override
    public <T> @Nullable T getObject(int column, Class<T> type) throws SQLException {
        return wrapObject(delegate.getObject(column, type), type);
    }

    @Override
    public <T> @Nullable T getObject(String label, Class<T> type) throws SQLException {
        return wrapObject(delegate.getObject(label, type), type);
    }

    @Override
    public final void insertRow() throws SQLException {
        try {
            connection.requireSession();
            delegate.insertRow();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public final void updateRow() throws SQLException {
        try {
            connection.requireSession();
            delegate.updateRow();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public final void deleteRow() throws SQLException {
        try {
            connection.requireSession();
            delegate.deleteRow();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The statement that the application holds; for metadata and arrays a wrapper of the vendor's own. */
    @Override
    public final @Nullable Statement getStatement() throws SQLException {
        Statement vendors = delegate.getStatement();
        if (vendors == null) {
            return null;
        }
        StatementWrapper known = statement;
        if (known == null || known.delegate != vendors && !known.isFor(vendors)) {
            known = connection.wrapStatement(vendors);
            statement = known;
        }
        return known;
    }
}
