package io.djdbc.cli;

import io.djdbc.cli.terminal.Style;
import io.djdbc.cli.terminal.Table;
import io.djdbc.cli.terminal.Terminal;
import io.djdbc.driver.settings.SettingsDocument;
import io.djdbc.driver.settings.SettingsTable;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code djdbc settings}: the table of parameters, from the table in the driver. */
@Command(name = "settings", description = "Print the parameters, their defaults and what they mean.")
final class SettingsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--markdown", description = "Print docs/settings.md.")
    private boolean markdown;

    SettingsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (markdown) {
            terminal.verbatim(SettingsDocument.markdown());
        } else {
            printTable();
        }
        return Main.OK;
    }

    private void printTable() {
        Table table = new Table("parameter", "default", "meaning, and what it takes");
        for (SettingsTable.Row row : SettingsTable.rows()) {
            table.row(Style.BOLD, row.name(), row.defaultText(), meaning(row));
        }
        terminal.table(table);
        terminal.text("");
        terminal.text("Each may stand in the URL, in the connection's Properties (same name), in a system property"
                + " (-Ddjdbc.conn_max_age=60) or in an environment variable (DJDBC_CONN_MAX_AGE=60); the first of these"
                + " that has it wins. Case does not matter.");
    }

    private static String meaning(SettingsTable.Row row) {
        String databases = String.join(", ", row.databases());
        String takes = row.allowedValues().isEmpty() ? row.type() : String.join(" | ", row.allowedValues());
        return row.description() + "\n" + takes + (databases.equals("all") ? "" : " (" + databases + " only)");
    }
}
