package io.djdbc.query.execute.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;
import org.sqlite.SQLiteConnection;

/**
 * Registers the functions in a connection, once for each physical one. Loaded only where sqlite-jdbc is there. Safe for
 * use by several threads.
 */
public final class SqliteFunctions {

    private static final Set<SQLiteConnection> READY =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private SqliteFunctions() {}

    /** Whether the SQL calls one of the functions. */
    public static boolean needs(String sql) {
        return sql.contains("django_")
                || sql.contains("REGEXP")
                || sql.contains("BITXOR(")
                || sql.contains("RAND(")
                || sql.contains("POWER(")
                || sql.contains("MOD(");
    }

    /** Makes them callable in this connection; nothing where they are already. */
    public static void register(Connection connection) throws SQLException {
        SQLiteConnection physical = connection.unwrap(SQLiteConnection.class);
        if (READY.contains(physical)) {
            return;
        }
        add(physical, "django_date_extract", 2, a -> SqliteDates.extractDate(text(a[0]), text(a[1])));
        add(
                physical,
                "django_datetime_extract",
                4,
                a -> SqliteDates.extractDateTime(text(a[0]), text(a[1]), text(a[2]), text(a[3])));
        add(physical, "django_time_extract", 2, a -> SqliteDates.extractTime(text(a[0]), text(a[1])));
        add(
                physical,
                "django_date_trunc",
                4,
                a -> SqliteDates.truncateDate(text(a[0]), text(a[1]), optional(a[2]), optional(a[3])));
        add(
                physical,
                "django_datetime_trunc",
                4,
                a -> SqliteDates.truncateDateTime(text(a[0]), text(a[1]), text(a[2]), text(a[3])));
        add(
                physical,
                "django_time_trunc",
                4,
                a -> SqliteDates.truncateTime(text(a[0]), text(a[1]), optional(a[2]), optional(a[3])));
        add(physical, "django_datetime_cast_date", 3, a -> SqliteDates.dateOf(text(a[0]), text(a[1]), text(a[2])));
        add(physical, "django_datetime_cast_time", 3, a -> SqliteDates.timeOf(text(a[0]), text(a[1]), text(a[2])));
        add(physical, "django_timestamp_diff", 2, a -> SqliteDurations.difference(text(a[0]), text(a[1])));
        add(physical, "django_format_dtdelta", 3, a -> SqliteDurations.combine(text(a[0]), some(a[1]), some(a[2])));
        add(physical, "regexp", 2, a -> matches(text(a[0]), text(a[1])));
        add(physical, "BITXOR", 2, a -> number(a[0]).longValue() ^ number(a[1]).longValue());
        add(physical, "RAND", 0, a -> ThreadLocalRandom.current().nextDouble());
        add(physical, "POWER", 2, a -> power(number(a[0]), number(a[1])));
        add(physical, "MOD", 2, a -> number(a[0]).doubleValue() % number(a[1]).doubleValue());
        READY.add(physical);
    }

    private static String text(@Nullable Object argument) {
        return String.valueOf(argument);
    }

    private static Object some(@Nullable Object argument) {
        return Objects.requireNonNull(argument);
    }

    private static Number number(@Nullable Object argument) {
        return (Number) some(argument);
    }

    private static @Nullable String optional(@Nullable Object argument) {
        return argument == null ? null : argument.toString();
    }

    private static int matches(String pattern, String value) {
        int flags = Pattern.UNICODE_CHARACTER_CLASS | Pattern.UNICODE_CASE;
        return Pattern.compile(pattern, flags).matcher(value).find() ? 1 : 0;
    }

    private static Number power(Number base, Number exponent) {
        double power = Math.pow(base.doubleValue(), exponent.doubleValue());
        boolean whole = base instanceof Long && exponent instanceof Long && exponent.longValue() >= 0;
        return whole && Math.abs(power) < 1L << 53 ? (Number) (long) power : (Number) power;
    }

    /** What a function does with arguments that are Long, Double or String; null for NULL. */
    private interface Body {
        @Nullable
        Object call(Object[] arguments);
    }

    private static void add(SQLiteConnection connection, String name, int arguments, Body body) throws SQLException {
        boolean zones = name.endsWith("_trunc");
        Function.create(
                connection, name, new Call(body, zones ? 2 : arguments), arguments, Function.FLAG_DETERMINISTIC);
    }

    /** NULL among the arguments gives NULL, but for time zones, which may be missing. */
    private static final class Call extends Function {

        private final Body body;
        private final int required;

        Call(Body body, int required) {
            this.body = body;
            this.required = required;
        }

        @Override
        protected void xFunc() throws SQLException {
            @Nullable Object[] arguments = new @Nullable Object[args()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = argument(i);
                if (arguments[i] == null && i < required) {
                    result();
                    return;
                }
            }
            try {
                give(body.call(arguments));
            } catch (RuntimeException e) {
                error(String.valueOf(e.getMessage()));
            }
        }

        private @Nullable Object argument(int index) throws SQLException {
            return switch (value_type(index)) {
                case 1 -> value_long(index);
                case 2 -> value_double(index);
                case 5 -> null;
                default -> value_text(index);
            };
        }

        private void give(@Nullable Object value) throws SQLException {
            if (value == null) {
                result();
            } else if (value instanceof Integer number) {
                result(number.intValue());
            } else if (value instanceof Long number) {
                result(number.longValue());
            } else if (value instanceof Double number) {
                result(number.doubleValue());
            } else {
                result(value.toString());
            }
        }
    }
}
