package io.djdbc.conformance.queries;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.Golden;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one dataset in a real database: creates the tables by Django's own DDL, fills them, and says what has
 * changed. Plain JDBC, so that what is tested has no part in it.
 */
final class Dataset {

    private final String app;
    private final String backend;
    private final List<GoldenTable> tables;
    private final JsonNode rows;

    /** @param backend {@code sqlite}, {@code postgresql}, {@code mysql} (MariaDB), {@code mysql8} or {@code oracle} */
    Dataset(String app, String backend) {
        this.app = app;
        this.backend = backend;
        this.tables = GoldenTable.of(app, backend);
        this.rows = Golden.read("datasets.json").get("datasets").get(app);
    }

    String app() {
        return app;
    }

    private boolean isPostgresql() {
        return backend.equals("postgresql");
    }

    /** In H2's mode of it. */
    private boolean isOracle() {
        return backend.equals("oracle");
    }

    private boolean isMysql() {
        return backend.startsWith("mysql");
    }

    void create(Connection connection) throws SQLException {
        List<String> last = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (GoldenTable table : tables) {
                for (String sql : table.ddl()) {
                    if (sql.startsWith("CREATE TABLE")) {
                        statement.execute(adapted(sql));
                    } else {
                        last.add(sql);
                    }
                }
            }
            for (String sql : last) {
                statement.execute(adapted(sql));
            }
        }
    }

    /** H2's Oracle mode lacks two clauses of Oracle's. */
    private String adapted(String ddl) {
        return isOracle()
                ? ddl.replace(" DEFAULT ON NULL AS", " DEFAULT AS").replace(" DEFERRABLE INITIALLY DEFERRED", "")
                : ddl;
    }

    /** Empties the tables and loads the rows again; the next automatic key is the largest plus one. */
    void load(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        try (Statement statement = connection.createStatement()) {
            checks(statement, false);
            connection.setAutoCommit(false);
            for (GoldenTable table : tables) {
                statement.execute("DELETE FROM " + quote(table.name()));
            }
            for (GoldenTable table : tables) {
                insert(connection, table);
            }
            for (GoldenTable table : tables) {
                setSequence(statement, table);
            }
            connection.commit();
            connection.setAutoCommit(autoCommit);
            checks(statement, true);
        }
    }

    private void checks(Statement statement, boolean on) throws SQLException {
        if (isMysql()) {
            statement.execute("SET FOREIGN_KEY_CHECKS=" + (on ? 1 : 0));
        } else if (isOracle()) {
            statement.execute("SET REFERENTIAL_INTEGRITY " + (on ? "TRUE" : "FALSE"));
        } else if (!isPostgresql()) {
            statement.execute("PRAGMA foreign_keys=" + (on ? "ON" : "OFF"));
        }
    }

    private void insert(Connection connection, GoldenTable table) throws SQLException {
        JsonNode wanted = rows.path(table.model());
        if (wanted.isEmpty()) {
            return;
        }
        String names =
                table.columns().stream().map(column -> quote(column.name())).collect(Collectors.joining(", "));
        String values = table.columns().stream()
                .map(column -> stored(column).placeholder(column.databaseType()))
                .collect(Collectors.joining(", "));
        String sql = "INSERT INTO " + quote(table.name()) + " (" + names + ") VALUES (" + values + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (JsonNode row : wanted) {
                int index = 0;
                for (GoldenTable.Column column : table.columns()) {
                    stored(column).bind(statement, ++index, row.path(column.attname()));
                }
                statement.executeUpdate();
            }
        }
    }

    private StoredValue stored(GoldenTable.Column column) {
        return new StoredValue(column.type(), backend, column.places());
    }

    private void setSequence(Statement statement, GoldenTable table) throws SQLException {
        GoldenTable.Column key = table.columns().stream()
                .filter(column -> column.attname().equals(table.key()))
                .findFirst()
                .orElseThrow();
        if (!key.name().equalsIgnoreCase("id")) {
            return;
        }
        long next =
                1 + number(statement, "SELECT COALESCE(MAX(" + quote(key.name()) + "), 0) FROM " + quote(table.name()));
        if (isPostgresql()) {
            number(
                    statement,
                    "SELECT setval(pg_get_serial_sequence('" + quote(table.name()) + "', 'id'), " + next + ", false)");
        } else if (isOracle()) {
            statement.execute("ALTER TABLE " + quote(table.name()) + " ALTER COLUMN " + quote(key.name())
                    + " RESTART WITH " + next);
        } else if (isMysql()) {
            statement.execute("ALTER TABLE " + quote(table.name()) + " AUTO_INCREMENT = " + next);
        } else {
            statement.execute("DELETE FROM sqlite_sequence WHERE name = '" + table.name() + "'");
            statement.execute("INSERT INTO sqlite_sequence VALUES ('" + table.name() + "', " + (next - 1) + ")");
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private String quote(String name) {
        return isMysql() ? "`" + name + "`" : "\"" + name + "\"";
    }

    /** All rows: by model and primary key, columns by attname. */
    Map<String, Map<Object, Map<String, @Nullable Object>>> snapshot(Connection connection) throws SQLException {
        Map<String, Map<Object, Map<String, @Nullable Object>>> snapshot = new TreeMap<>();
        for (GoldenTable table : tables) {
            snapshot.put(table.model(), rows(connection, table));
        }
        return snapshot;
    }

    private Map<Object, Map<String, @Nullable Object>> rows(Connection connection, GoldenTable table)
            throws SQLException {
        String names = table.columns().stream()
                .map(column -> stored(column).selected(quote(column.name())))
                .collect(Collectors.joining(", "));
        Map<Object, Map<String, @Nullable Object>> result = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet read = statement.executeQuery("SELECT " + names + " FROM " + quote(table.name()))) {
            while (read.next()) {
                Map<String, @Nullable Object> row = new TreeMap<>();
                int index = 0;
                for (GoldenTable.Column column : table.columns()) {
                    row.put(column.attname(), stored(column).read(read, ++index));
                }
                result.put(String.valueOf(row.get(table.key())), row);
            }
        }
        return result;
    }

    /** What the recorded changes make of a snapshot. */
    Map<String, Map<Object, Map<String, @Nullable Object>>> changed(
            Map<String, Map<Object, Map<String, @Nullable Object>>> before, JsonNode changes) {
        Map<String, Map<Object, Map<String, @Nullable Object>>> after = new TreeMap<>();
        for (GoldenTable table : tables) {
            Map<Object, Map<String, @Nullable Object>> copy = new LinkedHashMap<>();
            before.getOrDefault(table.model(), Map.of()).forEach((key, row) -> copy.put(key, new TreeMap<>(row)));
            JsonNode change = changes.path(table.model());
            change.path("deleted").forEach(key -> {
                if (copy.remove(key.asText()) == null) {
                    throw new IllegalStateException("no such row to delete: " + table.model() + " " + key);
                }
            });
            change.path("updated")
                    .forEach(pair -> values(table, pair.get(1))
                            .forEach(copy.get(pair.get(0).asText())::put));
            change.path("inserted").forEach(row -> copy.put(row.get(table.key()).asText(), values(table, row)));
            after.put(table.model(), copy);
        }
        return after;
    }

    private Map<String, @Nullable Object> values(GoldenTable table, JsonNode row) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        for (GoldenTable.Column column : table.columns()) {
            if (row.has(column.attname())) {
                values.put(column.attname(), stored(column).canonical(row.get(column.attname())));
            }
        }
        return values;
    }
}
