package io.djdbc.query;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * An error that the database raised, or that concerns its state. The vendor's own {@link SQLException} is the cause, and
 * {@link #sqlState()} says its SQLState.
 *
 * <p>Mirrors {@code django.db.DatabaseError}; its subclasses are those of Django: {@link IntegrityError}, {@link
 * DataError}, {@link OperationalError}, {@link ProgrammingError}, {@code NotSupportedError}.
 *
 * <pre>{@code
 * try {
 *     db.save(new Author("Joe"));
 * } catch (IntegrityError e) {
 *     // the name is taken
 * }
 * }</pre>
 */
public class DatabaseError extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DatabaseError(String message) {
        super(message);
    }

    public DatabaseError(@Nullable String message, @Nullable SQLException cause) {
        super(message, cause);
    }

    /** The SQLState that the database gave, or null. */
    public @Nullable String sqlState() {
        return getCause() instanceof SQLException e ? e.getSQLState() : null;
    }
}
