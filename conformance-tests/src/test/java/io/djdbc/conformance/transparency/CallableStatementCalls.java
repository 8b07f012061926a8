package io.djdbc.conformance.transparency;

import java.lang.reflect.Method;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Questions about callable statements: every getter of every out parameter, every setter, results beside them. */
final class CallableStatementCalls {

    private CallableStatementCalls() {}

    static Map<String, Side.Area> areas() {
        Map<String, Side.Area> areas = new LinkedHashMap<>();
        areas.put("CallableStatement", side -> sweep(side, false));
        areas.put("closed CallableStatement", side -> sweep(side, true));
        areas.put("out parameters", CallableStatementCalls::outParameters);
        return areas;
    }

    private static boolean isOwn(Method method) {
        return method.getDeclaringClass() == CallableStatement.class;
    }

    private static boolean isGetter(Method method) {
        return method.getName().startsWith("get") && method.getParameterCount() > 0;
    }

    private static CallableStatement prepare(Side side, Connection connection) throws SQLException {
        String call = side.flavour().call();
        CallableStatement statement = connection.prepareCall(call == null ? "{call tk_routine(?)}" : call);
        List<Integer> types = side.flavour().outTypes();
        for (int i = 1; i <= types.size(); i++) {
            if (types.get(i - 1) != 0) {
                statement.registerOutParameter(i, types.get(i - 1));
            }
        }
        for (int i = 1; i <= types.size(); i++) {
            if (types.get(i - 1) == 0) {
                statement.setInt(i, 20 + i);
            } else if (i == 2) {
                statement.setString(i, "in and out");
            }
        }
        return statement;
    }

    private static void sweep(Side side, boolean closed) throws Exception {
        try (Connection connection = side.open()) {
            new MethodSweep<>(side, CallableStatement.class)
                    .only(CallableStatementCalls::isOwn)
                    .only(method -> closed || !isGetter(method))
                    .with("registerOutParameter", 2, java.sql.Types.VARCHAR)
                    .with("registerOutParameter", "b", java.sql.Types.VARCHAR)
                    .column(1, "a")
                    .after(statement -> {
                        if (!closed) {
                            side.ask("execute after it", () -> statement.execute());
                            side.ask("what it gave", () -> statement.getString(2));
                        }
                    })
                    .on(connection, c -> {
                        CallableStatement statement = prepare(side, c);
                        if (closed) {
                            statement.close();
                        }
                        return statement;
                    });
        } catch (SQLException e) {
            side.ask("no callable statements", () -> {
                throw e;
            });
        }
    }

    private static void outParameters(Side side) throws Exception {
        List<Integer> types = side.flavour().outTypes();
        if (types.isEmpty()) {
            return;
        }
        try (Connection connection = side.open();
                CallableStatement statement = prepare(side, connection)) {
            side.ask("before execute", () -> statement.getObject(1));
            side.ask("execute", () -> statement.execute());
            for (int i = 1; i <= types.size(); i++) {
                String name = i + " ";
                new MethodSweep<>(side, CallableStatement.class)
                        .only(method -> isOwn(method) && isGetter(method))
                        .named(name)
                        .column(i, String.valueOf((char) ('a' + i - 1)))
                        .after(s -> side.ask(name + "wasNull", s::wasNull))
                        .sharing(connection, statement);
            }
            for (int i = 1; i <= 3; i++) {
                side.ask("result " + i, statement::getResultSet);
                side.ask("count " + i, statement::getUpdateCount);
                side.ask("more " + i, () -> statement.getMoreResults());
            }
            side.ask("execute again", () -> statement.execute());
            side.ask("executeUpdate", () -> statement.executeUpdate());
            side.ask("executeQuery", () -> statement.executeQuery());
            side.ask("batch", () -> {
                statement.addBatch();
                return statement.executeBatch();
            });
        }
        try (Connection connection = side.open()) {
            side.ask(
                    "routine that is not there",
                    () -> connection.prepareCall("{call tk_nowhere(?)}").execute());
            side.ask(
                    "broken escape",
                    () -> connection.prepareCall("{call tk_routine(?").execute());
        }
    }
}
