package io.djdbc.bench.limit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Passes on what is measured; its connection is the application's. */
class LimitStatement extends UnsupportedStatement {
    private final Statement delegate;
    private final LimitConnection connection;

    LimitStatement(Statement delegate, LimitConnection connection) {
        this.delegate = delegate;
        this.connection = connection;
    }

    @Override
    public ResultSet executeQuery(String sql) throws SQLException {
        return new LimitResultSet(delegate.executeQuery(sql), this);
    }

    @Override
    public int executeUpdate(String sql) throws SQLException {
        return delegate.executeUpdate(sql);
    }

    @Override
    public boolean execute(String sql) throws SQLException {
        return delegate.execute(sql);
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
    public Connection getConnection() {
        return connection;
    }
}
