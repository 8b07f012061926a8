package io.djdbc.cli;

import io.djdbc.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code djdbc check}. */
@Command(name = "check", description = "stub")
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.heading("check");
        return Main.OK;
    }
}
