package io.djdbc.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A SQLite file in a directory of its own, which is removed when this is closed. */
final class TemporaryDatabase implements AutoCloseable {
    private final Path directory;

    TemporaryDatabase() throws IOException {
        directory = Files.createTempDirectory("djdbc-demo-");
    }

    String url() {
        return "jdbc:djdbc:sqlite:" + directory.resolve("demo.db");
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException unremovable) {
            throw new UncheckedIOException(unremovable);
        }
    }
}
