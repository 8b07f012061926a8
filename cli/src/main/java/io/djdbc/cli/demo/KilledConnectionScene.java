package io.djdbc.cli.demo;

import io.djdbc.cli.terminal.Style;
import io.djdbc.cli.terminal.Table;
import io.djdbc.cli.terminal.Terminal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What becomes of the requests after the one whose connection died. */
final class KilledConnectionScene implements Scene {
    private final DemoDatabase database;

    KilledConnectionScene(DemoDatabase database) {
        this.database = database;
    }

    @Override
    public String title() {
        return "The physical connection is killed between two requests";
    }

    @Override
    public boolean play(Terminal terminal) throws SQLException {
        Table table = new Table("", "1st request after", "2nd", "error");
        addRow(table, "bare driver, connection kept open", keptOpen());
        addRow(table, "djdbc, CONN_MAX_AGE=60", requests(database.djdbc(Map.of("CONN_MAX_AGE", "60"))));
        Outcome checked = requests(database.djdbc(Map.of("CONN_MAX_AGE", "60", "CONN_HEALTH_CHECKS", "true")));
        addRow(table, "djdbc, and CONN_HEALTH_CHECKS=true", checked);
        terminal.table(table);
        terminal.remark("Killed so: " + database.sessions().howKilled() + ".");
        return checked.first() == null && checked.second() == null;
    }

    /** What the two requests after the kill ran into; null if they went well. */
    private record Outcome(
            @Nullable SQLException first, @Nullable SQLException second) {}

    private static void addRow(Table table, String name, Outcome outcome) {
        boolean fine = outcome.first() == null && outcome.second() == null;
        Style style = fine ? Style.GREEN : outcome.second() == null ? Style.YELLOW : Style.RED;
        table.row(style, name, word(outcome.first()), word(outcome.second()), error(outcome));
    }

    private static String word(@Nullable SQLException failure) {
        return failure == null ? "ok" : "fails";
    }

    private static String error(Outcome outcome) {
        SQLException failure = outcome.first() == null ? outcome.second() : outcome.first();
        return failure == null ? "" : firstLine(failure);
    }

    private static String firstLine(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        String firstLine = message.lines().findFirst().orElse(message);
        return failure.getSQLState() == null ? firstLine : firstLine + " (SQLState " + failure.getSQLState() + ")";
    }

    /** What an application does that wants to spare itself the connects, and has no pool. */
    private Outcome keptOpen() throws SQLException {
        try (Connection kept = database.bare().open()) {
            Way.query(kept, database.query());
            database.sessions().kill(database.sessions().idOf(kept));
            return new Outcome(request(kept), request(kept));
        }
    }

    private Outcome requests(Way way) throws SQLException {
        Object id;
        try (Connection connection = way.open()) {
            Way.query(connection, database.query());
            id = database.sessions().idOf(connection);
        }
        database.sessions().kill(id);
        return new Outcome(request(way), request(way));
    }

    private @Nullable SQLException request(Way way) {
        try (Connection connection = way.open()) {
            return request(connection);
        } catch (SQLException failure) {
            return failure;
        }
    }

    private @Nullable SQLException request(Connection connection) {
        try {
            Way.query(connection, database.query());
            return null;
        } catch (SQLException failure) {
            return failure;
        }
    }
}
