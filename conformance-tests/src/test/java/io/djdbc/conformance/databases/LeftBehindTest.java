package io.djdbc.conformance.databases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("servers of a killed run")
class LeftBehindTest {

    @Test
    void areEndedByTheNextRun() throws Exception {
        Process jvm = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                        "-Ddjdbc.embedded.postgresql=" + System.getProperty("djdbc.embedded.postgresql"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8))) {
            Path directory = Path.of(said.readLine());
            ProcessHandle server = ServerHome.serverOf(directory).orElseThrow();
            assertThat(server.isAlive()).isTrue();

            ServerHome.sweep();
            assertThat(server.isAlive()).as("its JVM lives").isTrue();

            jvm.destroyForcibly().waitFor();
            assertThat(server.isAlive()).as("nobody has ended it yet").isTrue();
            ServerHome.sweep();
            assertThat(ServerHome.serverOf(directory)).isEmpty();
            assertThat(Files.exists(directory)).isFalse();
        } finally {
            jvm.destroyForcibly();
        }
    }

    /** A run that starts a server and is killed before it can clear up. */
    static final class Starter {

        public static void main(String[] args) throws Exception {
            System.out.println(LocalServer.start("postgresql").directory());
            Thread.sleep(60_000);
        }
    }
}
