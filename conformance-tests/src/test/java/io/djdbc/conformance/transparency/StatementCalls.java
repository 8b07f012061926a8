package io.djdbc.conformance.transparency;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Questions about plain statements: every method, batches, generated keys, several results, limits, cancel. */
final class StatementCalls {

    private static final String INSERT = "INSERT INTO tk_keyed (name) VALUES ('%s')";

    private StatementCalls() {}

    static Map<String, Side.Area> areas() {
        Map<String, Side.Area> areas = new LinkedHashMap<>();
        areas.put("Statement", side -> sweep(side, false));
        areas.put("closed Statement", side -> sweep(side, true));
        areas.put("generated keys", StatementCalls::generatedKeys);
        areas.put("batches", StatementCalls::batches);
        areas.put("several results", StatementCalls::results);
        areas.put("limits", StatementCalls::limits);
        areas.put("warnings", StatementCalls::warnings);
        areas.put("cancel and time limits", StatementCalls::cancel);
        return areas;
    }

    private static void sweep(Side side, boolean closed) throws Exception {
        try (Connection connection = side.openForMuchWriting()) {
            new MethodSweep<>(side, Statement.class)
                    .with("executeQuery", "SELECT id, c_varchar FROM tk_sample ORDER BY id")
                    .with("execute", "SELECT 1")
                    .with("executeUpdate", "UPDATE tk_keyed SET name = 'x' WHERE id = -1")
                    .with("executeLargeUpdate", "UPDATE tk_keyed SET name = 'x' WHERE id = -1")
                    .with("addBatch", "UPDATE tk_keyed SET name = 'x' WHERE id = -1")
                    .with("setFetchDirection", ResultSet.FETCH_FORWARD)
                    .with("getMoreResults", Statement.CLOSE_CURRENT_RESULT)
                    .with("enquoteLiteral", "it's")
                    .with("enquoteNCharLiteral", "it's")
                    .with("enquoteIdentifier", "a b", true)
                    .with("isSimpleIdentifier", "a_b")
                    .on(connection, c -> {
                        Statement statement = c.createStatement();
                        if (closed) {
                            statement.close();
                        }
                        return statement;
                    });
            Statement statement = connection.createStatement();
            for (int n : new int[] {-1, 0, 5, 1_000_000}) {
                side.ask("setFetchSize " + n, () -> statement.setFetchSize(n));
                side.ask("getFetchSize after " + n, statement::getFetchSize);
                side.ask("setMaxRows " + n, () -> statement.setMaxRows(n));
                side.ask("getMaxRows after " + n, statement::getMaxRows);
                side.ask("setLargeMaxRows " + n, () -> statement.setLargeMaxRows(n));
                side.ask("getLargeMaxRows after " + n, statement::getLargeMaxRows);
                side.ask("setMaxFieldSize " + n, () -> statement.setMaxFieldSize(n));
                side.ask("getMaxFieldSize after " + n, statement::getMaxFieldSize);
                side.ask("setQueryTimeout " + n, () -> statement.setQueryTimeout(n));
                side.ask("getQueryTimeout after " + n, statement::getQueryTimeout);
                side.ask("setFetchDirection " + n, () -> statement.setFetchDirection(n));
            }
            side.ask("setPoolable", () -> statement.setPoolable(true));
            side.ask("isPoolable after", statement::isPoolable);
            side.ask("setCursorName", () -> statement.setCursorName("kit"));
            side.ask("setEscapeProcessing", () -> statement.setEscapeProcessing(false));
            side.ask("escape, not processed", () -> statement.executeQuery("SELECT {fn abs(-1)}"));
            statement.close();
        }
    }

    private static void generatedKeys(Side side) throws Exception {
        try (Connection connection = side.openForMuchWriting();
                Statement statement = connection.createStatement()) {
            side.ask("none before", statement::getGeneratedKeys);
            side.ask("no keys", () -> statement.executeUpdate(INSERT.formatted("a"), Statement.NO_GENERATED_KEYS));
            side.ask("no keys, rows", statement::getGeneratedKeys);
            side.ask("keys", () -> statement.executeUpdate(INSERT.formatted("b"), Statement.RETURN_GENERATED_KEYS));
            side.ask("keys, rows", statement::getGeneratedKeys);
            side.ask("keys, by execute", () -> statement.execute(INSERT.formatted("c"), new int[] {1}));
            side.ask("keys, by execute, rows", statement::getGeneratedKeys);
            side.ask("keys by name", () -> statement.executeUpdate(INSERT.formatted("d"), new String[] {"id"}));
            side.ask("keys by name, rows", statement::getGeneratedKeys);
            side.ask("keys by wrong name", () -> statement.executeUpdate(INSERT.formatted("e"), new String[] {"nix"}));
            side.ask("wrong flag", () -> statement.executeUpdate(INSERT.formatted("f"), 99));
            side.ask("large", () -> statement.executeLargeUpdate(INSERT.formatted("g"), 1));
            side.ask("large, rows", statement::getGeneratedKeys);
            Side.run(connection, "DELETE FROM tk_keyed");
        }
    }

    private static void batches(Side side) throws Exception {
        try (Connection connection = side.openForMuchWriting();
                Statement statement = connection.createStatement()) {
            side.ask("empty", statement::executeBatch);
            for (String name : new String[] {"x", "y", "z"}) {
                statement.addBatch(INSERT.formatted(name));
            }
            side.ask("three", statement::executeBatch);
            side.ask("again, empty now", statement::executeBatch);
            statement.addBatch("UPDATE tk_keyed SET name = 'xx' WHERE name = 'x'");
            statement.addBatch("DELETE FROM tk_keyed WHERE name IN ('xx', 'y')");
            side.ask("large", statement::executeLargeBatch);
            statement.addBatch(INSERT.formatted("u"));
            statement.addBatch(INSERT.formatted("z"));
            statement.addBatch(INSERT.formatted("v"));
            side.ask("one fails", statement::executeBatch);
            side.ask("what is left", () -> statement.executeQuery("SELECT name FROM tk_keyed ORDER BY name"));
            statement.clearBatch();
            statement.addBatch("SELECT 1");
            side.ask("a query", statement::executeBatch);
            statement.addBatch(INSERT.formatted("w"));
            statement.clearBatch();
            side.ask("cleared", statement::executeBatch);
            Side.run(connection, "DELETE FROM tk_keyed");
        }
    }

    private static void results(Side side) throws Exception {
        try (Connection connection = side.openForMuchWriting();
                Statement statement = connection.createStatement()) {
            side.ask("execute", () -> statement.execute("SELECT 1; SELECT 2, 3; DELETE FROM tk_scratch; SELECT 4"));
            for (int i = 1; i <= 5; i++) {
                side.ask("result " + i, statement::getResultSet);
                side.ask("update count " + i, statement::getUpdateCount);
                side.ask("large update count " + i, statement::getLargeUpdateCount);
                side.ask("more " + i, () -> statement.getMoreResults());
            }
            side.ask("executeQuery of an update", () -> statement.executeQuery("DELETE FROM tk_scratch"));
            side.ask("executeUpdate of a query", () -> statement.executeUpdate("SELECT 1"));
            side.ask("keep current", () -> statement.getMoreResults(Statement.KEEP_CURRENT_RESULT));
            ResultSet first = statement.executeQuery("SELECT 1");
            ResultSet second = statement.executeQuery("SELECT 2");
            side.ask("first is closed by second", first::isClosed);
            side.ask("next on the first", first::next);
            side.ask("closeOnCompletion", statement::closeOnCompletion);
            second.close();
            side.ask("closed on completion", statement::isClosed);
        }
    }

    private static void limits(Side side) throws Exception {
        try (Connection connection = side.openForMuchWriting();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < 10; i++) {
                statement.executeUpdate(INSERT.formatted("row " + i));
            }
            statement.setMaxRows(3);
            side.ask("three rows", () -> statement.executeQuery("SELECT name FROM tk_keyed ORDER BY name"));
            statement.setMaxRows(0);
            statement.setFetchSize(2);
            side.ask("all, by two", () -> statement.executeQuery("SELECT name FROM tk_keyed ORDER BY name"));
            connection.setAutoCommit(false);
            side.ask(
                    "all, by two, in a transaction",
                    () -> statement.executeQuery("SELECT name FROM tk_keyed ORDER BY name"));
            connection.commit();
            connection.setAutoCommit(true);
            statement.setMaxFieldSize(3);
            side.ask("short fields", () -> statement.executeQuery("SELECT name FROM tk_keyed ORDER BY name"));
            Side.run(connection, "DELETE FROM tk_keyed");
        }
    }

    private static void warnings(Side side) throws Exception {
        String sql = side.flavour().warn();
        try (Connection connection = side.openForMuchWriting();
                Statement statement = connection.createStatement()) {
            side.ask("none on the connection", connection::getWarnings);
            side.ask("none on the statement", statement::getWarnings);
            if (sql != null) {
                statement.execute(sql);
                side.ask("on the statement", statement::getWarnings);
                side.ask("on the connection", connection::getWarnings);
                side.ask("next", () -> statement.getWarnings().getNextWarning());
                ResultSet rows = statement.getResultSet();
                if (rows != null) {
                    side.ask("on the rows", rows::getWarnings);
                }
                side.ask("clear", statement::clearWarnings);
                side.ask("cleared", statement::getWarnings);
            }
            side.ask(
                    "a type that is not there",
                    () -> connection.createStatement(ResultSet.TYPE_SCROLL_SENSITIVE, ResultSet.CONCUR_UPDATABLE));
            side.ask("warning of it", connection::getWarnings);
            side.ask("clear the connection's", connection::clearWarnings);
        }
    }

    private static void cancel(Side side) throws Exception {
        String sleep = side.flavour().sleep();
        try (Connection connection = side.openForMuchWriting();
                Statement statement = connection.createStatement()) {
            side.ask("cancel without a query", statement::cancel);
            if (sleep == null) {
                return;
            }
            statement.setQueryTimeout(1);
            side.ask("time limit", () -> statement.executeQuery(sleep.formatted(5)));
            statement.setQueryTimeout(0);
            side.ask("works after the limit", () -> statement.executeQuery(sleep.formatted(0)));
            CompletableFuture<Void> canceller = CompletableFuture.runAsync(
                    () -> {
                        try {
                            statement.cancel();
                        } catch (java.sql.SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));
            if (side.flavour().name().equals("mysql")) {
                side.ask("cancelled", () -> cancelled(statement, sleep.formatted(8)));
            } else {
                side.ask("cancelled", () -> statement.executeQuery(sleep.formatted(8)));
            }
            side.ask("cancel", () -> canceller.get(5, TimeUnit.SECONDS));
            side.ask("works after cancel", () -> statement.executeQuery(sleep.formatted(0)));
        }
    }

    /**
     * Connector/J's StatementImpl.cancel() sends KILL QUERY, waits for the answer, and only then notes that the statement
     * was cancelled. The query's own thread may have the server's error by then, or its driver's: the two are one answer,
     * and any other is compared as it is.
     */
    private static String cancelled(Statement statement, String sql) throws SQLException {
        try {
            statement.executeQuery(sql);
            return "not cancelled";
        } catch (SQLException e) {
            boolean byDriver =
                    e.getClass().getName().equals("com.mysql.cj.jdbc.exceptions.MySQLStatementCancelledException")
                            && "Statement cancelled due to client request".equals(e.getMessage());
            boolean byServer = e.getErrorCode() == 1317
                    && "70100".equals(e.getSQLState())
                    && "Query execution was interrupted".equals(e.getMessage());
            if (byDriver || byServer) {
                return "cancelled";
            }
            throw e;
        }
    }
}
