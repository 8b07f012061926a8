package io.djdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @TempDir
    Path directory;

    @Test
    void showsWhatChangesOnAFileThatIsRemovedAgain() throws IOException {
        CommandRun run = CommandRun.of("demo");

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertPromisesKept(run);
        assertThat(run.linesWith("*", "foreign_keys", "0", "1")).isEqualTo(1);
        assertThat(run.err()).isEmpty();
        String path = run.out().lines().findFirst().orElseThrow().replaceAll(".*jdbc:sqlite:(\\S+demo\\.db).*", "$1");
        assertThat(path).endsWith("demo.db");
        assertThat(Path.of(path).getParent()).doesNotExist();
    }

    private static void assertPromisesKept(CommandRun run) {
        assertThat(run.out()).contains("200 requests", "unwrap", "jdbc:djdbc:");
        assertThat(run.out()).containsPattern("bare driver +200 +\\d+ ms");
        assertThat(run.out()).containsPattern("djdbc, CONN_MAX_AGE=60 +1 +\\d+ ms");
        assertThat(run.out()).containsPattern("bare driver, connection kept open +fails +fails");
        assertThat(run.out()).containsPattern("CONN_HEALTH_CHECKS=true +ok +ok");
        assertThat(run.out()).doesNotContain("FAIL", "\u001b");
        assertThat(run.fitsATerminal()).isTrue();
    }

    @Test
    void coloursAreForTerminalsOnly() {
        assertThat(CommandRun.onATerminal("demo").out()).contains("\u001b[");
    }

    @Test
    void runsOnH2InMemory() {
        CommandRun run = CommandRun.of("demo", "--url", "jdbc:djdbc:h2:mem:demo;TIME_ZONE=Asia/Tokyo");

        assertThat(run.exitCode()).as(run.all()).isZero();
        assertPromisesKept(run);
        assertThat(run.linesWith("*", "time zone", "Asia/Tokyo")).isEqualTo(1);
        assertThat(run.linesWith("*", "session id")).isZero();
    }

    @Test
    void poolAndAgeOfTheUrlAreNoObstacle() {
        assertThat(CommandRun.of("demo", "--url", "jdbc:djdbc:h2:mem:demo;POOL=true;POOL_MAX_SIZE=2")
                        .exitCode())
                .isZero();
        assertThat(CommandRun.of("demo", "--url", "jdbc:djdbc:h2:mem:demo;CONN_MAX_AGE=0")
                        .exitCode())
                .isZero();
    }

    @Test
    void leavesNothingBehindInADatabaseOfTheUsers() throws SQLException, IOException {
        Path file = directory.resolve("blog.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE entry (headline TEXT)");
        }
        byte[] before = Files.readAllBytes(file);

        assertThat(CommandRun.of("demo", "--url", "jdbc:djdbc:sqlite:" + file).exitCode())
                .isZero();

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(names()).containsExactly("blog.db");
    }

    @Test
    void leavesNoFileBehindWhereThereWasNone() throws IOException {
        assertThat(CommandRun.of("demo", "--url", "jdbc:djdbc:sqlite:" + directory.resolve("new.db"))
                        .exitCode())
                .isZero();
        assertThat(CommandRun.of("demo", "--url", "jdbc:djdbc:h2:" + directory.resolve("new"))
                        .exitCode())
                .isZero();

        assertThat(names()).isEmpty();
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    @Test
    void whatCannotBeConnectedToIsExitCode1() {
        CommandRun noDriver = CommandRun.of("demo", "--url", "jdbc:djdbc:mysql://localhost/blog?password=geheim");
        assertThat(noDriver.exitCode()).isEqualTo(Main.FAILED);
        assertThat(noDriver.out()).contains("FAIL", "Connector/J").doesNotContain("geheim");

        CommandRun wrong = CommandRun.of("demo", "--url", "jdbc:djdbc:h2:mem:demo;CONN_MAX_AG=1;PASSWORD=geheim");
        assertThat(wrong.exitCode()).isEqualTo(Main.FAILED);
        assertThat(wrong.out()).contains("FAIL", "CONN_MAX_AGE?").doesNotContain("geheim");
    }
}
