package io.djdbc.conformance.transparency;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.JDBCType;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Values to call methods with: fresh ones of each parameter type, made by the connection where JDBC wants that. */
final class Samples {

    /** The classes that {@code getObject} is asked for. */
    static final List<Class<?>> CLASSES = List.of(
            String.class,
            Integer.class,
            Long.class,
            Boolean.class,
            Double.class,
            BigDecimal.class,
            BigInteger.class,
            byte[].class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            Instant.class,
            Timestamp.class,
            java.util.Date.class,
            UUID.class,
            InputStream.class,
            Array.class,
            Object.class);

    private static final List<Object> OBJECTS = List.of(
            17,
            17L,
            (short) 17,
            "17",
            'c',
            true,
            1.5,
            1.5f,
            new BigDecimal("12.34"),
            new BigInteger("17"),
            new byte[] {1, 2, 3},
            java.sql.Date.valueOf("2023-11-30"),
            Time.valueOf("10:20:30"),
            Timestamp.valueOf("2023-11-30 10:20:30.456"),
            new java.util.Date(1_700_000_000_000L),
            LocalDate.of(2023, 11, 30),
            LocalTime.of(10, 20, 30),
            LocalDateTime.of(2023, 11, 30, 10, 20, 30),
            OffsetDateTime.of(2023, 11, 30, 10, 20, 30, 0, ZoneOffset.ofHours(2)),
            OffsetTime.of(10, 20, 30, 0, ZoneOffset.ofHours(2)),
            UUID.fromString("01020304-0506-0708-090a-0b0c0d0e0f10"),
            Map.of("a", "1"),
            new StringBuilder("no type of SQL's"));

    private Samples() {}

    /** How many different values there are of that type. */
    static int count(Class<?> type) {
        return type == Object.class ? OBJECTS.size() : type == Class.class ? CLASSES.size() : 1;
    }

    /** A fresh value of the type; null for types that no sample is known of, or that the vendor cannot make. */
    static @Nullable Object of(Class<?> type, int which, Connection connection) {
        if (type == Object.class) {
            return OBJECTS.get(which);
        }
        if (type == Class.class) {
            return CLASSES.get(which);
        }
        if (type.isPrimitive()) {
            return primitive(type);
        }
        if (type == InputStream.class) {
            return new ByteArrayInputStream("123".getBytes(StandardCharsets.US_ASCII));
        }
        if (type == Reader.class) {
            return new StringReader("123");
        }
        try {
            Object made = made(type, connection);
            return made != null ? made : plain(type);
        } catch (SQLException | java.io.IOException e) {
            return null;
        }
    }

    private static Object primitive(Class<?> type) {
        return switch (type.getName()) {
            case "boolean" -> true;
            case "byte" -> (byte) 7;
            case "short" -> (short) 8;
            case "int" -> 9;
            case "long" -> 10L;
            case "float" -> 1.5f;
            case "double" -> 2.25;
            default -> throw new IllegalArgumentException(type.getName());
        };
    }

    private static @Nullable Object plain(Class<?> type) throws java.io.IOException {
        return switch (type.getSimpleName()) {
            case "String" -> "text";
            case "BigDecimal" -> new BigDecimal("12.34");
            case "byte[]" -> new byte[] {1, 2, 3};
            case "int[]" -> new int[] {1};
            case "String[]" -> new String[] {"id"};
            case "Object[]" -> new Object[] {1, 2};
            case "Date" -> java.sql.Date.valueOf("2023-11-30");
            case "Time" -> Time.valueOf("10:20:30");
            case "Timestamp" -> Timestamp.valueOf("2023-11-30 10:20:30.456");
            case "Calendar" -> Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"), Locale.ROOT);
            case "URL" -> new URL("http://localhost/path");
            case "Map" -> Map.of();
            case "Properties" -> new Properties();
            case "SQLType" -> (SQLType) JDBCType.VARCHAR;
            case "Executor" -> (Executor) Runnable::run;
            default -> null;
        };
    }

    private static @Nullable Object made(Class<?> type, Connection connection) throws SQLException {
        if (type == Blob.class) {
            Blob blob = connection.createBlob();
            blob.setBytes(1, new byte[] {1, 2, 3});
            return blob;
        }
        if (type == NClob.class) {
            NClob clob = connection.createNClob();
            clob.setString(1, "123");
            return clob;
        }
        if (type == Clob.class) {
            Clob clob = connection.createClob();
            clob.setString(1, "123");
            return clob;
        }
        if (type == SQLXML.class) {
            SQLXML xml = connection.createSQLXML();
            xml.setString("<b/>");
            return xml;
        }
        return type == Array.class ? connection.createArrayOf("integer", new Object[] {4, 5}) : null;
    }
}
