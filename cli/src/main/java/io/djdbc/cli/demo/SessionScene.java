package io.djdbc.cli.demo;

import io.djdbc.cli.terminal.Style;
import io.djdbc.cli.terminal.Table;
import io.djdbc.cli.terminal.Terminal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The session as the server sees it, opened by the bare driver and by djdbc. */
final class SessionScene implements Scene {
    private final DemoDatabase database;

    SessionScene(DemoDatabase database) {
        this.database = database;
    }

    @Override
    public String title() {
        return "The session, as the database itself describes it";
    }

    @Override
    public boolean play(Terminal terminal) throws SQLException {
        Map<String, String> bare = describe(database.bare());
        Map<String, String> bareAgain = describe(database.bare());
        Map<String, String> djdbc = describe(database.djdbc(Map.of()));
        Set<String> names = new LinkedHashSet<>(bare.keySet());
        names.addAll(djdbc.keySet());
        Table table = new Table("", "", "bare driver", "djdbc");
        int changed = 0;
        for (String name : names) {
            String before = bare.getOrDefault(name, "");
            String after = djdbc.getOrDefault(name, "");
            // what two bare connections do not have in common, such as a process number, says nothing
            boolean same = before.equals(after) || !before.equals(bareAgain.getOrDefault(name, ""));
            changed += same ? 0 : 1;
            table.row(same ? Style.PLAIN : Style.GREEN, same ? " " : "*", name, before, after);
        }
        terminal.table(table);
        terminal.remark(
                changed == 0
                        ? "Nothing had to be changed: the session already was as the settings want it."
                        : "* changed by djdbc, once for each physical connection.");
        return true;
    }

    private Map<String, String> describe(Way way) throws SQLException {
        try (Connection connection = way.open()) {
            return database.dialect().describeSession(connection);
        }
    }
}
