package io.djdbc.query;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database could not do its work: connection lost, locked, out of space; {@code django.db.OperationalError}. */
public class OperationalError extends DatabaseError {

    private static final long serialVersionUID = 1;

    public OperationalError(String message) {
        super(message);
    }

    public OperationalError(@Nullable String message, @Nullable SQLException cause) {
        super(message, cause);
    }
}
