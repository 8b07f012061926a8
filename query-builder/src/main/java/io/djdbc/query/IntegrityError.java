package io.djdbc.query;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A constraint of the database was violated (SQLState class 23); {@code django.db.IntegrityError}. */
public class IntegrityError extends DatabaseError {

    private static final long serialVersionUID = 1;

    public IntegrityError(String message) {
        super(message);
    }

    public IntegrityError(@Nullable String message, @Nullable SQLException cause) {
        super(message, cause);
    }
}
