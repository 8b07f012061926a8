package io.djdbc.conformance.transparency;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/** Questions about connections: every method, what setters leave behind, transactions and savepoints. */
final class ConnectionCalls {

    private ConnectionCalls() {}

    static Map<String, Side.Area> areas() {
        Map<String, Side.Area> areas = new java.util.LinkedHashMap<>();
        areas.put("Connection", side -> sweep(side).onFreshConnections(connection -> connection));
        areas.put(
                "closed Connection",
                side -> sweep(side).onFreshConnections(connection -> {
                    connection.close();
                    return connection;
                }));
        areas.put(
                "aborted Connection",
                side -> sweep(side).without("abort").onFreshConnections(connection -> {
                    connection.abort(Runnable::run);
                    return connection;
                }));
        areas.put("Connection's properties", ConnectionCalls::properties);
        areas.put("transactions", ConnectionCalls::transactions);
        areas.put("savepoints", ConnectionCalls::savepoints);
        return areas;
    }

    private static MethodSweep<Connection> sweep(Side side) {
        return new MethodSweep<>(side, Connection.class)
                .with("createStatement", ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.CONCUR_READ_ONLY)
                .with(
                        "createStatement",
                        ResultSet.TYPE_FORWARD_ONLY,
                        ResultSet.CONCUR_READ_ONLY,
                        ResultSet.HOLD_CURSORS_OVER_COMMIT)
                .with("prepareStatement", "SELECT id FROM tk_keyed")
                .with("prepareStatement", "SELECT id FROM tk_keyed", Statement.RETURN_GENERATED_KEYS)
                .with("prepareCall", "{call tk_routine(?, ?)}")
                .with("nativeSQL", "SELECT {fn concat('a', 'b')}, {d '2024-02-29'}")
                .with("setTransactionIsolation", Connection.TRANSACTION_SERIALIZABLE)
                .with("setHoldability", ResultSet.CLOSE_CURSORS_AT_COMMIT)
                .with("setNetworkTimeout", (java.util.concurrent.Executor) Runnable::run, 60_000)
                .with("isValid", 2)
                .with("createArrayOf", "integer", new Object[] {1, 2})
                .with("createStruct", "tk_pair", new Object[] {1, "a"})
                .with("enquoteLiteral", "it's")
                .with("enquoteIdentifier", "a b", true)
                .with("setClientInfo", "ApplicationName", "kit")
                .with("getClientInfo", "ApplicationName");
    }

    private static void properties(Side side) throws Exception {
        try (Connection connection = side.open()) {
            side.ask("getAutoCommit", connection::getAutoCommit);
            side.ask("setAutoCommit", () -> connection.setAutoCommit(false));
            side.ask("getAutoCommit after", connection::getAutoCommit);
            side.ask("setAutoCommit back", () -> connection.setAutoCommit(true));
            side.ask("isReadOnly", connection::isReadOnly);
            side.ask("setReadOnly", () -> connection.setReadOnly(true));
            side.ask("isReadOnly after", connection::isReadOnly);
            side.ask("write while read-only", () -> Side.run(connection, "DELETE FROM tk_scratch"));
            side.ask("setReadOnly back", () -> connection.setReadOnly(false));
            for (int level : new int[] {1, 2, 4, 8, 0, 77}) {
                side.ask("setTransactionIsolation " + level, () -> connection.setTransactionIsolation(level));
                side.ask("getTransactionIsolation after " + level, connection::getTransactionIsolation);
            }
            for (int holdability : new int[] {1, 2, 3}) {
                side.ask("setHoldability " + holdability, () -> connection.setHoldability(holdability));
                side.ask("getHoldability after " + holdability, connection::getHoldability);
            }
            String catalog = connection.getCatalog();
            side.ask("setCatalog to itself", () -> connection.setCatalog(catalog));
            side.ask("getCatalog after", connection::getCatalog);
            String schema = connection.getSchema();
            side.ask("setSchema to itself", () -> connection.setSchema(schema));
            side.ask("getSchema after", connection::getSchema);
            side.ask("setSchema to none", () -> connection.setSchema("no_such_schema"));
            side.ask("setTypeMap", () -> connection.setTypeMap(Map.of("tk_pair", String.class)));
            side.ask("getTypeMap after", connection::getTypeMap);
            Properties info = new Properties();
            info.setProperty("ApplicationName", "kit");
            side.ask("setClientInfo", () -> connection.setClientInfo(info));
            side.ask("getClientInfo after", () -> connection.getClientInfo());
            side.ask("setClientInfo unknown", () -> connection.setClientInfo("NoSuchName", "x"));
            side.ask("getClientInfo unknown", () -> connection.getClientInfo("NoSuchName"));
            side.ask("setNetworkTimeout", () -> connection.setNetworkTimeout(Runnable::run, 45_000));
            side.ask("getNetworkTimeout after", connection::getNetworkTimeout);
            side.ask("isValid negative", () -> connection.isValid(-1));
            side.ask("unwrap String", () -> connection.unwrap(String.class));
            side.ask("isWrapperFor String", () -> connection.isWrapperFor(String.class));
        }
    }

    private static void transactions(Side side) throws Exception {
        try (Connection connection = side.open()) {
            side.ask("commit while auto-commit", connection::commit);
            side.ask("rollback while auto-commit", () -> connection.rollback());
            side.ask("setSavepoint while auto-commit", () -> connection.setSavepoint());
            connection.setAutoCommit(false);
            Side.run(connection, "DELETE FROM tk_keyed", "INSERT INTO tk_keyed (id, name) VALUES (101, 'rolled back')");
            side.ask("rollback", () -> connection.rollback());
            side.ask("rows after rollback", () -> names(connection));
            Side.run(connection, "INSERT INTO tk_keyed (id, name) VALUES (102, 'committed')");
            side.ask("commit", connection::commit);
            side.ask("rows after commit", () -> names(connection));
            side.ask("error inside", () -> Side.run(connection, "SELECT no_such_column FROM tk_keyed"));
            side.ask("statement after the error", () -> names(connection));
            side.ask("commit after the error", connection::commit);
            side.ask("setTransactionIsolation inside", () -> connection.setTransactionIsolation(8));
            side.ask("setReadOnly inside", () -> connection.setReadOnly(true));
            connection.rollback();
            side.ask("setReadOnly back", () -> connection.setReadOnly(false));
            connection.rollback();
            Side.run(connection, "DELETE FROM tk_keyed");
            connection.commit();
            Side.run(connection, "INSERT INTO tk_keyed (id, name) VALUES (103, 'by auto-commit')");
            side.ask("setAutoCommit commits", () -> connection.setAutoCommit(true));
            side.ask("rows after setAutoCommit", () -> names(connection));
            Side.run(connection, "DELETE FROM tk_keyed");
        }
    }

    private static void savepoints(Side side) throws Exception {
        try (Connection connection = side.open()) {
            connection.setAutoCommit(false);
            Side.run(connection, "INSERT INTO tk_keyed (id, name) VALUES (104, 'one')");
            Savepoint named = connection.setSavepoint("kit");
            Side.run(connection, "INSERT INTO tk_keyed (id, name) VALUES (105, 'two')");
            Savepoint unnamed = connection.setSavepoint();
            side.ask("named, name", named::getSavepointName);
            side.ask("named, id", named::getSavepointId);
            side.ask("unnamed, name", unnamed::getSavepointName);
            Side.run(connection, "INSERT INTO tk_keyed (id, name) VALUES (106, 'three')");
            side.ask("rollback to unnamed", () -> connection.rollback(unnamed));
            side.ask("rows after", () -> names(connection));
            side.ask("release unnamed", () -> connection.releaseSavepoint(unnamed));
            side.ask("release unnamed again", () -> connection.releaseSavepoint(unnamed));
            connection.rollback(named);
            side.ask("rows after named", () -> names(connection));
            side.ask("rollback to null", () -> connection.rollback(null));
            connection.rollback();
            side.ask("rollback to a savepoint of another transaction", () -> connection.rollback(named));
            connection.rollback();
        }
    }

    private static Object names(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, name FROM tk_keyed ORDER BY id")) {
            return Rendering.of(rows);
        }
    }
}
