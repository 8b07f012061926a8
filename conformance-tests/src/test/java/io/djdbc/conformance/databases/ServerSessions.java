package io.djdbc.conformance.databases;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Questions about sessions that only the server can answer truthfully: how many are open, which, and how to end one
 * from outside. All questions go through one bare connection, which is not counted. Safe for use by several threads.
 */
public final class ServerSessions {

    /** MySQL's and MariaDB's error for KILL. */
    private static final int NO_SUCH_THREAD = 1094;

    private final TestDatabase database;
    private @Nullable Connection asking;

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
        return ask(statement -> {
            Set<Long> ids = new TreeSet<>();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        });
    }

    /** The open sessions' number, see {@link #open()}. */
    public int count() throws SQLException {
        return open().size();
    }

    /** Ends a session on the server, as an administrator or a time limit would; one that is gone already is fine. */
    public void kill(long id) throws SQLException {
        String sql = postgresql() ? "SELECT pg_terminate_backend(" + id + ")" : "KILL " + id;
        ask(statement -> {
            try {
                return statement.execute(sql);
            } catch (SQLException e) {
                if (e.getErrorCode() == NO_SUCH_THREAD) {
                    return false;
                }
                throw e;
            }
        });
    }

    /** The connection is kept, because one that has just been closed still shows for a moment; a dead one is replaced. */
    private synchronized <T> T ask(Question<T> question) throws SQLException {
        if (asking != null && !asking.isValid(5)) {
            asking.close();
            asking = null;
        }
        if (asking == null) {
            asking = database.open();
        }
        try (Statement statement = asking.createStatement()) {
            return question.answer(statement);
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T answer(Statement statement) throws SQLException;
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
