package io.djdbc.cli.demo;

import io.djdbc.cli.terminal.Style;
import io.djdbc.cli.terminal.Table;
import io.djdbc.cli.terminal.Terminal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How many physical connections a row of requests takes. */
final class RequestsScene implements Scene {
    private static final int REQUESTS = 200;

    private final DemoDatabase database;

    RequestsScene(DemoDatabase database) {
        this.database = database;
    }

    @Override
    public String title() {
        return REQUESTS + " requests, one after the other: open, " + database.query() + ", close";
    }

    @Override
    public boolean play(Terminal terminal) throws SQLException {
        warmUp(database.bare());
        warmUp(database.djdbc(Map.of()));
        Table table = new Table("", "physical connections", "time");
        addRow(table, Style.PLAIN, database.bare());
        boolean reused = addRow(table, Style.GREEN, database.djdbc(Map.of("CONN_MAX_AGE", "60"))) == 1;
        terminal.table(table);
        terminal.remark("Counted so: " + database.sessions().howCounted() + ".");
        return reused;
    }

    /** So that neither pays for classes that are loaded at the first use. */
    private void warmUp(Way way) throws SQLException {
        try (Connection connection = way.open()) {
            Way.query(connection, database.query());
            database.sessions().idOf(connection);
        }
    }

    private int addRow(Table table, Style style, Way way) throws SQLException {
        Set<Object> physical = new HashSet<>();
        long start = System.nanoTime();
        for (int request = 0; request < REQUESTS; request++) {
            try (Connection connection = way.open()) {
                Way.query(connection, database.query());
                physical.add(database.sessions().idOf(connection));
            }
        }
        double milliseconds = (System.nanoTime() - start) / 1e6;
        table.row(
                style,
                way.name(),
                Integer.toString(physical.size()),
                String.format(Locale.ROOT, "%.0f ms", milliseconds));
        return physical.size();
    }
}
