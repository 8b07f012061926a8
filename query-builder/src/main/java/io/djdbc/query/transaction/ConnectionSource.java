package io.djdbc.query.transaction;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections come from and go back to. Safe for use by several threads. */
public interface ConnectionSource extends AutoCloseable {

    Connection acquire() throws SQLException;

    void release(Connection connection) throws SQLException;

    /** Closes what is idle. */
    @Override
    default void close() throws SQLException {}
}
