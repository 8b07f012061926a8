package io.djdbc.dialect;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code ENCODING_CHECK} does with a database that does not store UTF-8. */
final class EncodingChecks {

    /** Of the warning. */
    static final String ID = "djdbc.W001";

    /** SQL-server rejected establishment of the connection; here the other way round. */
    private static final String SQL_STATE = "08004";

    private EncodingChecks() {}

    /**
     * @param found the encoding that the database has; null if it did not say
     * @param remedy what a DBA can do about it
     */
    static List<SessionWarning> report(
            EncodingCheck check, boolean isUtf8, @Nullable String found, String wanted, String remedy)
            throws SQLException {
        if (isUtf8 || found == null || check == EncodingCheck.OFF) {
            return List.of();
        }
        String message = "The database stores text as " + found + ", not as " + wanted
                + ": characters outside of it are lost or refused. " + remedy;
        if (check == EncodingCheck.ERROR) {
            throw new SQLException(
                    message + " Or connect with ENCODING_CHECK=warn or ENCODING_CHECK=off (now error).", SQL_STATE);
        }
        return List.of(new SessionWarning(ID, message));
    }
}
