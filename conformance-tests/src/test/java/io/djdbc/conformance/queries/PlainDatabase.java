package io.djdbc.conformance.queries;

import io.djdbc.query.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A new database without the driver in between: of SQLite in a file, or of H2 in memory. */
final class PlainDatabase implements AutoCloseable {

    private final Path directory;
    private final String vendor;
    private final List<Database> opened = new ArrayList<>();
    private String last = "";

    PlainDatabase(String vendor) {
        this.vendor = vendor;
        try {
            directory = Files.createTempDirectory("plain");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With empty tables of these entities. */
    Database open(Class<?>... entities) {
        last = url();
        Database db = again(entities);
        db.schema().create(entities);
        return db;
    }

    /** The tables that {@link #open} made, as others see them. */
    Database again(Class<?>... entities) {
        Database db = Database.builder()
                .database("default", last, null, null)
                .models(entities)
                .build();
        opened.add(db);
        return db;
    }

    /** Two databases with the same tables, {@code default} and {@code other}. */
    Database openTwo(Class<?>... entities) {
        Database db = Database.builder()
                .database("default", url(), null, null)
                .database("other", url(), null, null)
                .models(entities)
                .build();
        opened.add(db);
        db.schema().create(entities);
        db.using("other").schema().create(entities);
        return db;
    }

    private String url() {
        return vendor.equals("h2")
                ? "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"
                : "jdbc:sqlite:" + directory.resolve(UUID.randomUUID() + ".db");
    }

    @Override
    public void close() {
        opened.forEach(Database::close);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
