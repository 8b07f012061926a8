package io.djdbc.conformance.transparency;

import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** Questions about values that are objects: Blob, Clob, SQLXML, Array; made by the connection and read from rows. */
final class LobCalls {

    private LobCalls() {}

    static Map<String, Side.Area> areas() {
        Map<String, Side.Area> areas = new LinkedHashMap<>();
        areas.put("Blob", LobCalls::blobs);
        areas.put("Clob", LobCalls::clobs);
        areas.put("SQLXML", LobCalls::xml);
        areas.put("Array", LobCalls::arrays);
        return areas;
    }

    private static void blobs(Side side) throws Exception {
        try (Connection connection = side.openForMuchWriting()) {
            Blob blob;
            try {
                blob = connection.createBlob();
            } catch (SQLException e) {
                side.ask("createBlob", () -> {
                    throw e;
                });
                return;
            }
            byte[] bytes = "hello world".getBytes(StandardCharsets.US_ASCII);
            side.ask("setBytes", () -> blob.setBytes(1, bytes));
            side.ask("length", blob::length);
            side.ask("getBytes", () -> blob.getBytes(3, 4));
            side.ask("getBytes from 0", () -> blob.getBytes(0, 4));
            side.ask("position", () -> blob.position("world".getBytes(StandardCharsets.US_ASCII), 1));
            side.ask("part as stream", () -> blob.getBinaryStream(2, 3));
            side.ask("truncate", () -> blob.truncate(5));
            side.ask("content", () -> blob);
            side.ask("setBinaryStream", () -> {
                try (OutputStream stream = blob.setBinaryStream(1)) {
                    stream.write(bytes);
                }
            });
            stored(side, connection, "blob", statement -> statement.setBlob(1, blob), rows -> rows.getBlob(1));
            side.ask("free", blob::free);
            side.ask("length after free", blob::length);
        }
    }

    private static void clobs(Side side) throws Exception {
        try (Connection connection = side.openForMuchWriting()) {
            Clob clob;
            try {
                clob = connection.createClob();
            } catch (SQLException e) {
                side.ask("createClob", () -> {
                    throw e;
                });
                return;
            }
            side.ask("setString", () -> clob.setString(1, "hello world"));
            side.ask("length", clob::length);
            side.ask("getSubString", () -> clob.getSubString(3, 4));
            side.ask("position", () -> clob.position("world", 1));
            side.ask("ascii", clob::getAsciiStream);
            side.ask("part as reader", () -> clob.getCharacterStream(2, 3));
            side.ask("truncate", () -> clob.truncate(5));
            side.ask("setCharacterStream", () -> {
                try (Writer writer = clob.setCharacterStream(1)) {
                    writer.write("hello again");
                }
            });
            stored(side, connection, "varchar", statement -> statement.setClob(1, clob), rows -> rows.getClob(1));
            side.ask("free", clob::free);
            side.ask("length after free", clob::length);
        }
    }

    private static void xml(Side side) throws Exception {
        try (Connection connection = side.openForMuchWriting()) {
            SQLXML xml;
            try {
                xml = connection.createSQLXML();
            } catch (SQLException e) {
                side.ask("createSQLXML", () -> {
                    throw e;
                });
                return;
            }
            side.ask("setString", () -> xml.setString("<a b='1'>c</a>"));
            side.ask("getString", xml::getString);
            stored(side, connection, "xml", statement -> statement.setSQLXML(1, xml), rows -> rows.getSQLXML(1));
            side.ask("free", xml::free);
            side.ask("getString after free", xml::getString);
        }
    }

    private static void arrays(Side side) throws Exception {
        try (Connection connection = side.openForMuchWriting()) {
            Array array;
            try {
                array = connection.createArrayOf("integer", new Object[] {1, 2, 3});
            } catch (SQLException e) {
                side.ask("createArrayOf", () -> {
                    throw e;
                });
                return;
            }
            if (array == null) {
                side.ask("createArrayOf", () -> array);
                return;
            }
            side.ask("getArray", () -> array.getArray());
            side.ask("part", () -> array.getArray(2, 2));
            side.ask("with map", () -> array.getArray(Map.of()));
            side.ask("base type", array::getBaseType);
            side.ask("base type's name", array::getBaseTypeName);
            side.ask("as rows", () -> array.getResultSet());
            side.ask("part as rows", () -> array.getResultSet(2, 1));
            stored(side, connection, "array", statement -> statement.setArray(1, array), rows -> rows.getArray(1));
            stored(side, connection, "array", statement -> statement.setObject(1, array), rows -> rows.getObject(1));
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM tk_sample WHERE id = 1")) {
                rows.next();
                Array read = rows.getArray("c_array");
                side.ask("read from a row, as rows", () -> read.getResultSet());
                stored(side, connection, "array", s -> s.setArray(1, read), r -> r.getArray(1));
                side.ask("free", read::free);
                side.ask("getArray after free", () -> read.getArray());
            } catch (SQLException e) {
                side.ask("no array columns", () -> {
                    throw e;
                });
            }
        }
    }

    /** Puts a value into a column of that name, and a row with it through the reader. */
    @FunctionalInterface
    private interface Setter {
        void set(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Getter {
        Object get(ResultSet rows) throws SQLException;
    }

    private static void stored(Side side, Connection connection, String column, Setter setter, Getter getter)
            throws SQLException {
        String name = "c_" + column;
        if (side.flavour().columns().stream().noneMatch(c -> c.name().equals(name))) {
            return;
        }
        try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO tk_scratch (id, " + name + ") VALUES (1, ?)");
                Statement statement = connection.createStatement()) {
            side.ask("set", () -> setter.set(insert));
            side.ask("insert", () -> insert.executeUpdate());
            try (ResultSet rows = statement.executeQuery("SELECT " + name + " FROM tk_scratch")) {
                if (rows.next()) {
                    side.ask("read", () -> getter.get(rows));
                }
            }
            statement.executeUpdate("DELETE FROM tk_scratch");
        }
    }
}
