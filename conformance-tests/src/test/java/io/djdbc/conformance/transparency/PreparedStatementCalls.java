package io.djdbc.conformance.transparency;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Questions about prepared statements: every method, every setter into every column, batches, keys, metadata. */
final class PreparedStatementCalls {

    private PreparedStatementCalls() {}

    static Map<String, Side.Area> areas() {
        Map<String, Side.Area> areas = new LinkedHashMap<>();
        areas.put("PreparedStatement", side -> sweep(side, false));
        areas.put("closed PreparedStatement", side -> sweep(side, true));
        areas.put("setters", PreparedStatementCalls::setters);
        areas.put("prepared batches and keys", PreparedStatementCalls::batches);
        areas.put("statement metadata", PreparedStatementCalls::metaData);
        return areas;
    }

    private static void sweep(Side side, boolean closed) throws Exception {
        try (Connection connection = side.openForMuchWriting()) {
            new MethodSweep<>(side, PreparedStatement.class)
                    .only(method -> !isSetter(method))
                    .on(connection, c -> {
                        PreparedStatement statement = c.prepareStatement("SELECT id FROM tk_sample WHERE id = ?");
                        statement.setInt(1, 1);
                        if (closed) {
                            statement.close();
                        }
                        return statement;
                    });
            new MethodSweep<>(side, PreparedStatement.class)
                    .only(method -> closed && isSetter(method))
                    .on(connection, c -> {
                        PreparedStatement statement = c.prepareStatement("SELECT id FROM tk_sample WHERE id = ?");
                        statement.close();
                        return statement;
                    });
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT id FROM tk_sample WHERE id = ? AND c_varchar = ?")) {
                side.ask("toString", statement::toString);
                side.ask("a parameter is missing", () -> statement.executeQuery());
                side.ask("parameter 0", () -> statement.setInt(0, 1));
                side.ask("parameter 3", () -> statement.setInt(3, 1));
                statement.setInt(1, 1);
                statement.setString(2, "text ü");
                side.ask("toString, set", statement::toString);
                side.ask("rows", () -> statement.executeQuery());
                side.ask("clearParameters", statement::clearParameters);
                side.ask("a parameter was cleared", () -> statement.executeQuery());
                side.ask("execute(String)", () -> statement.execute("SELECT 1"));
                side.ask("addBatch(String)", () -> statement.addBatch("SELECT 1"));
            }
            try (PreparedStatement statement = connection.prepareStatement("UPDATE tk_scratch SET id = ?")) {
                statement.setInt(1, 1);
                side.ask("executeLargeUpdate", () -> statement.executeLargeUpdate());
                side.ask("executeUpdate", () -> statement.executeUpdate());
                side.ask("execute", () -> statement.execute());
                side.ask("getLargeUpdateCount", statement::getLargeUpdateCount);
                side.ask("executeQuery", () -> statement.executeQuery());
            }
        }
    }

    private static boolean isSetter(Method method) {
        return method.getName().startsWith("set") && method.getParameterCount() > 1;
    }

    /** Each setter with each sample, into each column; what the database made of it is read back as text. */
    private static void setters(Side side) throws Exception {
        try (Connection connection = side.openForMuchWriting();
                Statement plain = connection.createStatement()) {
            int index = 1;
            for (Flavour.Column column : side.flavour().columns()) {
                index++;
                int position = index;
                String insert = "INSERT INTO tk_scratch (id, " + column.name() + ") VALUES (1, ?)";
                new MethodSweep<>(side, PreparedStatement.class)
                        .only(PreparedStatementCalls::isSetter)
                        .named(column.name() + " ")
                        .after(statement -> {
                            side.ask(column.name() + " update", () -> statement.executeUpdate());
                            ResultSet rows =
                                    plain.executeQuery("SELECT " + column.name() + " FROM tk_scratch WHERE id = 1");
                            if (rows.next()) {
                                side.ask(column.name() + " stored in " + position, () -> rows.getString(1));
                                plain.executeUpdate("DELETE FROM tk_scratch");
                            }
                        })
                        .on(connection, c -> c.prepareStatement(insert));
            }
        }
    }

    private static void batches(Side side) throws Exception {
        try (Connection connection = side.openForMuchWriting();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO tk_keyed (name) VALUES (?)", Statement.RETURN_GENERATED_KEYS)) {
            side.ask("empty", insert::executeBatch);
            for (String name : new String[] {"a", "b", "c"}) {
                insert.setString(1, name);
                insert.addBatch();
            }
            side.ask("three", insert::executeBatch);
            side.ask("keys", insert::getGeneratedKeys);
            insert.setString(1, "d");
            side.ask("one", () -> insert.executeUpdate());
            side.ask("its key", insert::getGeneratedKeys);
            for (String name : new String[] {"e", "a", "f"}) {
                insert.setString(1, name);
                insert.addBatch();
            }
            side.ask("one fails", insert::executeLargeBatch);
            insert.clearBatch();
            side.ask("cleared", insert::executeLargeBatch);
            side.ask("prepared by name", () -> {
                try (PreparedStatement byName = connection.prepareStatement(
                        "INSERT INTO tk_keyed (name) VALUES ('by name')", new String[] {"id"})) {
                    byName.executeUpdate();
                    return Rendering.of(byName.getGeneratedKeys());
                }
            });
            side.ask("prepared by index", () -> {
                try (PreparedStatement byIndex =
                        connection.prepareStatement("INSERT INTO tk_keyed (name) VALUES ('by index')", new int[] {1})) {
                    byIndex.executeUpdate();
                    return Rendering.of(byIndex.getGeneratedKeys());
                }
            });
            Side.run(connection, "DELETE FROM tk_keyed");
        }
    }

    private static void metaData(Side side) throws Exception {
        int columns = side.flavour().columns().size() + 1;
        try (Connection connection = side.openForMuchWriting();
                PreparedStatement query =
                        connection.prepareStatement("SELECT * FROM tk_sample WHERE id = ? AND c_varchar LIKE ?")) {
            ResultSetMetaData rows = query.getMetaData();
            for (int i = 0; rows != null && i <= columns + 1; i++) {
                new MethodSweep<>(side, ResultSetMetaData.class)
                        .named("column " + i + " ")
                        .eachIndex(i)
                        .on(connection, c -> rows);
            }
            ParameterMetaData parameters = query.getParameterMetaData();
            for (int i = 0; i <= 3; i++) {
                new MethodSweep<>(side, ParameterMetaData.class)
                        .named("parameter " + i + " ")
                        .eachIndex(i)
                        .on(connection, c -> parameters);
            }
        }
    }
}
