package io.djdbc.bench.startup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A program that connects and reads one row, says so, and waits for its standard input to end. Arguments: URL,
 * query, then properties as {@code name=value}. It uses nothing that the driver under test would have to load anyway.
 */
public final class FirstRow {
    /** What is written once the row is there; nothing that a logger would write. */
    static final int THERE = 6;

    private FirstRow() {}

    public static void main(String[] args) throws SQLException, IOException {
        show(DriverManager.getConnection(args[0], properties(args)), args[1]);
    }

    static Properties properties(String[] args) {
        var properties = new Properties();
        for (int i = 2; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            properties.setProperty(args[i].substring(0, equals), args[i].substring(equals + 1));
        }
        return properties;
    }

    static void show(Connection connection, String query) throws SQLException, IOException {
        try (var statement = connection.prepareStatement(query);
                var rows = statement.executeQuery()) {
            if (!rows.next() || rows.getInt(1) != 1) {
                throw new SQLException("not the row that was asked for");
            }
        }
        System.out.write(THERE);
        System.out.flush();
        // the parent now reads how much CPU time was used, and lets go
        int end = System.in.read();
        Runtime.getRuntime().halt(end < 0 ? 0 : 1);
    }
}
