package io.djdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.driver.settings.Setting;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SettingsCommandTest {

    @Test
    void eachSettingHasItsRow() {
        CommandRun run = CommandRun.of("settings");

        assertThat(run.exitCode()).isZero();
        for (Setting setting : Setting.values()) {
            assertThat(run.out().lines().filter(line -> line.startsWith("  " + setting.name() + " ")))
                    .as(setting.name())
                    .hasSize(1);
        }
        assertThat(run.out()).contains("DJDBC_CONN_MAX_AGE", "-Ddjdbc.conn_max_age");
        assertThat(run.fitsATerminal()).isTrue();
    }

    @Test
    void coloursAreForTerminalsOnly() {
        assertThat(CommandRun.of("settings").out()).doesNotContain("\u001b");
        assertThat(CommandRun.onATerminal("settings").out()).contains("\u001b[1mCONN_MAX_AGE\u001b[0m");
    }

    @Test
    void markdownIsTheDocument() throws IOException {
        CommandRun run = CommandRun.of("settings", "--markdown");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(Files.readString(House.file("docs/settings.md")));
    }
}
