package io.djdbc.query.value;

import java.lang.reflect.Method;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value in the server's own text, with its type: {@code jsonb}, {@code inet}, {@code interval}. Bound as the driver's
 * {@code PGobject}, which the query builder does not depend on; without it, as text that the server finds a type for.
 */
record PostgreSqlText(String type, String text) {

    private static final String DRIVERS_CLASS = "org.postgresql.util.PGobject";
    private static final long SECONDS_IN_DAY = 86_400;

    private static final ClassValue<Driver> DRIVERS = new ClassValue<>() {
        @Override
        protected Driver computeValue(Class<?> statementClass) {
            return Driver.of(statementClass.getClassLoader());
        }
    };

    void bind(PreparedStatement statement, int index) throws SQLException {
        Driver driver = DRIVERS.get(statement.unwrap(Statement.class).getClass());
        Object object = driver.typed(this);
        if (object == null) {
            statement.setObject(index, text, Types.OTHER);
        } else {
            statement.setObject(index, object);
        }
    }

    /** The text alone, as a text column would have it. */
    @Override
    public String toString() {
        return text;
    }

    /** In days and seconds, as Python's durations are; an hour may be shorter than a day's twenty-fourth, but not here. */
    static String interval(Duration duration) {
        long micros = TimeText.micros(duration);
        long perDay = SECONDS_IN_DAY * 1_000_000;
        long days = Math.floorDiv(micros, perDay);
        return days + " days " + Math.floorMod(micros, perDay) + " microseconds";
    }

    /** {@code {"a","b",NULL}}, each element in the server's text. */
    static String array(List<?> list) {
        StringBuilder array = new StringBuilder("{");
        for (int i = 0; i < list.size(); i++) {
            array.append(i == 0 ? "" : ",");
            Object element = list.get(i);
            if (element == null) {
                array.append("NULL");
            } else if (element instanceof List<?> nested) {
                array.append(array(nested));
            } else if (element instanceof Number || element instanceof Boolean) {
                array.append(element);
            } else {
                quote(array, element(element));
            }
        }
        return array.append('}').toString();
    }

    private static String element(Object element) {
        if (element instanceof PostgreSqlText text) {
            return text.text();
        }
        if (element instanceof byte[] bytes) {
            return "\\x" + HexFormat.of().formatHex(bytes);
        }
        return element instanceof Duration duration ? interval(duration) : element.toString();
    }

    private static void quote(StringBuilder array, String text) {
        array.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                array.append('\\');
            }
            array.append(c);
        }
        array.append('"');
    }

    /** The driver's class as one class loader has it. */
    private record Driver(
            @Nullable Class<?> type,
            @Nullable Method setType,
            @Nullable Method setValue) {

        static Driver of(@Nullable ClassLoader loader) {
            try {
                Class<?> type = Class.forName(DRIVERS_CLASS, true, loader);
                return new Driver(
                        type, type.getMethod("setType", String.class), type.getMethod("setValue", String.class));
            } catch (ReflectiveOperationException absent) {
                return new Driver(null, null, null);
            }
        }

        @Nullable
        Object typed(PostgreSqlText value) throws SQLException {
            if (type == null || setType == null || setValue == null) {
                return null;
            }
            try {
                Object object = type.getConstructor().newInstance();
                setType.invoke(object, value.type());
                setValue.invoke(object, value.text());
                return object;
            } catch (ReflectiveOperationException changed) {
                throw new SQLException("the PostgreSQL driver's " + DRIVERS_CLASS + " cannot be used", changed);
            }
        }
    }
}
