package io.djdbc.conformance.databases;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL from zonky's binaries, which Maven brings. Its database is UTF-8 with code point order. */
final class EmbeddedPostgresql extends LocalServer {

    private static final String PASSWORD = "conformance";
    private final Path programs;
    private final Path data;
    private final List<String> unprivileged;

    EmbeddedPostgresql() throws IOException {
        super("postgresql", Origin.EMBEDDED);
        this.programs = software().resolve("bin");
        this.data = directory().resolve("data");
        // PostgreSQL refuses to be root: a user namespace of its own takes that from it, files stay ours
        this.unprivileged = isRoot() ? List.of("unshare", "-U") : List.of();
    }

    private static Path software() throws IOException {
        String archive = "/postgres-" + operatingSystem() + "-" + architecture() + ".txz";
        try (InputStream found = EmbeddedPostgresql.class.getResourceAsStream(archive)) {
            if (found == null) {
                throw new DatabaseNotRun("no PostgreSQL for this platform on the class path (" + archive + ")");
            }
            return ServerHome.software(
                    "postgresql-" + System.getProperty("djdbc.embedded.postgresql", "unknown"),
                    directory -> unpack(found, directory));
        }
    }

    private static String operatingSystem() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name.equals("amd64") ? "x86_64" : name.equals("aarch64") ? "arm_64" : name;
    }

    private static void unpack(InputStream archive, Path directory) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException("entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(tar, target);
                    if ((entry.getMode() & 0100) != 0) {
                        makeExecutable(target);
                    }
                }
            }
        }
    }

    static void makeExecutable(Path file) throws IOException {
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        permissions.add(PosixFilePermission.GROUP_EXECUTE);
        permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        Files.setPosixFilePermissions(file, permissions);
    }

    @Override
    ProcessHandle launch() throws IOException, InterruptedException {
        if (!Files.exists(data)) {
            initialize();
        }
        return process(
                        command(
                                "postgres",
                                "-D",
                                data.toString(),
                                "-p",
                                Integer.toString(port()),
                                "-c",
                                "listen_addresses=127.0.0.1",
                                "-c",
                                "unix_socket_directories=",
                                "-c",
                                "max_connections=200",
                                "-c",
                                "fsync=off"),
                        log(),
                        null)
                .start()
                .toHandle();
    }

    private void initialize() throws IOException, InterruptedException {
        Path password = directory().resolve("password");
        Files.writeString(password, PASSWORD);
        run(
                command(
                        "initdb",
                        "-D",
                        data.toString(),
                        "-U",
                        user(),
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--no-sync"),
                log(),
                null);
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(unprivileged);
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    @Override
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/postgres";
    }

    @Override
    String user() {
        return "postgres";
    }

    @Override
    String password() {
        return PASSWORD;
    }

    @Override
    Path log() {
        return directory().resolve("postgresql.log");
    }
}
