package io.djdbc.cli;

import io.djdbc.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code djdbc demo}. */
@Command(name = "demo", description = "stub")
final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.heading("demo");
        return Main.OK;
    }
}
