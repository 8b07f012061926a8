package io.djdbc.driver.wrapper;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A session of H2's Oracle mode through djdbc: x is 'a', '' (which is NULL) and 'c'. */
final class OracleRows implements AutoCloseable {
    final Connection connection = DriverManager.getConnection("jdbc:djdbc:h2:mem:;MODE=Oracle;DIALECT=oracle");

    OracleRows() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE t (id INT PRIMARY KEY, x VARCHAR2(20), body CLOB, data BLOB, raw_data RAW(9),"
                            + " at TIMESTAMP)");
            statement.execute("INSERT INTO t (id, x, body) VALUES (1, 'a', '1'), (2, '', '2'), (3, 'c', '3')");
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** A column of all rows, by their ids. */
    List<String> column(String name) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + name + " FROM t ORDER BY id")) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** The same for bytes, as hexadecimal digits. */
    List<String> bytes(String name) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + name + " FROM t ORDER BY id")) {
            while (rows.next()) {
                byte[] value = rows.getBytes(1);
                values.add(value == null ? "null" : HexFormat.of().formatHex(value));
            }
        }
        return values;
    }

    /** All rows as they were. */
    void reset() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("UPDATE t SET body = 'old', data = NULL");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
