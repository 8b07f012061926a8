package io.djdbc.conformance.session;

import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Questions that the server answers about the session in which they are asked. */
final class Ask {

    private Ask() {}

    static String one(Connection session, String sql) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    static String timeZone(TestDatabase database, Connection session) throws SQLException {
        if (database.is("postgresql")) {
            return one(session, "SHOW TimeZone");
        }
        if (database.is("h2")) {
            return one(
                    session, "SELECT setting_value FROM INFORMATION_SCHEMA.SETTINGS WHERE setting_name = 'TIME ZONE'");
        }
        return one(session, "SELECT @@session.time_zone");
    }

    /** In the words of Django's settings: {@code read committed}. */
    static String isolationLevel(TestDatabase database, Connection session) throws SQLException {
        if (database.is("postgresql")) {
            return one(session, "SHOW transaction_isolation");
        }
        if (database.is("h2")) {
            return one(
                            session,
                            "SELECT isolation_level FROM INFORMATION_SCHEMA.SESSIONS WHERE session_id = SESSION_ID()")
                    .toLowerCase(java.util.Locale.ROOT);
        }
        String variable = database.is("mariadb") ? "tx_isolation" : "transaction_isolation";
        return one(session, "SELECT @@session." + variable)
                .toLowerCase(java.util.Locale.ROOT)
                .replace('-', ' ');
    }
}
