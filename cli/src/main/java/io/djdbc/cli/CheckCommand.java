package io.djdbc.cli;

import io.djdbc.cli.check.Preflight;
import io.djdbc.cli.terminal.Terminal;
import io.djdbc.driver.settings.ConnectionRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code djdbc check URL}: a preflight for a DBA. */
@Command(
        name = "check",
        description = "Connect once, and report server, driver, settings with where each came from, the session as the"
                + " server sees it, and warnings. Exit code 1 if an application could not connect.")
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "URL", description = "jdbc:djdbc:postgresql://host/database and so on.")
    private String url = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Login login = new Login();

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (!ConnectionRequest.accepts(url)) {
            throw new ParameterException(spec.commandLine(), FailureText.notOurs(url));
        }
        return new Preflight(terminal).run(url, login.properties()) ? Main.OK : Main.FAILED;
    }
}
