package io.djdbc.conformance.databases;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A server process of this test run, on the loopback interface. Beyond being there it can be killed and started again
 * on the same port with the same data, which is what tests of reconnecting need. Ends with the JVM.
 */
public abstract class LocalServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Set<LocalServer> running = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> running.forEach(LocalServer::close)));
    }

    private final String name;
    private final Origin origin;
    private final Path directory;
    private final int port;
    private @Nullable ProcessHandle process;
    private boolean startedBefore;

    LocalServer(String name, Origin origin) throws IOException {
        this.name = name;
        this.origin = origin;
        this.directory = ServerHome.newServer(name);
        this.port = freePort();
        running.add(this);
    }

    /**
     * A server of one's own, for a test that harms it; the shared ones are in {@link TestDatabases}.
     *
     * @throws DatabaseNotRun if there is no way to start that database here
     */
    public static LocalServer start(String name) throws Exception {
        LocalServer server;
        switch (name) {
            case "postgresql":
                server = new EmbeddedPostgresql();
                break;
            case "mariadb":
                server = new EmbeddedMariadb();
                break;
            case "mysql":
                server = new DebianMysql();
                break;
            default:
                throw new DatabaseNotRun("there is no local server for " + name);
        }
        try {
            server.start();
            return server;
        } catch (Exception e) {
            server.close();
            throw e;
        }
    }

    /** Starts the process; returns as soon as it runs, ready or not. */
    abstract ProcessHandle launch() throws IOException, InterruptedException;

    abstract String url();

    abstract String user();

    abstract String password();

    /** The server's own log, for the message when it does not start. */
    abstract Path log();

    final Path directory() {
        return directory;
    }

    final int port() {
        return port;
    }

    /** Starts the server, for the first time or again after {@link #kill()}; returns when it takes connections. */
    public final void start() throws IOException, InterruptedException {
        if (!startedBefore) {
            firstOrNextStart();
            startedBefore = true;
            return;
        }
        try {
            firstOrNextStart();
        } catch (DatabaseNotRun e) {
            throw new IOException("a server that ran before does not start again", e); // a failure, not a "not run"
        }
    }

    private void firstOrNextStart() throws IOException, InterruptedException {
        ProcessHandle launched = launch();
        process = launched;
        Files.writeString(directory.resolve(ServerHome.SERVER_PID), launched.pid() + "\n");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                database();
                return;
            } catch (SQLException e) {
                if (!launched.isAlive()) {
                    throw new DatabaseNotRun("the server ended before it was ready: " + lastWords(), e);
                }
                if (System.nanoTime() > deadline) {
                    throw new DatabaseNotRun("the server was not ready in time: " + e.getMessage(), e);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    /** The server as a database; the answer is only had while it runs. */
    public final TestDatabase database() throws SQLException {
        return new TestDatabase(name, origin, url(), user(), password());
    }

    /** Ends the server and all its processes by SIGKILL, in the middle of whatever they do. */
    public final void kill() {
        ProcessHandle victim = process;
        if (victim != null) {
            ServerHome.kill(victim);
            process = null;
        }
    }

    /** Kills the server and throws its data away. */
    @Override
    public final void close() {
        running.remove(this);
        kill();
        try {
            ServerHome.delete(directory);
        } catch (IOException e) {
            // the next run sweeps it
        }
    }

    /** Runs a program of the server's to its end; its output is in {@code log}. */
    final void run(List<String> command, Path log, ProcessBuilder.@Nullable Redirect input)
            throws IOException, InterruptedException {
        Process program = process(command, log, input).start();
        int status = program.waitFor();
        if (status != 0) {
            throw new DatabaseNotRun(
                    Path.of(command.get(0)).getFileName() + " ended with " + status + ": " + lastWords(log));
        }
    }

    /** A program of the server's, in the server's directory, without the caller's locale and PG… variables. */
    final ProcessBuilder process(List<String> command, Path log, ProcessBuilder.@Nullable Redirect input) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(
                input == null
                        ? ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())
                        : input);
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PG") || variable.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    private String lastWords() {
        return lastWords(log());
    }

    static String lastWords(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "it left no log";
        }
    }

    /** Below the ports that outgoing connections get, so that nobody takes it while the server is down. */
    private static int freePort() throws IOException {
        for (int attempt = 0; attempt < 100; attempt++) {
            int candidate = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket ignored = new ServerSocket(candidate, 1, InetAddress.getLoopbackAddress())) {
                return candidate;
            } catch (java.net.BindException taken) {
                // try the next
            }
        }
        throw new IOException("no free port between 20000 and 32000");
    }

    /** Whether this JVM is root, which some servers refuse to be. */
    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
