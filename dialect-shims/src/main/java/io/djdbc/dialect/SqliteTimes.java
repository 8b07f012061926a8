package io.djdbc.dialect;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Dates and times as Django stores them in SQLite: texts, datetimes in the connection's zone (UTC). Pure functions. */
final class SqliteTimes {

    private SqliteTimes() {}

    /** A date or a datetime; null if the text is neither. What follows the time, as a zone does, is left away. */
    static @Nullable Object parse(@Nullable Object value) {
        if (!(value instanceof String text) || text.isEmpty()) {
            return null;
        }
        try {
            int space = text.indexOf(' ');
            return space < 0 ? date(text) : date(text.substring(0, space)).atTime(time(text.substring(space + 1)));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** A time of day; null if the text is none. */
    static @Nullable LocalTime parseTime(@Nullable Object value) {
        if (!(value instanceof String text) || text.isEmpty()) {
            return null;
        }
        try {
            return time(text);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static LocalDate date(String text) {
        String[] parts = text.split("-", -1);
        if (parts.length != 3) {
            throw new DateTimeException(text);
        }
        return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    }

    private static LocalTime time(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '-' && text.charAt(end) != '+') {
            end++;
        }
        String[] parts = text.substring(0, end).split(":", -1);
        if (parts.length != 3) {
            throw new DateTimeException(text);
        }
        int point = parts[2].indexOf('.');
        String seconds = point < 0 ? parts[2] : parts[2].substring(0, point);
        String fraction = point < 0 ? "" : parts[2].substring(point + 1);
        int microseconds = Integer.parseInt((fraction + "000000").substring(0, 6));
        return LocalTime.of(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Integer.parseInt(seconds),
                microseconds * 1_000);
    }

    /**
     * The datetime on the clocks of a zone.
     *
     * @param zone an IANA name, with an offset after it or alone ({@code +05:30}); null: as stored
     * @param stored the zone that it is stored in; null: none
     */
    static @Nullable LocalDateTime inZone(@Nullable Object value, @Nullable String zone, @Nullable String stored) {
        Object parsed = parse(value);
        if (parsed == null) {
            return null;
        }
        LocalDateTime time = parsed instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) parsed;
        if (zone == null || zone.equals(stored) || parsed instanceof LocalDate && stored == null) {
            return time;
        }
        int sign = signOfOffset(zone);
        String name = sign < 0 ? zone : zone.substring(0, sign);
        String from = stored == null ? "UTC" : stored;
        ZonedDateTime there = time.atZone(ZoneId.of(from, ZoneId.SHORT_IDS));
        if (sign >= 0) {
            there = there.plusMinutes(minutes(zone, sign));
        }
        return there.withZoneSameInstant(ZoneId.of(name.isEmpty() ? from : name, ZoneId.SHORT_IDS))
                .toLocalDateTime();
    }

    /** Where {@code +05:30} begins; -1 if the zone does not end so ({@code Etc/GMT+5} is a name). */
    private static int signOfOffset(String zone) {
        int sign = Math.max(zone.lastIndexOf('+'), zone.lastIndexOf('-'));
        if (sign < 0) {
            return -1;
        }
        String offset = zone.substring(sign + 1);
        return offset.matches("\\d{1,2}:\\d{2}") || offset.matches("\\d{2}") ? sign : -1;
    }

    private static long minutes(String zone, int sign) {
        String[] parts = zone.substring(sign + 1).split(":", -1);
        long minutes = Long.parseLong(parts[0]) * 60 + (parts.length > 1 ? Long.parseLong(parts[1]) : 0);
        return zone.charAt(sign) == '-' ? -minutes : minutes;
    }

    /** {@code 2006-01-02} */
    static String text(LocalDate date) {
        return padded(date.getYear(), 4)
                + '-'
                + padded(date.getMonthValue(), 2)
                + '-'
                + padded(date.getDayOfMonth(), 2);
    }

    /** {@code 15:04:05}, with six more digits where there are microseconds. */
    static String text(LocalTime time) {
        int microseconds = time.getNano() / 1_000;
        return padded(time.getHour(), 2)
                + ':'
                + padded(time.getMinute(), 2)
                + ':'
                + padded(time.getSecond(), 2)
                + (microseconds == 0 ? "" : '.' + padded(microseconds, 6));
    }

    static String text(LocalDateTime time) {
        return text(time.toLocalDate()) + ' ' + text(time.toLocalTime());
    }

    static String padded(long number, int digits) {
        String text = Long.toString(number);
        return text.length() >= digits ? text : "0".repeat(digits - text.length()) + text;
    }
}
