package io.djdbc.bench.subject;

import java.sql.Connection;
import java.sql.SQLException;

/** Where a subject's connections come from. Closing it ends what it started, e.g. a pool. */
public interface Source extends AutoCloseable {
    Connection connect() throws SQLException;

    @Override
    default void close() {}
}
