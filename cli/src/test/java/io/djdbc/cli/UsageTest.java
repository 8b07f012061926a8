package io.djdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

    @Test
    void helpNamesTheCommandsAndTheExitCodes() {
        CommandRun run = CommandRun.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("demo", "check", "settings", "Exit codes", "DJDBC_CLASSPATH");
        assertThat(run.fitsATerminal()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "check", "settings"})
    void eachCommandHasHelp(String command) {
        CommandRun run = CommandRun.of(command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: djdbc " + command);
        assertThat(run.fitsATerminal()).isTrue();
    }

    @Test
    void outputThatCannotBeWrittenIsAFailure() {
        StringWriter errors = new StringWriter();
        PrintWriter full = new PrintWriter(new Writer() {
            @Override
            public void write(char[] buffer, int offset, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });

        int exitCode = Main.run(full, new PrintWriter(errors, true), false, "settings");

        assertThat(exitCode).isEqualTo(Main.FAILED);
        assertThat(errors.toString()).contains("could not be written");
    }

    @Test
    void versionIsThatOfTheBuild() {
        CommandRun run = CommandRun.of("--version");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().strip()).matches("djdbc \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "check",
                "check --nonsense jdbc:djdbc:sqlite::memory:",
                "check jdbc:djdbc:sqlite::memory: more",
                "check jdbc:sqlite::memory:",
                "check x",
                "demo --url",
                "demo --url jdbc:h2:mem:x",
                "settings more"
            })
    void wrongCommandLineIsExitCode2(String arguments) {
        CommandRun run = CommandRun.of(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertThat(run.exitCode()).isEqualTo(Main.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("djdbc: ").contains("--help'");
    }

    @Test
    void urlOfTheVendorIsAnsweredWithTheRightOne() {
        assertThat(CommandRun.of("check", "jdbc:postgresql://h/d?password=geheim")
                        .err())
                .contains("jdbc:djdbc:postgresql://h/d")
                .doesNotContain("geheim");
    }

    @Test
    void usageErrorsRepeatNoSecrets() {
        String url = "jdbc:djdbc:sqlite::memory:?password=geheim";

        assertThat(CommandRun.of("check", url, url).all()).doesNotContain("geheim");
        assertThat(CommandRun.of("check", url, "geheim").all()).doesNotContain("geheim");
        assertThat(CommandRun.of(url).all()).doesNotContain("geheim");
        assertThat(CommandRun.of("check", url, "--pasword=geheim").all()).doesNotContain("geheim");
    }
}
