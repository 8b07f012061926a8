package io.djdbc.bench.limit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Passes on what is measured. */
final class LimitPreparedStatement extends UnsupportedPreparedStatement {
    private final PreparedStatement delegate;

    LimitPreparedStatement(PreparedStatement delegate, LimitConnection connection) {
        super(delegate, connection);
        this.delegate = delegate;
    }

    @Override
    public void setInt(int index, int value) throws SQLException {
        delegate.setInt(index, value);
    }

    @Override
    public void setString(int index, @Nullable String value) throws SQLException {
        delegate.setString(index, value);
    }

    @Override
    public void addBatch() throws SQLException {
        delegate.addBatch();
    }

    @Override
    public int[] executeBatch() throws SQLException {
        return delegate.executeBatch();
    }

    @Override
    public ResultSet executeQuery() throws SQLException {
        return new LimitResultSet(delegate.executeQuery(), this);
    }

    @Override
    public int executeUpdate() throws SQLException {
        return delegate.executeUpdate();
    }
}
