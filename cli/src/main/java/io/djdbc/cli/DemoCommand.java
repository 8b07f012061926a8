package io.djdbc.cli;

import io.djdbc.cli.demo.Demo;
import io.djdbc.cli.terminal.Terminal;
import io.djdbc.driver.settings.ConnectionRequest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code djdbc demo}: the bare driver and djdbc side by side. */
@Command(
        name = "demo",
        description = "Show what djdbc changes, beside the bare driver, on an embedded SQLite file or on a database of"
                + " yours. It only reads, and leaves nothing behind.")
final class DemoCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description =
                    "jdbc:djdbc:postgresql://host/database and so on. Default: a SQLite file that is removed again.")
    private @Nullable String url;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private Login login = new Login();

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (url != null && !ConnectionRequest.accepts(url)) {
            throw new ParameterException(spec.commandLine(), FailureText.notOurs(url));
        }
        return new Demo(terminal).run(url, login.properties()) ? Main.OK : Main.FAILED;
    }
}
