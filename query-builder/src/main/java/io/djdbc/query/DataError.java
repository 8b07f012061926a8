package io.djdbc.query;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A value that the column cannot hold (SQLState class 22); {@code django.db.DataError}. */
public class DataError extends DatabaseError {

    private static final long serialVersionUID = 1;

    public DataError(String message) {
        super(message);
    }

    public DataError(@Nullable String message, @Nullable SQLException cause) {
        super(message, cause);
    }
}
