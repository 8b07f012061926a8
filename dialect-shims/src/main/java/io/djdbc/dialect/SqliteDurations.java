package io.djdbc.dialect;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Django's arithmetic of durations, which are microseconds in SQLite. Pure functions. */
final class SqliteDurations {
    private static final long SECOND = 1_000_000;
    private static final long DAY = 86_400 * SECOND;

    private SqliteDurations() {}

    /** {@code django_timestamp_diff}: microseconds. */
    static @Nullable Object timestampDifference(@Nullable Object left, @Nullable Object right) {
        Object from = SqliteTimes.parse(right);
        Object to = SqliteTimes.parse(left);
        return from == null || to == null ? null : microseconds(from, to);
    }

    /** {@code django_time_diff}: microseconds. */
    static @Nullable Object timeDifference(@Nullable Object left, @Nullable Object right) {
        LocalTime from = SqliteTimes.parseTime(right);
        LocalTime to = SqliteTimes.parseTime(left);
        return from == null || to == null ? null : ChronoUnit.MICROS.between(from, to);
    }

    private static long microseconds(Object from, Object to) {
        if (from instanceof LocalDate first && to instanceof LocalDate last) {
            return ChronoUnit.DAYS.between(first, last) * DAY;
        }
        return ChronoUnit.MICROS.between(datetime(from), datetime(to));
    }

    private static LocalDateTime datetime(Object dateOrDatetime) {
        return dateOrDatetime instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) dateOrDatetime;
    }

    /**
     * {@code django_format_dtdelta}: a sum or difference as text, a product or quotient as a number.
     *
     * @param operator {@code +}, {@code -}, {@code *} or {@code /}
     * @param left microseconds, a date or datetime, or for {@code *} and {@code /} a number
     */
    static @Nullable Object format(@Nullable Object operator, @Nullable Object left, @Nullable Object right) {
        if (!(operator instanceof String) || left == null || right == null) {
            return null;
        }
        String connector = ((String) operator).strip();
        if (!connector.equals("+") && !connector.equals("-")) {
            return multiply(connector.equals("*"), (Number) left, (Number) right);
        }
        boolean minus = connector.equals("-");
        Object first = left instanceof Long ? left : SqliteTimes.parse(left);
        Object second = right instanceof Long ? right : SqliteTimes.parse(right);
        if (first == null || second == null) {
            return null;
        }
        if (first instanceof Long a && second instanceof Long b) {
            return text(minus ? a - b : a + b);
        }
        if (second instanceof Long b) {
            return shifted(first, minus ? -b : b);
        }
        return minus ? text(microseconds(second, first)) : shifted(second, (Long) first);
    }

    private static Object multiply(boolean multiplies, Number left, Number right) {
        if (!multiplies) {
            return left.doubleValue() / right.doubleValue();
        }
        if (left instanceof Long && right instanceof Long) {
            return (Long) left * (Long) right;
        }
        return left.doubleValue() * right.doubleValue();
    }

    /** A date stays a date: it moves by whole days. */
    private static String shifted(Object dateOrDatetime, long microseconds) {
        return dateOrDatetime instanceof LocalDate date
                ? SqliteTimes.text(date.plusDays(Math.floorDiv(microseconds, DAY)))
                : SqliteTimes.text(((LocalDateTime) dateOrDatetime).plus(microseconds, ChronoUnit.MICROS));
    }

    /** As Python writes durations: {@code 1 day, 2:03:04.000005}. */
    static String text(long microseconds) {
        long days = Math.floorDiv(microseconds, DAY);
        long rest = Math.floorMod(microseconds, DAY);
        long seconds = rest / SECOND;
        String time = seconds / 3_600 + ":" + SqliteTimes.padded(seconds / 60 % 60, 2) + ':'
                + SqliteTimes.padded(seconds % 60, 2)
                + (rest % SECOND == 0 ? "" : '.' + SqliteTimes.padded(rest % SECOND, 6));
        return days == 0 ? time : days + (Math.abs(days) == 1 ? " day, " : " days, ") + time;
    }
}
