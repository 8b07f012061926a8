package io.djdbc.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Opens a physical connection as the driver does: configure, connect, initialise. */
final class Sessions {

    /** Nothing wanted, as with {@code SEMANTICS=native}. */
    static final SessionParameters NATIVE =
            new SessionParameters(false, null, null, null, null, null, null, EncodingCheck.OFF, false);

    /** The defaults of the settings. */
    static final SessionParameters DEFAULT =
            new SessionParameters(true, "UTC", null, null, null, null, null, EncodingCheck.WARN, false);

    private Sessions() {}

    static Connection open(Dialect dialect, String url, SessionParameters wanted) throws SQLException {
        Properties properties = new Properties();
        dialect.configure(wanted, url, properties);
        Connection connection = DriverManager.getConnection(url, properties);
        dialect.initialize(connection, wanted);
        return connection;
    }

    static SessionParameters timeZone(String timeZone) {
        return new SessionParameters(true, timeZone, null, null, null, null, null, EncodingCheck.WARN, false);
    }

    static SessionParameters isolation(IsolationLevel level) {
        return new SessionParameters(true, "UTC", level, null, null, null, null, EncodingCheck.WARN, false);
    }

    static SessionParameters sqlMode(String sqlMode) {
        return new SessionParameters(true, "UTC", null, null, sqlMode, null, null, EncodingCheck.WARN, false);
    }

    static SessionParameters sqlite(Double timeout, TransactionMode mode, EncodingCheck check) {
        return new SessionParameters(true, null, null, null, null, timeout, mode, check, false);
    }

    static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
