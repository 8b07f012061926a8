package io.djdbc.conformance.databases;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;

/**
 * Questions about sessions that only the server can answer truthfully: how many are open, which, and how to end one
 * from outside. Each call asks through a bare connection of its own, which it does not count.
 */
public final class ServerSessions {

    private final TestDatabase database;

    ServerSessions(TestDatabase database) {
        this.database = database;
    }

    /** Whether there is a server that counts its sessions: PostgreSQL, MySQL, MariaDB. */
    public boolean known() {
        return database.is("postgresql", "mysql", "mariadb");
    }

    /** The server's id of the session behind the connection, bare or wrapped. */
    public long idOf(Connection connection) throws SQLException {
        return number(connection, postgresql() ? "SELECT pg_backend_pid()" : "SELECT CONNECTION_ID()");
    }

    /** The ids of all sessions of the test's user on the test's database, but for the one that asks. */
    public Set<Long> open() throws SQLException {
        String sql = postgresql()
                ? "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user"
                        + " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
                : "SELECT ID FROM information_schema.PROCESSLIST WHERE DB = DATABASE()"
                        + " AND USER = SUBSTRING_INDEX(CURRENT_USER(), '@', 1) AND ID <> CONNECTION_ID()";
        Set<Long> ids = new TreeSet<>();
        try (Connection connection = database.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    /** The open sessions' number, see {@link #open()}. */
    public int count() throws SQLException {
        return open().size();
    }

    /** Ends a session on the server, as an administrator or a time limit would. */
    public void kill(long id) throws SQLException {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute(postgresql() ? "SELECT pg_terminate_backend(" + id + ")" : "KILL " + id);
        }
    }

    private boolean postgresql() {
        if (!known()) {
            throw new IllegalStateException(database.name() + " has no server that counts sessions");
        }
        return database.is("postgresql");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
