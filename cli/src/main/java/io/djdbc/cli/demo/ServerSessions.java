package io.djdbc.cli.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Asks the server, and kills there, as a DBA, a restart or a firewall would. */
final class ServerSessions implements Sessions {
    /** Far more than a server on its feet takes to end a session. */
    private static final long KILL_SECONDS = 10;

    private final Way bare;
    private final String idQuery;
    private final String killCommand;
    private final String liveQuery;
    private final String words;

    private ServerSessions(Way bare, String idQuery, String killCommand, String liveQuery, String words) {
        this.bare = bare;
        this.idQuery = idQuery;
        this.killCommand = killCommand;
        this.liveQuery = liveQuery;
        this.words = words;
    }

    /** Null for a database whose users cannot end a session of their own. */
    static @Nullable ServerSessions of(String dialect, Way bare) {
        return switch (dialect) {
            case "postgresql" ->
                new ServerSessions(
                        bare,
                        "SELECT pg_backend_pid()",
                        "SELECT pg_terminate_backend(%d)",
                        "SELECT COUNT(*) FROM pg_stat_activity WHERE pid = ?",
                        "pg_backend_pid()/pg_terminate_backend()");
            case "mysql", "mariadb" ->
                new ServerSessions(
                        bare,
                        "SELECT CONNECTION_ID()",
                        "KILL %d",
                        "SELECT COUNT(*) FROM information_schema.processlist WHERE id = ?",
                        "CONNECTION_ID()/KILL");
            default -> null;
        };
    }

    @Override
    public String howCounted() {
        return "the server was asked, in each request: " + words.substring(0, words.indexOf('/'));
    }

    @Override
    public String howKilled() {
        return "the server was told to end the session: " + words.substring(words.indexOf('/') + 1);
    }

    @Override
    public Object idOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(idQuery)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void kill(Object id) throws SQLException {
        try (Connection other = bare.open();
                Statement statement = other.createStatement();
                PreparedStatement live = other.prepareStatement(liveQuery)) {
            statement.execute(String.format(killCommand, (Long) id));
            live.setLong(1, (Long) id);
            long end = System.nanoTime() + KILL_SECONDS * 1_000_000_000L;
            while (isListed(live)) {
                if (System.nanoTime() > end) {
                    throw new SQLException("session " + id + " still lives " + KILL_SECONDS + " s after it was killed");
                }
                pause();
            }
        }
    }

    private static boolean isListed(PreparedStatement live) throws SQLException {
        try (ResultSet rows = live.executeQuery()) {
            rows.next();
            return rows.getLong(1) > 0;
        }
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(10);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted", interrupted);
        }
    }
}
