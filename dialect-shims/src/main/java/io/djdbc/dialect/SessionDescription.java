package io.djdbc.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a server says of a session. */
final class SessionDescription {

    private final Connection connection;
    private final Map<String, String> values = new LinkedHashMap<>();

    SessionDescription(Connection connection) {
        this.connection = connection;
    }

    /** All columns of the query's only row, by their labels. */
    SessionDescription row(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            ResultSetMetaData columns = row.getMetaData();
            if (row.next()) {
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    put(columns.getColumnLabel(i), row.getString(i));
                }
            }
        }
        return this;
    }

    /** The first column of each row by name, the second as its value. */
    SessionDescription rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                put(rows.getString(1), rows.getString(2));
            }
        }
        return this;
    }

    /** The value of a pragma, by its name. */
    SessionDescription pragma(String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            if (row.next()) {
                put(name, row.getString(1));
            }
        }
        return this;
    }

    /** What the driver keeps itself. */
    SessionDescription jdbc() throws SQLException {
        put("isolation level", isolationLevel(connection.getTransactionIsolation()));
        put("auto-commit", connection.getAutoCommit() ? "on" : "off");
        return this;
    }

    Map<String, String> toMap() {
        return values;
    }

    private void put(String name, @Nullable String value) {
        values.put(name, value == null ? "-" : value);
    }

    private static String isolationLevel(int jdbcLevel) {
        for (IsolationLevel level : IsolationLevel.values()) {
            if (level.jdbcLevel() == jdbcLevel) {
                return level.djangoName();
            }
        }
        return jdbcLevel == Connection.TRANSACTION_NONE ? "none" : "JDBC level " + jdbcLevel;
    }
}
