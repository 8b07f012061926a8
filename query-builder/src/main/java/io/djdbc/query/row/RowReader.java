package io.djdbc.query.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Makes an object of the present row. Safe for use by several threads. */
public interface RowReader {

    @Nullable
    Object read(ResultSet row) throws SQLException;
}
