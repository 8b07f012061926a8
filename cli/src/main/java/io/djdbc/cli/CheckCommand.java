package io.djdbc.cli;

import io.djdbc.cli.check.Preflight;
import io.djdbc.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code djdbc check URL}: a preflight for a DBA. */
@Command(
        name = "check",
        description = "Connect once, and report server, driver, settings with where each came from, the session as the"
                + " server sees it, and warnings. Exit code 1 if an application could not connect.")
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "URL", description = "jdbc:djdbc:postgresql://host/database and so on.")
    private String url = "";

    @Mixin
    private Login login = new Login();

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        return new Preflight(terminal).run(url, login.properties()) ? Main.OK : Main.FAILED;
    }
}
