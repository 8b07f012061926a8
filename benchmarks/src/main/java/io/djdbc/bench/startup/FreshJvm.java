package io.djdbc.bench.startup;

import io.djdbc.bench.subject.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Starts a JVM and measures how long it takes to its first row. */
public final class FreshJvm {
    private final Path java;
    private final Path folder;
    private final Path application;

    /** @param java the {@code java} command of the JDK to start */
    public FreshJvm(Path java) throws IOException {
        this.java = java;
        this.folder = Files.createTempDirectory("djdbc-first-row");
        this.application = ApplicationJar.write(folder.resolve("application.jar"));
    }

    /** Wall time and CPU time (of all of the JVM's threads; NaN where the system does not tell), in milliseconds. */
    public record Start(double wallMillis, double cpuMillis) {}

    /** One start; an {@link IOException} carries what the JVM wrote, if it did not get to its row. */
    public Start start(Subject subject, Database database) throws IOException, InterruptedException {
        var errors = folder.resolve("stderr");
        var builder = new ProcessBuilder(new Starter(subject, database, application).command(java))
                .directory(folder.toFile())
                .redirectError(errors.toFile());
        long start = System.nanoTime();
        var process = builder.start();
        var watchdog = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(60, TimeUnit.SECONDS));
        try (var out = process.getInputStream();
                var in = process.getOutputStream()) {
            int answer;
            do {
                answer = out.read();
            } while (answer >= 0 && answer != FirstRow.THERE);
            long end = System.nanoTime();
            if (answer < 0) {
                throw new IOException(subject.title() + " on " + database.title() + ": "
                        + Files.readString(errors, StandardCharsets.UTF_8).strip());
            }
            return new Start((end - start) / 1e6, cpuMillis(process.pid()));
        } finally {
            watchdog.cancel(false);
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    /** Linux tells the nanoseconds that each thread has run; the JDK's own figure is in steps of ten milliseconds. */
    private static double cpuMillis(long pid) {
        var tasks = Path.of("/proc", Long.toString(pid), "task");
        if (!Files.isDirectory(tasks)) {
            return Double.NaN;
        }
        long nanos = 0;
        try (var threads = Files.newDirectoryStream(tasks)) {
            for (var thread : threads) {
                var figures = Files.readString(thread.resolve("schedstat"));
                nanos += Long.parseLong(figures.substring(0, figures.indexOf(' ')));
            }
        } catch (IOException e) {
            return Double.NaN;
        }
        return nanos / 1e6;
    }
}
