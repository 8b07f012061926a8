package io.djdbc.conformance.transparency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;

/** Questions whose answers are exceptions: bad SQL, broken constraints, wrong values, closed objects. */
final class ErrorCalls {

    private static final String[] BAD = {
        "SELEC 1",
        "",
        "   ",
        "-- only a comment",
        "SELECT",
        "SELECT 'not closed",
        "SELECT * FROM no_such_table",
        "SELECT no_such_column FROM tk_sample",
        "SELECT no_such_function(1)",
        "SELECT {fn no_such_escape(1)}",
        "SELECT {not an escape}",
        "INSERT INTO tk_keyed (id, name) VALUES (1, 'a')",
        "INSERT INTO tk_keyed (id, name) VALUES (1, 'b')",
        "INSERT INTO tk_keyed (name) VALUES ('a')",
        "INSERT INTO tk_keyed (name) VALUES (NULL)",
        "INSERT INTO tk_keyed (name) VALUES ('a name that is longer than twenty characters')",
        "INSERT INTO tk_child (id, parent) VALUES (1, 99)",
        "INSERT INTO tk_child (id, amount) VALUES (2, -5)",
        "INSERT INTO tk_child (id, amount) VALUES (3, 123456789)",
        "INSERT INTO tk_child (id, amount) VALUES (4, 'no number')",
        "INSERT INTO tk_child VALUES (1)",
        "SELECT 1 / 0",
        "SELECT CAST('x' AS DECIMAL)",
        "SELECT CAST('2023-02-30' AS DATE)",
        "DROP TABLE no_such_table",
        "CREATE TABLE tk_sample (id INTEGER)",
        "UPDATE tk_sample SET no_such_column = 1",
        "DELETE FROM tk_view",
        "COMMIT",
        "ROLLBACK",
        "SELECT ? + 1"
    };

    private ErrorCalls() {}

    static Map<String, Side.Area> areas() {
        return Map.of("errors", ErrorCalls::errors);
    }

    private static void errors(Side side) throws Exception {
        Connection connection = side.openForMuchWriting();
        try {
            Statement statement = connection.createStatement();
            Side.run(connection, "DELETE FROM tk_keyed");
            for (String sql : BAD) {
                side.ask("execute " + sql, () -> statement.execute(sql));
                side.ask("executeQuery " + sql, () -> statement.executeQuery(sql));
                side.ask("prepare " + sql, () -> {
                    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
                        return prepared.execute();
                    }
                });
            }
            side.ask("null", () -> statement.execute(null));
            side.ask("prepare null", () -> connection.prepareStatement(null));
            side.ask("nativeSQL null", () -> connection.nativeSQL(null));
            side.ask("close the statement", statement::close);
            Side.run(connection, "DELETE FROM tk_keyed");
        } finally {
            side.ask("close the connection", connection::close);
        }
        children(side);
    }

    /** What is left of the children when the parent is closed. */
    private static void children(Side side) throws Exception {
        Connection connection = side.open();
        Statement statement = connection.createStatement();
        PreparedStatement prepared = connection.prepareStatement("SELECT id FROM tk_sample");
        ResultSet rows = prepared.executeQuery();
        rows.next();
        ResultSet tables = connection.getMetaData().getTables(null, null, "tk_sample", null);
        side.ask("close the connection", connection::close);
        side.ask("close it again", connection::close);
        side.ask("isClosed", connection::isClosed);
        side.ask("isValid", () -> connection.isValid(1));
        side.ask("statement is closed", statement::isClosed);
        side.ask("prepared is closed", prepared::isClosed);
        side.ask("rows are closed", rows::isClosed);
        side.ask("metadata's rows are closed", tables::isClosed);
        side.ask("execute on it", () -> statement.execute("SELECT 1"));
        side.ask("execute prepared", () -> prepared.executeQuery());
        side.ask("next", rows::next);
        side.ask("get", () -> rows.getInt(1));
        side.ask("close prepared", prepared::close);
        side.ask("close rows", rows::close);
    }
}
