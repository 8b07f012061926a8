package io.djdbc.query;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Wrong SQL, or a table that does not exist (SQLState class 42); {@code django.db.ProgrammingError}. */
public class ProgrammingError extends DatabaseError {

    private static final long serialVersionUID = 1;

    public ProgrammingError(String message) {
        super(message);
    }

    public ProgrammingError(@Nullable String message, @Nullable SQLException cause) {
        super(message, cause);
    }
}
