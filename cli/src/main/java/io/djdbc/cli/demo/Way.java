package io.djdbc.cli.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * One of the ways to reach the database that the demo compares: the bare driver, or djdbc with some settings.
 *
 * @param name as the demo's tables show it
 */
record Way(String name, String url, Properties properties) {

    Connection open() throws SQLException {
        return DriverManager.getConnection(url, properties);
    }

    /** What an application does on behalf of one user: it changes nothing. */
    static void query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new SQLException(sql + " gave no row");
            }
        }
    }
}
