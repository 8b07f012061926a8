package io.djdbc.conformance.oracle;

import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Where the semantics of Oracle are asked for: an Oracle server, if one was named, and H2 in its Oracle mode, in which
 * '' is NULL too.
 */
final class OracleMode implements AutoCloseable {
    private final TestDatabase database;
    private final String h2 = "h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;MODE=Oracle";
    private final List<String> tables = new ArrayList<>();

    OracleMode(TestDatabase database) {
        this.database = database;
    }

    boolean isOracle() {
        return database.is("oracle");
    }

    /** Through djdbc, with Oracle's dialect. */
    Connection open(String... parameters) throws SQLException {
        return isOracle()
                ? database.openDjdbc(parameters)
                : DriverManager.getConnection(url(parameters), database.properties());
    }

    String url(String... parameters) {
        return isOracle()
                ? database.djdbcUrl(parameters)
                : "jdbc:djdbc:" + h2 + ";DIALECT=oracle" + String.join("", prefixed(parameters));
    }

    private static List<String> prefixed(String... parameters) {
        List<String> all = new ArrayList<>();
        for (String parameter : parameters) {
            all.add(";" + parameter);
        }
        return all;
    }

    /** Without djdbc. */
    Connection openBare() throws SQLException {
        return isOracle() ? database.open() : DriverManager.getConnection("jdbc:" + h2, database.properties());
    }

    /** Runs statements on the bare database; a table that is made is dropped at the end. */
    void prepare(String... statements) throws SQLException {
        try (Connection bare = openBare();
                Statement statement = bare.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
                if (sql.startsWith("CREATE TABLE ")) {
                    drops(sql.split("[ (]", 4)[2]);
                }
            }
        }
    }

    /** Drops one of them now. */
    void drop(String table) throws SQLException {
        tables.remove(table);
        prepare("DROP TABLE " + table);
    }

    /** Says that a table is there, to be dropped at the end. */
    void drops(String table) {
        tables.add(table);
    }

    @Override
    public void close() throws SQLException {
        try (Connection bare = openBare();
                Statement statement = bare.createStatement()) {
            for (int i = tables.size() - 1; i >= 0; i--) {
                statement.execute("DROP TABLE " + tables.get(i));
            }
        }
    }
}
