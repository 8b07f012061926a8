package io.djdbc.conformance.transparency;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Questions about result sets: every getter of every column, by index and by label, moving, updating. */
final class ResultSetCalls {

    private static final String SAMPLE = "SELECT * FROM tk_sample ORDER BY id";

    private static final Set<String> ALL_UPDATERS =
            Set.of("c_integer", "c_decimal", "c_varchar", "c_timestamp", "c_boolean", "c_blob", "c_bytea");

    private ResultSetCalls() {}

    static Map<String, Side.Area> areas() {
        Map<String, Side.Area> areas = new LinkedHashMap<>();
        areas.put("ResultSet", side -> sweep(side, false));
        areas.put("closed ResultSet", side -> sweep(side, true));
        areas.put("getters", ResultSetCalls::getters);
        areas.put("moving forward only", side -> moving(side, ResultSet.TYPE_FORWARD_ONLY));
        areas.put("moving, scroll insensitive", side -> moving(side, ResultSet.TYPE_SCROLL_INSENSITIVE));
        areas.put("moving, scroll sensitive", side -> moving(side, ResultSet.TYPE_SCROLL_SENSITIVE));
        areas.put("updaters", ResultSetCalls::updaters);
        areas.put("updatable rows", ResultSetCalls::updatable);
        areas.put("holdability", ResultSetCalls::holdability);
        return areas;
    }

    private static boolean isColumnGetter(Method method) {
        return method.getName().startsWith("get") && method.getParameterCount() > 0;
    }

    private static void sweep(Side side, boolean closed) throws Exception {
        try (Connection connection = side.openForMuchWriting();
                Statement statement = connection.createStatement()) {
            new MethodSweep<>(side, ResultSet.class)
                    .only(method -> !method.getName().startsWith("update"))
                    .only(method -> closed || !isColumnGetter(method))
                    .with("findColumn", "C_VARCHAR")
                    .with("setFetchDirection", ResultSet.FETCH_FORWARD)
                    .on(connection, c -> {
                        ResultSet rows = statement.executeQuery(SAMPLE);
                        rows.next();
                        if (closed) {
                            rows.close();
                        }
                        return rows;
                    });
        }
    }

    private static void getters(Side side) throws Exception {
        try (Connection connection = side.openForMuchWriting();
                Statement statement = connection.createStatement()) {
            int index = 1;
            for (Flavour.Column column : side.flavour().columns()) {
                index++;
                for (int row = 1; row <= 2; row++) {
                    try (ResultSet rows = statement.executeQuery("SELECT * FROM tk_sample WHERE id = " + row)) {
                        rows.next();
                        String name = column.name() + (row == 1 ? " " : " NULL ");
                        new MethodSweep<>(side, ResultSet.class)
                                .only(ResultSetCalls::isColumnGetter)
                                .named(name)
                                .column(index, column.name())
                                .after(r -> side.ask(name + "wasNull", rows::wasNull))
                                .sharing(connection, rows);
                    }
                }
            }
            try (ResultSet rows = statement.executeQuery(SAMPLE)) {
                side.ask("before the first row", () -> rows.getInt(1));
                rows.next();
                side.ask("column 0", () -> rows.getInt(0));
                side.ask("column 99", () -> rows.getString(99));
                side.ask("column of no such name", () -> rows.getString("no_such_column"));
                side.ask("column null", () -> rows.getString(null));
                side.ask("upper case", () -> rows.getString("ID"));
                side.ask("getObject of a class that is none of SQL's", () -> rows.getObject(1, Thread.class));
                while (rows.next()) {}
                side.ask("after the last row", () -> rows.getInt(1));
                side.ask("next after the last", rows::next);
            }
        }
    }

    private static void moving(Side side, int type) throws Exception {
        try (Connection connection = side.openForMuchWriting()) {
            Side.run(connection, "DELETE FROM tk_keyed");
            for (int i = 1; i <= 5; i++) {
                Side.run(connection, "INSERT INTO tk_keyed (id, name) VALUES (" + i + ", 'row " + i + "')");
            }
            Statement statement;
            try {
                statement = connection.createStatement(type, ResultSet.CONCUR_READ_ONLY);
            } catch (SQLException e) {
                side.ask("createStatement", () -> {
                    throw e;
                });
                return;
            }
            side.ask("getResultSetType of the statement", statement::getResultSetType);
            ResultSet rows = statement.executeQuery("SELECT id, name FROM tk_keyed ORDER BY id");
            Transcript.Question[] moves = {
                rows::next,
                rows::next,
                rows::previous,
                rows::last,
                rows::next,
                rows::previous,
                rows::first,
                rows::previous,
                () -> rows.absolute(3),
                () -> rows.absolute(-2),
                () -> rows.absolute(0),
                () -> rows.absolute(99),
                () -> rows.relative(-2),
                () -> rows.relative(1),
                () -> rows.relative(-99)
            };
            for (int i = 0; i < moves.length; i++) {
                side.ask("move " + i, moves[i]);
                side.ask("id after move " + i, () -> rows.getInt("id"));
                side.ask("row after move " + i, rows::getRow);
                side.ask("isFirst after move " + i, rows::isFirst);
                side.ask("isLast after move " + i, rows::isLast);
                side.ask("isBeforeFirst after move " + i, rows::isBeforeFirst);
                side.ask("isAfterLast after move " + i, rows::isAfterLast);
            }
            side.ask("afterLast", rows::afterLast);
            side.ask("beforeFirst", rows::beforeFirst);
            side.ask("getType", rows::getType);
            side.ask("getConcurrency", rows::getConcurrency);
            side.ask("setFetchSize", () -> rows.setFetchSize(2));
            side.ask("getFetchSize", rows::getFetchSize);
            rows.close();
            statement.close();
            Side.run(connection, "DELETE FROM tk_keyed");
        }
    }

    /** Each updater of a matching column's row; what the database made of it is read back as text. */
    private static void updaters(Side side) throws Exception {
        try (Connection connection = side.openForMuchWriting()) {
            Side.run(connection, "DELETE FROM tk_scratch", "INSERT INTO tk_scratch (id) VALUES (1)");
            int index = 1;
            for (Flavour.Column column : side.flavour().columns()) {
                index++;
                new MethodSweep<>(side, ResultSet.class)
                        .only(method -> method.getName().startsWith("update") && method.getParameterCount() > 0)
                        .only(method -> isAsked(method, column))
                        .named(column.name() + " ")
                        .column(index, column.name())
                        .after(rows -> {
                            side.ask(column.name() + " updateRow", rows::updateRow);
                            side.ask(column.name() + " read back", () -> rows.getString(column.name()));
                        })
                        .on(connection, c -> {
                            Statement statement =
                                    c.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
                            statement.closeOnCompletion();
                            ResultSet rows = statement.executeQuery("SELECT * FROM tk_scratch");
                            rows.next();
                            return rows;
                        });
            }
            Side.run(connection, "DELETE FROM tk_scratch");
        } catch (SQLException e) {
            side.ask("updaters end", () -> {
                throw e;
            });
        }
    }

    /** All updaters on one column of each kind of value; elsewhere the plainest, as each costs three round trips. */
    private static boolean isAsked(Method updater, Flavour.Column column) {
        boolean byIndex = updater.getParameterTypes()[0] == int.class;
        if (ALL_UPDATERS.contains(column.name())) {
            return byIndex || column.name().equals("c_varchar");
        }
        return byIndex && Set.of("updateString", "updateNull").contains(updater.getName());
    }

    private static void updatable(Side side) throws Exception {
        try (Connection connection = side.openForMuchWriting()) {
            Side.run(connection, "DELETE FROM tk_keyed", "INSERT INTO tk_keyed (id, name) VALUES (1, 'one')");
            try (Statement statement =
                            connection.createStatement(ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_UPDATABLE);
                    ResultSet rows = statement.executeQuery("SELECT id, name FROM tk_keyed")) {
                side.ask("concurrency", rows::getConcurrency);
                side.ask("first", rows::next);
                side.ask("updateString", () -> rows.updateString("name", "uno"));
                side.ask("cancelRowUpdates", rows::cancelRowUpdates);
                side.ask("name, cancelled", () -> rows.getString(2));
                side.ask("updateString again", () -> rows.updateString(2, "uno"));
                side.ask("updateRow", rows::updateRow);
                side.ask("rowUpdated", rows::rowUpdated);
                side.ask("refreshRow", rows::refreshRow);
                side.ask("name", () -> rows.getString(2));
                side.ask("moveToInsertRow", rows::moveToInsertRow);
                side.ask("id of the new row", () -> rows.updateInt(1, 2));
                side.ask("name of the new row", () -> rows.updateString(2, "two"));
                side.ask("insertRow", rows::insertRow);
                side.ask("rowInserted", rows::rowInserted);
                side.ask("moveToCurrentRow", rows::moveToCurrentRow);
                side.ask("deleteRow", rows::deleteRow);
                side.ask("rowDeleted", rows::rowDeleted);
            } catch (SQLException e) {
                side.ask("no updatable rows", () -> {
                    throw e;
                });
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT id, name FROM tk_keyed ORDER BY id")) {
                side.ask("rows in the end", () -> rows);
                side.ask("update of a read-only row", () -> rows.updateInt(1, 3));
            }
            Side.run(connection, "DELETE FROM tk_keyed");
        }
    }

    private static void holdability(Side side) throws Exception {
        for (int holdability : new int[] {ResultSet.HOLD_CURSORS_OVER_COMMIT, ResultSet.CLOSE_CURSORS_AT_COMMIT}) {
            try (Connection connection = side.openForMuchWriting()) {
                connection.setAutoCommit(false);
                Statement statement;
                try {
                    statement = connection.createStatement(
                            ResultSet.TYPE_FORWARD_ONLY, ResultSet.CONCUR_READ_ONLY, holdability);
                } catch (SQLException e) {
                    side.ask("createStatement " + holdability, () -> {
                        throw e;
                    });
                    continue;
                }
                side.ask("holdability " + holdability, statement::getResultSetHoldability);
                ResultSet rows = statement.executeQuery(SAMPLE);
                side.ask("its rows' " + holdability, rows::getHoldability);
                rows.next();
                side.ask("commit " + holdability, connection::commit);
                side.ask("isClosed after commit " + holdability, rows::isClosed);
                side.ask("next after commit " + holdability, rows::next);
                statement.close();
                connection.rollback();
            }
        }
    }
}
