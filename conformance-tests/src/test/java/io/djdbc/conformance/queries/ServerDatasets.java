package io.djdbc.conformance.queries;

import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.conformance.databases.TimeZoneTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The golden tables on one database: in a schema, a database or a file of their own, made anew. */
final class ServerDatasets {

    private static final String PLACE = "golden_queries";
    private final TestDatabase database;
    private final String bareUrl;
    private final Map<String, Dataset> datasets = new HashMap<>();

    ServerDatasets(TestDatabase database) throws SQLException {
        this.database = database;
        this.bareUrl = place();
        try (Connection connection = connect()) {
            for (String app : List.of("blog", "odd")) {
                Dataset dataset = new Dataset(app, backend());
                dataset.create(connection);
                dataset.load(connection);
                datasets.put(app, dataset);
            }
        }
    }

    /** Tables that are there and filled, as in a file that Django made. */
    private ServerDatasets(TestDatabase database, String bareUrl) {
        this.database = database;
        this.bareUrl = bareUrl;
        for (String app : List.of("blog", "odd")) {
            datasets.put(app, new Dataset(app, backend()));
        }
    }

    /** The golden tables in a database where somebody else has made and filled them. */
    static ServerDatasets existing(TestDatabase database) {
        return new ServerDatasets(database, database.bareUrl());
    }

    private String backend() {
        return database.is("mariadb") ? "mysql" : database.is("mysql") ? "mysql8" : database.name();
    }

    /** The key of the results that were recorded on this kind of server. */
    String recorded() {
        return database.is("mariadb", "mysql") ? "mysql" : database.name();
    }

    private String place() throws SQLException {
        if (database.is("sqlite")) {
            try {
                Path file = Files.createTempFile("golden", ".sqlite3");
                file.toFile().deleteOnExit();
                return "jdbc:sqlite:" + file;
            } catch (IOException e) {
                throw new SQLException(e);
            }
        }
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            if (database.is("postgresql")) {
                statement.execute("DROP SCHEMA IF EXISTS " + PLACE + " CASCADE");
                statement.execute("CREATE SCHEMA " + PLACE);
                return database.bareUrlWith("currentSchema=" + PLACE);
            }
            statement.execute("DROP DATABASE IF EXISTS " + PLACE);
            statement.execute("CREATE DATABASE " + PLACE + " CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci");
            TimeZoneTables.load(statement, zones());
            return database.bareUrl().replaceFirst("(//[^/]+/)[^?]*", "$1" + PLACE);
        }
    }

    /** The time zones of the cases, which a new MySQL does not know. */
    private static List<String> zones() {
        return QueryCase.all().stream()
                .map(QueryCase::timezone)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(bareUrl, database.properties());
    }

    /** The URL through djdbc. */
    String djdbcUrl() {
        String separator = bareUrl.contains("?") ? "&" : "?";
        return "jdbc:djdbc:" + bareUrl.substring("jdbc:".length()) + separator + "CONN_MAX_AGE=600";
    }

    @Nullable
    String user() {
        return database.user();
    }

    @Nullable
    String password() {
        return database.password();
    }

    Dataset dataset(String app) {
        Dataset dataset = datasets.get(app);
        if (dataset == null) {
            throw new IllegalArgumentException("no dataset " + app);
        }
        return dataset;
    }
}
