package io.djdbc.conformance.transparency;

import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.reflect.Array;
import java.sql.BatchUpdateException;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DataTruncation;
import java.sql.DatabaseMetaData;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.Statement;
import java.sql.Struct;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers as text. Objects that djdbc wraps show as their JDBC interface, values with their class and content, so
 * that a wrapped value would be a difference. What differs from one session to the next is blotted out: identities,
 * numbers that the vendor gives to its objects for tracing, object ids in made-up names.
 */
final class Rendering {

    private static final int MOST_ROWS = 60;
    private static final Pattern IDENTITY = Pattern.compile("@[0-9a-f]{4,8}\\b");
    private static final Pattern TRACE_ID =
            Pattern.compile("\\b(conn|stat|prep|call|rs|dbMeta|rsMeta|paramMeta|blob|clob|xml|ar|sp)\\d+\\b");
    private static final Pattern H2_EXPRESSION = Pattern.compile("/\\* table: -?\\d+ id: \\d+ \\*/");
    private static final Pattern OBJECT_ID = Pattern.compile("(tk_\\w+?)_\\d{4,9}\\b");
    private static final Pattern SAVEPOINT_UUID = Pattern.compile("\\b[0-9a-f]{8}(_[0-9a-f]{4}){3}_[0-9a-f]{12}\\b");
    private static final Pattern TEMPORARY_SCHEMA = Pattern.compile("pg_(toast_)?temp_\\d+");
    private static final Pattern CONNECTION_ID = Pattern.compile("\\((conn=)\\d+\\)");

    private Rendering() {}

    static String of(@Nullable Object value) {
        try {
            return blot(render(value));
        } catch (SQLException e) {
            return "(while reading the answer) " + thrown(e);
        } catch (Exception e) {
            return "(while reading the answer) " + e;
        }
    }

    static String thrown(Throwable thrown) {
        StringBuilder text =
                new StringBuilder("throws ").append(thrown.getClass().getName());
        if (thrown instanceof SQLException exception) {
            text.append(" [").append(exception.getSQLState()).append("] ").append(exception.getErrorCode());
        }
        if (!(thrown instanceof NullPointerException)) {
            // the JVM itself words these, and no longer does once the code is compiled
            text.append(": ").append(thrown.getMessage());
        }
        if (thrown instanceof BatchUpdateException batch) {
            text.append(" counts ").append(of(batch.getUpdateCounts()));
        }
        if (thrown instanceof DataTruncation truncation) {
            text.append(" index ")
                    .append(truncation.getIndex())
                    .append(" size ")
                    .append(truncation.getDataSize());
        }
        if (thrown.getCause() != null) {
            text.append(" cause ").append(thrown.getCause().getClass().getName());
        }
        if (thrown instanceof SQLException exception && exception.getNextException() != null) {
            text.append(" next ").append(thrown(exception.getNextException()));
        }
        return blot(text.toString());
    }

    private static String render(@Nullable Object value) throws Exception {
        if (value == null) {
            return "null";
        }
        String jdbc = jdbcObject(value);
        if (jdbc != null) {
            return jdbc;
        }
        String large = largeValue(value);
        if (large != null) {
            return large;
        }
        if (value instanceof byte[] bytes) {
            return "bytes " + HexFormat.of().formatHex(bytes);
        }
        if (value.getClass().isArray()) {
            StringJoiner elements = new StringJoiner(", ", value.getClass().getSimpleName() + " [", "]");
            for (int i = 0; i < Array.getLength(value); i++) {
                elements.add(render(Array.get(value, i)));
            }
            return elements.toString();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                sorted.put(String.valueOf(entry.getKey()), render(entry.getValue()));
            }
            return sorted.toString();
        }
        if (value instanceof Throwable thrown) {
            return "a Throwable, not thrown: " + thrown(thrown);
        }
        String name = value.getClass().getName();
        return (name.startsWith("java.") ? value.getClass().getSimpleName() : name) + " " + value;
    }

    private static @Nullable String jdbcObject(Object value) throws Exception {
        if (value instanceof ResultSet rows) {
            return rows(rows);
        }
        if (value instanceof CallableStatement) {
            return "a CallableStatement";
        }
        if (value instanceof PreparedStatement) {
            return "a PreparedStatement";
        }
        if (value instanceof Statement) {
            return "a Statement";
        }
        if (value instanceof Connection) {
            return "a Connection";
        }
        if (value instanceof DatabaseMetaData) {
            return "a DatabaseMetaData";
        }
        if (value instanceof java.sql.Array array) {
            return "Array of " + array.getBaseTypeName() + "/" + array.getBaseType() + " " + render(array.getArray());
        }
        if (value instanceof ResultSetMetaData metaData) {
            return value.getClass().getName() + " of " + metaData.getColumnCount() + " columns";
        }
        if (value instanceof ParameterMetaData metaData) {
            return value.getClass().getName() + " of " + metaData.getParameterCount() + " parameters";
        }
        return value instanceof Savepoint ? value.getClass().getName() : null;
    }

    private static @Nullable String largeValue(Object value) throws Exception {
        String name = value.getClass().getName() + " ";
        if (value instanceof Blob blob) {
            return name + render(blob.getBytes(1, (int) blob.length()));
        }
        if (value instanceof Clob clob) {
            return name + clob.getSubString(1, (int) clob.length());
        }
        if (value instanceof SQLXML xml) {
            return name + xml.getString();
        }
        if (value instanceof Struct struct) {
            return name + struct.getSQLTypeName() + render(struct.getAttributes());
        }
        if (value instanceof RowId rowId) {
            return name + render(rowId.getBytes());
        }
        if (value instanceof Ref ref) {
            return name + ref.getBaseTypeName();
        }
        if (value instanceof InputStream stream) {
            try (stream) {
                return "stream " + HexFormat.of().formatHex(stream.readAllBytes());
            }
        }
        if (value instanceof Reader reader) {
            try (reader) {
                StringWriter text = new StringWriter();
                reader.transferTo(text);
                return "reader " + text;
            }
        }
        return null;
    }

    private static String rows(ResultSet rows) throws Exception {
        ResultSetMetaData metaData = rows.getMetaData();
        StringJoiner names = new StringJoiner(", ", "rows (", ")");
        for (int i = 1; i <= metaData.getColumnCount(); i++) {
            names.add(metaData.getColumnLabel(i));
        }
        StringBuilder text = new StringBuilder(names.toString());
        int read = 0;
        while (read++ < MOST_ROWS && rows.next()) {
            StringJoiner row = new StringJoiner(", ", " (", ")");
            for (int i = 1; i <= metaData.getColumnCount(); i++) {
                row.add(render(rows.getObject(i)));
            }
            text.append(row);
        }
        return text.toString();
    }

    private static String blot(String text) {
        String result = IDENTITY.matcher(text).replaceAll("@…");
        result = TRACE_ID.matcher(result).replaceAll("$1…");
        result = H2_EXPRESSION.matcher(result).replaceAll("/*…*/");
        result = SAVEPOINT_UUID.matcher(result).replaceAll("uuid…");
        result = OBJECT_ID.matcher(result).replaceAll("$1_…");
        result = CONNECTION_ID.matcher(result).replaceAll("($1…)");
        return TEMPORARY_SCHEMA.matcher(result).replaceAll("pg_$1temp_…");
    }
}
