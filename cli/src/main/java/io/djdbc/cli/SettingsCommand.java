package io.djdbc.cli;

import io.djdbc.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code djdbc settings}. */
@Command(name = "settings", description = "stub")
final class SettingsCommand implements Callable<Integer> {
    private final Terminal terminal;

    SettingsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.heading("settings");
        return Main.OK;
    }
}
