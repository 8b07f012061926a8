package io.djdbc.conformance.golden;

import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;

/**
 * A place of its own in a database for the golden tables, with the collations under which the golden results were
 * recorded; it goes when it is closed. A connection must {@link #use} it first.
 */
final class OwnSchema implements AutoCloseable {

    private final TestDatabase database;
    private final String name;

    OwnSchema(TestDatabase database) throws SQLException {
        this.database = database;
        String unquoted = "golden_" + UUID.randomUUID().toString().substring(0, 8);
        this.name = database.is("h2") ? unquoted.toUpperCase(Locale.ROOT) : unquoted;
        if (database.is("postgresql", "h2")) {
            run("CREATE SCHEMA " + name);
        } else if (database.is("mariadb", "mysql")) {
            run("CREATE DATABASE " + name + " CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Makes the connection work here; SQLite's is expected to be a database of its own. */
    void use(Connection connection) throws SQLException {
        if (database.is("postgresql", "h2")) {
            connection.setSchema(name);
        } else if (database.is("mariadb", "mysql")) {
            connection.setCatalog(name);
        }
    }

    @Override
    public void close() throws SQLException {
        if (database.is("postgresql", "h2")) {
            run("DROP SCHEMA " + name + " CASCADE");
        } else if (database.is("mariadb", "mysql")) {
            run("DROP DATABASE " + name);
        }
    }
}
