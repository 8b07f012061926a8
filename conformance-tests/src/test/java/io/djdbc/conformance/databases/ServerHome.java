package io.djdbc.conformance.databases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Where servers live: unpacked software, kept from run to run, and a directory for the data of each server, thrown
 * away with the JVM that made it. What a JVM left behind that was killed is ended and thrown away by the next one.
 *
 * <p>Under the system's directory for temporary files, because a server that refuses to be root must be able to walk
 * into it.
 */
final class ServerHome {

    private static final Path HOME =
            Path.of(System.getProperty("java.io.tmpdir"), "djdbc-servers-" + System.getProperty("user.name"));
    private static final Path RUNNING = HOME.resolve("running");
    private static final String OWNER = "owner.pid";

    /** Every server writes its process id there, in its own directory. */
    static final String SERVER_PID = "server.pid";

    private static int made;
    private static boolean swept;

    private ServerHome() {}

    /** Fills a directory once; a half-filled one is never seen by anybody. */
    static synchronized Path software(String nameAndVersion, Unpacking unpacking) throws IOException {
        Path software = HOME.resolve("software").resolve(nameAndVersion);
        if (!Files.isDirectory(software)) {
            Files.createDirectories(software.getParent());
            Path half = Files.createTempDirectory(software.getParent(), nameAndVersion + ".half-");
            half.toFile().setReadable(true, false);
            half.toFile().setExecutable(true, false);
            unpacking.into(half);
            try {
                Files.move(half, software, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                delete(half);
                if (!Files.isDirectory(software)) { // else another JVM was faster
                    throw e;
                }
            }
        }
        return software;
    }

    /** A new directory for one server, owned by this JVM. */
    static synchronized Path newServer(String name) throws IOException {
        if (!swept) {
            swept = true;
            sweep();
        }
        ProcessHandle self = ProcessHandle.current();
        Path directory = RUNNING.resolve(name + "-" + self.pid() + "-" + ++made);
        delete(directory);
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(OWNER), self.pid() + " " + startOf(self));
        return directory;
    }

    /** Ends the servers whose JVM is gone. */
    static synchronized void sweep() throws IOException {
        if (!Files.isDirectory(RUNNING)) {
            return;
        }
        try (Stream<Path> directories = Files.list(RUNNING)) {
            for (Path directory : directories.toList()) {
                Path owner = directory.resolve(OWNER);
                if (Files.exists(owner) && !lives(Files.readString(owner))) {
                    serverOf(directory).ifPresent(ServerHome::kill);
                    delete(directory);
                }
            }
        }
    }

    private static boolean lives(String owner) {
        String[] pidAndStart = owner.split(" ", 2);
        return pidAndStart.length == 2
                && ProcessHandle.of(Long.parseLong(pidAndStart[0]))
                        .map(process -> startOf(process).equals(pidAndStart[1]))
                        .orElse(false);
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Object::toString).orElse("unknown");
    }

    /** The process that the directory's pid file names, if it still is the one that was started for the directory. */
    static Optional<ProcessHandle> serverOf(Path directory) {
        try {
            Path pidFile = directory.resolve(SERVER_PID);
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).trim());
            Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
            if (Files.exists(commandLine) && !Files.readString(commandLine).contains(directory.toString())) {
                return Optional.empty(); // the number went to somebody else
            }
            return ProcessHandle.of(pid);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Ends a server and its children at once, as a power cut would. */
    static void kill(ProcessHandle server) {
        List<ProcessHandle> children = server.descendants().toList();
        server.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(server);
        children.forEach(ServerHome::awaitEnd);
    }

    private static void awaitEnd(ProcessHandle process) {
        for (int i = 0; i < 3_000 && process.isAlive() && !isZombie(process); i++) {
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /**
     * A process that nobody waits for stays as a zombie where there is no init: that is as good as gone, once the last
     * of its threads, and with it its files and its port, is.
     */
    private static boolean isZombie(ProcessHandle process) {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        try (Stream<Path> threads = Files.list(proc.resolve("task"))) {
            return threads.count() == 1
                    && Files.readString(proc.resolve("status")).contains("State:\tZ");
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Fills a directory with a server's software. */
    @FunctionalInterface
    interface Unpacking {
        void into(Path directory) throws IOException;
    }
}
