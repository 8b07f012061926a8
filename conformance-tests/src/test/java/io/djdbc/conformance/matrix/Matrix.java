package io.djdbc.conformance.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Suites × databases, as one run found them. Not safe for use by several threads. */
final class Matrix {

    /** The column of suites that ask no database. */
    static final String NO_DATABASE = "none";

    /**
     * A column's head.
     *
     * @param version what the server says it is; null where the database was not run
     * @param origin how it was had; null where it was not
     * @param reason why it was not run; null where it was
     */
    record Database(
            String name,
            @Nullable String version,
            @Nullable String origin,
            @Nullable String reason) {

        boolean inProcess() {
            return name.equals("sqlite") || name.equals("h2");
        }

        boolean ran() {
            return version != null;
        }
    }

    private final Map<String, Database> databases = new LinkedHashMap<>();
    private final Map<String, Map<String, Cell>> suites = new TreeMap<>();

    void database(Database database) {
        databases.put(database.name(), database);
    }

    Cell cell(String suite, String database) {
        return suites.computeIfAbsent(suite, name -> new LinkedHashMap<>())
                .computeIfAbsent(database, name -> new Cell());
    }

    /** Takes over a suite that another JVM of the same build ran, unless this one ran it too. */
    void adopt(String suite, Map<String, Cell> cells) {
        suites.putIfAbsent(suite, cells);
    }

    List<Database> databases() {
        return List.copyOf(databases.values());
    }

    /** By name, each with its cells by database. */
    Map<String, Map<String, Cell>> suites() {
        return suites;
    }

    /** The columns that have anything in them, suites without a database last. */
    List<String> columns() {
        List<String> columns = new ArrayList<>(databases.keySet());
        boolean without = suites.values().stream().anyMatch(cells -> cells.containsKey(NO_DATABASE));
        if (without) {
            columns.add(NO_DATABASE);
        }
        return columns;
    }

    /** Whether a database with a server of its own was among those that ran. */
    boolean ranOnServers() {
        return databases.values().stream().anyMatch(database -> database.ran() && !database.inProcess());
    }

    int passed() {
        return cells().stream().mapToInt(Cell::passedCount).sum();
    }

    int failed() {
        return cells().stream().mapToInt(Cell::failedCount).sum();
    }

    int notRun() {
        return cells().stream().mapToInt(Cell::notRunCount).sum();
    }

    private List<Cell> cells() {
        return suites.values().stream()
                .flatMap(cells -> cells.values().stream())
                .toList();
    }
}
