package io.djdbc.bench.limit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** Passes on what is measured; keeps its URL as a wrapping driver must. */
final class LimitConnection extends UnsupportedConnection {
    private final Connection delegate;
    private final String url;

    LimitConnection(Connection delegate, String url) {
        this.delegate = delegate;
        this.url = url;
    }

    @Override
    public Statement createStatement() throws SQLException {
        return new LimitStatement(delegate.createStatement(), this);
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        return new LimitPreparedStatement(delegate.prepareStatement(sql), this);
    }

    @Override
    public void close() throws SQLException {
        delegate.close();
    }

    @Override
    public boolean isClosed() throws SQLException {
        return delegate.isClosed();
    }

    @Override
    public void commit() throws SQLException {
        delegate.commit();
    }

    @Override
    public void rollback() throws SQLException {
        delegate.rollback();
    }

    @Override
    public void setAutoCommit(boolean autoCommit) throws SQLException {
        delegate.setAutoCommit(autoCommit);
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        return delegate.getAutoCommit();
    }

    @Override
    public String toString() {
        return url;
    }
}
