package io.djdbc.query.execute.sqlite;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Durations, which SQLite holds as microseconds, in arithmetic with dates and numbers. */
final class SqliteDurations {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private SqliteDurations() {}

    /** Microseconds between two points in time. */
    static long difference(String left, String right) {
        return ChronoUnit.MICROS.between(SqliteDates.moment(right), SqliteDates.moment(left));
    }

    /** Null for what cannot be combined, as in Django. */
    static @Nullable Object combine(String operator, Object left, Object right) {
        try {
            return switch (operator.trim()) {
                case "+" ->
                    left instanceof String moment
                            ? shifted(moment, micros(right), 1)
                            : right instanceof String moment
                                    ? shifted(moment, micros(left), 1)
                                    : micros(left) + micros(right);
                case "-" ->
                    left instanceof String moment
                            ? right instanceof String other
                                    ? (Object) difference(moment, other)
                                    : shifted(moment, micros(right), -1)
                            : (Object) (micros(left) - micros(right));
                case "*" -> product(left, right);
                default -> ((Number) left).doubleValue() / ((Number) right).doubleValue();
            };
        } catch (ClassCastException | DateTimeParseException e) {
            return null;
        }
    }

    private static long micros(Object duration) {
        return ((Number) duration).longValue();
    }

    private static Number product(Object left, Object right) {
        if (left instanceof Long first && right instanceof Long second) {
            return Math.multiplyExact(first, second);
        }
        return ((Number) left).doubleValue() * ((Number) right).doubleValue();
    }

    /** A date stays a date, as in Python: only whole days count. */
    private static String shifted(String moment, long micros, int sign) {
        if (moment.length() <= 10) {
            long days = Math.floorDiv(micros, ChronoUnit.DAYS.getDuration().toMillis() * 1000);
            return LocalDate.parse(moment).plusDays(sign * days).toString();
        }
        LocalDateTime result = SqliteDates.moment(moment).plus(sign * micros, ChronoUnit.MICROS);
        int fraction = result.getNano() / 1000;
        return SECONDS.format(result) + (fraction == 0 ? "" : String.format(".%06d", fraction));
    }
}
