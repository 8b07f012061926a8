package io.djdbc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    Path directory;

    @AfterEach
    void forgetDefaults() {
        System.clearProperty("djdbc.time_zone");
    }

    @Test
    void reportsServerDriverDialectAndSession() throws IOException {
        Path file = Files.createFile(directory.resolve("blog.db"));
        CommandRun run = CommandRun.of("check", "jdbc:djdbc:sqlite:" + file + "?TIMEOUT=7");

        assertThat(run.exitCode()).isZero();
        assertThat(run.linesWith("server", "SQLite 3.")).isEqualTo(1);
        assertThat(run.linesWith("driver ", "SQLite JDBC")).isEqualTo(1);
        assertThat(run.linesWith("driver's class", "org.sqlite.JDBC")).isEqualTo(1);
        assertThat(run.out().replaceAll("\\s", "")).containsPattern("sqlite-jdbc-[0-9.]+jar");
        assertThat(run.linesWith("dialect", "sqlite")).isEqualTo(1);
        assertThat(run.linesWith("foreign_keys", "1")).isEqualTo(1);
        assertThat(run.linesWith("busy_timeout", "7000")).isEqualTo(1);
        assertThat(run.linesWith("ok", "none")).isEqualTo(1);
        assertThat(run.linesWith("warn")).isZero();
        assertThat(run.out()).doesNotContain("FAIL", "\u001b");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void tellsWhereEachSettingComesFrom() {
        System.setProperty("djdbc.time_zone", "Asia/Tokyo");

        CommandRun run = CommandRun.of("check", "jdbc:djdbc:h2:mem:check;CONN_MAX_AGE=60;CONN_HEALTH_CHECKS=true");

        assertThat(run.exitCode()).isZero();
        assertThat(run.linesWith("CONN_MAX_AGE ", "60", "URL")).isEqualTo(1);
        assertThat(run.linesWith("CONN_HEALTH_CHECKS", "true", "URL")).isEqualTo(1);
        assertThat(run.linesWith("TIME_ZONE", "Asia/Tokyo", "system property")).isEqualTo(1);
        assertThat(run.linesWith("SESSION_RESET", "jdbc", "default")).isEqualTo(1);
        assertThat(run.linesWith("time zone", "Asia/Tokyo")).isEqualTo(1);
        assertThat(run.fitsATerminal()).isTrue();
    }

    @Test
    void warnsOfAgeWithoutHealthChecks() {
        CommandRun run = CommandRun.of("check", "jdbc:djdbc:h2:mem:check;CONN_MAX_AGE=60");

        assertThat(run.exitCode()).isZero();
        assertThat(run.linesWith("warn", "CONN_HEALTH_CHECKS")).isEqualTo(1);
    }

    @Test
    void wrongSettingIsExitCode1AndNamesTheRemedy() {
        CommandRun unknown = CommandRun.of("check", "jdbc:djdbc:sqlite::memory:?CONN_MAX_AG=60");
        assertThat(unknown.exitCode()).isEqualTo(Main.FAILED);
        assertThat(unknown.linesWith("FAIL", "CONN_MAX_AG", "CONN_MAX_AGE?")).isEqualTo(1);

        CommandRun bad = CommandRun.of("check", "jdbc:djdbc:sqlite::memory:?CONN_MAX_AGE=soon");
        assertThat(bad.exitCode()).isEqualTo(Main.FAILED);
        assertThat(bad.out()).contains("FAIL", "CONN_MAX_AGE=soon", "seconds");

        CommandRun pair = CommandRun.of("check", "jdbc:djdbc:h2:mem:check;CONN_MAX_AGE=60;POOL=true");
        assertThat(pair.exitCode()).isEqualTo(Main.FAILED);
        assertThat(pair.out()).contains("FAIL", "CONN_MAX_AGE=60", "POOL=true", "CONN_MAX_AGE=0");
    }

    @Test
    void poolInTheUrlIsNoObstacle() {
        CommandRun run = CommandRun.of("check", "jdbc:djdbc:h2:mem:check;POOL=true;POOL_MIN_SIZE=2");

        assertThat(run.exitCode()).isZero();
        assertThat(run.linesWith("POOL_MIN_SIZE", "2", "URL")).isEqualTo(1);
    }

    @Test
    void noServerIsExitCode1() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        CommandRun run = CommandRun.of("check", "jdbc:djdbc:postgresql://127.0.0.1:" + port + "/blog?password=geheim");

        assertThat(run.exitCode()).isEqualTo(Main.FAILED);
        assertThat(run.linesWith("FAIL", "127.0.0.1:" + port)).isEqualTo(1);
        assertThat(run.out()).contains("08001").doesNotContain("geheim");
    }

    /** pgjdbc knows no user:password@host, takes all of it for the host, and names that in its message. */
    @Test
    void passwordBeforeTheHostIsNeverShown() {
        CommandRun run = CommandRun.of("check", "jdbc:djdbc:postgresql://ann:geheim@127.0.0.1:1/blog");

        assertThat(run.exitCode()).isEqualTo(Main.FAILED);
        assertThat(run.out()).contains("FAIL", "ann:***@");
        assertThat(run.all()).doesNotContain("geheim");
    }

    @Test
    void driverThatIsNotBundledIsNamed() {
        CommandRun mysql = CommandRun.of("check", "jdbc:djdbc:mysql://localhost/blog");
        assertThat(mysql.exitCode()).isEqualTo(Main.FAILED);
        assertThat(mysql.out()).contains("FAIL", "jdbc:mysql:", "Connector/J", "DJDBC_CLASSPATH");

        CommandRun oracle = CommandRun.of("check", "jdbc:djdbc:oracle:thin:ann/geheim@//localhost/blog");
        assertThat(oracle.exitCode()).isEqualTo(Main.FAILED);
        assertThat(oracle.out())
                .contains("FAIL", "jdbc:oracle:", "ojdbc", "DJDBC_CLASSPATH")
                .doesNotContain("geheim");

        CommandRun unknown = CommandRun.of("check", "jdbc:djdbc:nobody:x");
        assertThat(unknown.exitCode()).isEqualTo(Main.FAILED);
        assertThat(unknown.out()).contains("FAIL", "jdbc:nobody:", "DJDBC_CLASSPATH");
    }

    @Test
    void passwordIsUsedAndNeverShown() throws SQLException {
        String url = "jdbc:h2:" + directory.resolve("secret");
        try (Connection connection = DriverManager.getConnection(url, "ann", "geheim")) {
            assertThat(connection.isValid(1)).isTrue();
        }
        String ours = url.replace("jdbc:", "jdbc:djdbc:");

        CommandRun given = CommandRun.of("check", ours, "--user", "ann", "--password", "geheim");
        CommandRun inUrl = CommandRun.of("check", ours + ";USER=ann;PASSWORD=geheim");
        CommandRun asked = withInput("geheim\n", "check", "--user", "ann", "--password", ours);
        CommandRun wrong = CommandRun.of("check", ours, "--user=ann", "--password=verraten");
        CommandRun wrongInUrl = CommandRun.of("check", ours + ";USER=ann;PASSWORD=verraten");

        assertThat(given.exitCode()).isZero();
        assertThat(inUrl.exitCode()).isZero();
        assertThat(asked.exitCode()).isZero();
        assertThat(wrong.exitCode()).isEqualTo(Main.FAILED);
        assertThat(wrong.linesWith("FAIL", "28000")).isEqualTo(1);
        assertThat(wrongInUrl.exitCode()).isEqualTo(Main.FAILED);
        for (CommandRun run : new CommandRun[] {given, inUrl, asked, wrong, wrongInUrl}) {
            assertThat(run.all()).doesNotContain("geheim").doesNotContain("verraten");
        }
    }

    private static CommandRun withInput(String input, String... arguments) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return CommandRun.of(arguments);
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void initCommandIsASecret() {
        CommandRun run = CommandRun.of("check", "jdbc:djdbc:h2:mem:check;INIT_COMMAND=SET @token = 'geheim'");

        assertThat(run.exitCode()).isZero();
        assertThat(run.linesWith("INIT_COMMAND", "***", "URL")).isEqualTo(1);
        assertThat(run.all()).doesNotContain("geheim");
    }

    @Test
    void mistypedPathLeavesNoFileBehind() throws IOException {
        CommandRun sqlite = CommandRun.of("check", "jdbc:djdbc:sqlite:" + directory.resolve("typo.db"));
        CommandRun h2 = CommandRun.of("check", "jdbc:djdbc:h2:" + directory.resolve("typo") + ";CONN_MAX_AGE=None");

        assertThat(sqlite.exitCode()).isZero();
        assertThat(sqlite.out()).contains("warn", "typo.db did not exist");
        assertThat(h2.exitCode()).isZero();
        assertThat(h2.out()).contains("warn", "typo.mv.db did not exist");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void databaseThatIsThereStaysAsItIs() throws SQLException, IOException {
        Path file = directory.resolve("blog.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE entry (headline TEXT)");
        }
        byte[] before = Files.readAllBytes(file);

        assertThat(CommandRun.of("check", "jdbc:djdbc:sqlite:" + file).exitCode())
                .isZero();

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(directory).isDirectoryContaining(file::equals).isDirectoryNotContaining(path -> !path.equals(file));
    }
}
