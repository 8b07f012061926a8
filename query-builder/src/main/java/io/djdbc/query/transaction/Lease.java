package io.djdbc.query.transaction;

import io.djdbc.query.execute.SqlErrors;
import java.sql.Connection;
import java.sql.SQLException;

/** A connection for as long as an operation needs it: the open transaction's, or one of its own. */
public final class Lease implements AutoCloseable {

    private final ConnectionSource source;
    private final Connection connection;
    private final boolean own;
    private boolean closed;

    Lease(ConnectionSource source, Connection connection, boolean own) {
        this.source = source;
        this.connection = connection;
        this.own = own;
    }

    public Connection connection() {
        return connection;
    }

    /** Whether the connection is in no transaction, so that every statement commits itself. */
    public boolean isAutoCommit() {
        return own;
    }

    @Override
    public void close() {
        if (own && !closed) {
            closed = true;
            try {
                source.release(connection);
            } catch (SQLException e) {
                throw SqlErrors.translate(e);
            }
        }
    }
}
