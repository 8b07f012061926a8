package io.djdbc.query.execute;

import io.djdbc.query.DataError;
import io.djdbc.query.DatabaseError;
import io.djdbc.query.IntegrityError;
import io.djdbc.query.OperationalError;
import io.djdbc.query.ProgrammingError;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Vendors' errors as Django's classes. */
public final class SqlErrors {

    /** SQLite's primary result codes; extended codes have them in the low byte. */
    private static final int SQLITE_ERROR = 1;

    private static final int SQLITE_TOOBIG = 18;
    private static final int SQLITE_CONSTRAINT = 19;
    private static final int SQLITE_MISMATCH = 20;

    private SqlErrors() {}

    public static DatabaseError translate(SQLException error) {
        String message = error.getMessage();
        if (error instanceof SQLIntegrityConstraintViolationException) {
            return new IntegrityError(message, error);
        }
        if (error instanceof SQLFeatureNotSupportedException) {
            return new ProgrammingError(message, error);
        }
        String state = error.getSQLState();
        if (state == null || state.length() < 2) {
            return isSqlite(error) ? sqlite(error) : new OperationalError(message, error);
        }
        return switch (state.substring(0, 2)) {
            case "22", "21" -> new DataError(message, error);
            case "23", "44", "27" -> new IntegrityError(message, error);
            case "08", "40", "53", "54", "55", "57", "58", "25" -> new OperationalError(message, error);
            case "HY" -> hy(error);
            case "42", "3D", "3F", "26", "34", "0A" -> new ProgrammingError(message, error);
            default -> new DatabaseError(message, error);
        };
    }

    /** MySQL's catch-all state: a few of its codes are what Django calls a violated constraint. */
    private static DatabaseError hy(SQLException error) {
        return switch (error.getErrorCode()) {
            case 1048, 1364, 1690, 3819, 4025 -> new IntegrityError(error.getMessage(), error);
            default -> new OperationalError(error.getMessage(), error);
        };
    }

    private static boolean isSqlite(@Nullable Throwable error) {
        return error != null && error.getClass().getName().startsWith("org.sqlite.");
    }

    private static DatabaseError sqlite(SQLException error) {
        return switch (error.getErrorCode() & 0xff) {
            case SQLITE_CONSTRAINT -> new IntegrityError(error.getMessage(), error);
            case SQLITE_TOOBIG, SQLITE_MISMATCH -> new DataError(error.getMessage(), error);
            case SQLITE_ERROR -> new OperationalError(error.getMessage(), error);
            default -> new OperationalError(error.getMessage(), error);
        };
    }
}
