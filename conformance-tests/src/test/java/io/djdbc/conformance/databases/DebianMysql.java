package io.djdbc.conformance.databases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * MySQL from Debian's packages, fetched and started by the project's own script; only with the Maven profile
 * {@code debian-servers}. The packages are kept under the user's cache directory, so they are fetched once.
 */
final class DebianMysql extends LocalServer {

    private static final int FETCH_MINUTES = 10;
    private final Path script;
    private final Path software;

    DebianMysql() throws IOException {
        super("mysql", Origin.SCRIPT);
        if (!Boolean.getBoolean("djdbc.debianServers")) {
            throw new DatabaseNotRun("a MySQL of our own needs -Pdebian-servers");
        }
        this.script = Path.of(System.getProperty("djdbc.scripts"), "mysql-start.sh");
        String cache = System.getenv("XDG_CACHE_HOME");
        this.software = (cache == null || cache.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".cache")
                        : Path.of(cache))
                .resolve("djdbc/mysql");
    }

    @Override
    ProcessHandle launch() throws IOException, InterruptedException {
        Files.createDirectories(software);
        ProcessBuilder builder = process(
                List.of("bash", script.toString(), directory().toString(), Integer.toString(port())), log(), null);
        builder.environment().put("MYSQL_SOFTWARE", software.toString());
        Process starting = builder.start();
        if (!starting.waitFor(FETCH_MINUTES, TimeUnit.MINUTES)) {
            ServerHome.kill(starting.toHandle());
            throw new DatabaseNotRun("fetching and starting MySQL took more than " + FETCH_MINUTES + " minutes");
        }
        if (starting.exitValue() != 0) {
            throw new DatabaseNotRun("MySQL could not be fetched or started: " + lastWords(log()));
        }
        return ServerHome.serverOf(directory())
                .orElseThrow(() -> new DatabaseNotRun("mysqld ended right after its start: " + lastWords(log())));
    }

    @Override
    String url() {
        return "jdbc:mysql://127.0.0.1:" + port() + "/conformance?allowPublicKeyRetrieval=true";
    }

    @Override
    String user() {
        return "conformance";
    }

    @Override
    String password() {
        return "conformance";
    }

    @Override
    Path log() {
        return directory().resolve("mysql-start.log");
    }
}
