package io.djdbc.conformance.queries;

import io.djdbc.conformance.golden.GoldenModels;
import io.djdbc.query.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;

/** The golden rows of app {@code blog} in a SQLite file of their own, through the driver; counts statements. */
public final class BlogDatabase implements AutoCloseable {

    private final Path file;
    private final Database database;
    private final List<String> sent = new ArrayList<>();

    public BlogDatabase() throws Exception {
        file = Files.createTempFile("blog", ".sqlite3");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Dataset dataset = new Dataset("blog", "sqlite");
            dataset.create(connection);
            dataset.load(connection);
        }
        database = Database.builder()
                .database("default", url(), null, null)
                .models(GoldenModels.models())
                .listener((sql, values) -> note(sql))
                .build();
    }

    private void note(String sql) {
        synchronized (sent) {
            sent.add(sql);
        }
    }

    public String url() {
        return "jdbc:djdbc:sqlite:" + file + "?CONN_MAX_AGE=60";
    }

    public Database database() {
        return database;
    }

    /** How many statements were sent since the last call. */
    public int sent() {
        synchronized (sent) {
            int count = sent.size();
            sent.clear();
            return count;
        }
    }

    @Override
    public void close() throws Exception {
        database.close();
        Files.deleteIfExists(file);
    }
}
