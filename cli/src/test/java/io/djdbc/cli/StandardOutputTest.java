package io.djdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The program as a process of its own, whose output goes nowhere. */
class StandardOutputTest {

    private static ProcessBuilder settings() {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "settings");
    }

    private static String errors(Process process) throws IOException, InterruptedException {
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return errors;
    }

    @Test
    void aReaderThatGoesIsNoFailure() throws Exception {
        Process process = settings().start();
        process.getInputStream().close(); // long before the first line

        assertThat(errors(process)).isEmpty();
        assertThat(process.exitValue()).isEqualTo(Main.OK);
    }

    @Test
    void aFullDiskIsOne() throws Exception {
        File full = new File("/dev/full");
        assumeThat(full).exists();
        Process process = settings().redirectOutput(full).start();

        assertThat(errors(process)).contains("could not be written");
        assertThat(process.exitValue()).isEqualTo(Main.FAILED);
    }
}
