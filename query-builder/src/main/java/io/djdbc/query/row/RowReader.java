package io.djdbc.query.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an object of the present row. Safe for use by several threads. */
public interface RowReader {

    @Nullable
    Object read(ResultSet row) throws SQLException;

    /** Makes objects of all rows that are left. */
    default void readAll(ResultSet rows, List<@Nullable Object> target) throws SQLException {
        while (rows.next()) {
            target.add(read(rows));
        }
    }
}
