package io.djdbc.query.value;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Reads a value from a row. Stateless; safe for use by several threads. */
@FunctionalInterface
public interface ValueReader {

    /**
     * @param column from 1
     * @throws SQLException if the database fails
     * @throws IllegalArgumentException if what is stored is no such value; says what and where
     */
    @Nullable
    Object read(ResultSet row, int column) throws SQLException;
}
