package io.djdbc.bench.limit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Passes on what is measured; its statement is the application's. */
final class LimitResultSet extends UnsupportedResultSet {
    private final ResultSet delegate;
    private final LimitStatement statement;

    LimitResultSet(ResultSet delegate, LimitStatement statement) {
        this.delegate = delegate;
        this.statement = statement;
    }

    @Override
    public boolean next() throws SQLException {
        return delegate.next();
    }

    @Override
    public int getInt(int column) throws SQLException {
        return delegate.getInt(column);
    }

    @Override
    public int getInt(String label) throws SQLException {
        return delegate.getInt(label);
    }

    @Override
    public @Nullable String getString(int column) throws SQLException {
        return delegate.getString(column);
    }

    @Override
    public Statement getStatement() {
        return statement;
    }

    @Override
    public void close() throws SQLException {
        delegate.close();
    }

    @Override
    public boolean isClosed() throws SQLException {
        return delegate.isClosed();
    }
}
