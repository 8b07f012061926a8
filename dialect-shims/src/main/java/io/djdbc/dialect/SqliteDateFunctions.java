package io.djdbc.dialect;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** The {@code django_…} functions of dates and times. Pure functions; a value that cannot be read gives null. */
final class SqliteDateFunctions {

    private SqliteDateFunctions() {}

    /** {@code django_date_extract} and {@code django_datetime_extract}. */
    static @Nullable Object extract(
            @Nullable String part, @Nullable Object value, @Nullable String zone, @Nullable String stored) {
        LocalDateTime time = SqliteTimes.inZone(value, zone, stored);
        if (time == null || part == null) {
            return null;
        }
        return switch (part) {
            case "year" -> (long) time.getYear();
            case "month" -> (long) time.getMonthValue();
            case "day" -> (long) time.getDayOfMonth();
            case "week_day" -> (long) time.getDayOfWeek().getValue() % 7 + 1;
            case "iso_week_day" -> (long) time.getDayOfWeek().getValue();
            case "week" -> (long) time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case "quarter" -> (long) time.get(IsoFields.QUARTER_OF_YEAR);
            case "iso_year" -> (long) time.get(IsoFields.WEEK_BASED_YEAR);
            default -> extractTime(part, time.toLocalTime());
        };
    }

    /** {@code django_time_extract} */
    static @Nullable Object extractTime(@Nullable String part, @Nullable Object value) {
        LocalTime time = SqliteTimes.parseTime(value);
        return time == null || part == null ? null : extractTime(part, time);
    }

    private static Object extractTime(String part, LocalTime time) {
        return switch (part) {
            case "hour" -> (long) time.getHour();
            case "minute" -> (long) time.getMinute();
            case "second" -> (long) time.getSecond();
            case "microsecond" -> (long) time.getNano() / 1_000;
            default -> throw new IllegalArgumentException("no part of a date or time: " + part);
        };
    }

    /** {@code django_date_trunc} */
    static @Nullable Object truncateDate(
            @Nullable String part, @Nullable Object value, @Nullable String zone, @Nullable String stored) {
        LocalDateTime time = SqliteTimes.inZone(value, zone, stored);
        return time == null || part == null ? null : SqliteTimes.text(firstDay(part, time.toLocalDate()));
    }

    /** {@code django_datetime_trunc} */
    static @Nullable Object truncateDatetime(
            @Nullable String part, @Nullable Object value, @Nullable String zone, @Nullable String stored) {
        LocalDateTime time = SqliteTimes.inZone(value, zone, stored);
        if (time == null || part == null) {
            return null;
        }
        boolean ofTime = part.equals("hour") || part.equals("minute") || part.equals("second");
        return ofTime
                ? SqliteTimes.text(time.toLocalDate()) + ' ' + beginning(part, time.toLocalTime())
                : SqliteTimes.text(firstDay(part, time.toLocalDate())) + " 00:00:00";
    }

    /** {@code django_time_trunc} */
    static @Nullable Object truncateTime(
            @Nullable String part, @Nullable Object value, @Nullable String zone, @Nullable String stored) {
        LocalDateTime datetime = SqliteTimes.inZone(value, zone, stored);
        LocalTime time = datetime != null ? datetime.toLocalTime() : SqliteTimes.parseTime(value);
        return time == null || part == null ? null : beginning(part, time);
    }

    private static LocalDate firstDay(String part, LocalDate day) {
        return switch (part) {
            case "year" -> day.withDayOfYear(1);
            case "quarter" ->
                day.withMonth(day.getMonth().firstMonthOfQuarter().getValue()).withDayOfMonth(1);
            case "month" -> day.withDayOfMonth(1);
            case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case "day" -> day;
            default -> throw new IllegalArgumentException("nothing to truncate a date to: " + part);
        };
    }

    private static String beginning(String part, LocalTime time) {
        String hour = SqliteTimes.padded(time.getHour(), 2);
        String minute = SqliteTimes.padded(time.getMinute(), 2);
        return switch (part) {
            case "hour" -> hour + ":00:00";
            case "minute" -> hour + ':' + minute + ":00";
            case "second" -> hour + ':' + minute + ':' + SqliteTimes.padded(time.getSecond(), 2);
            default -> throw new IllegalArgumentException("nothing to truncate a time to: " + part);
        };
    }

    /** {@code django_datetime_cast_date} */
    static @Nullable Object castToDate(@Nullable Object value, @Nullable String zone, @Nullable String stored) {
        LocalDateTime time = SqliteTimes.inZone(value, zone, stored);
        return time == null ? null : SqliteTimes.text(time.toLocalDate());
    }

    /** {@code django_datetime_cast_time} */
    static @Nullable Object castToTime(@Nullable Object value, @Nullable String zone, @Nullable String stored) {
        LocalDateTime time = SqliteTimes.inZone(value, zone, stored);
        return time == null ? null : SqliteTimes.text(time.toLocalTime());
    }
}
