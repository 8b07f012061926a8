package io.djdbc.query.value;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** Dates and times as Django writes them into columns of text, with microseconds if there are any. */
final class TimeText {

    private static final int NANOS_IN_MICRO = 1000;
    private static final int MICRO_DIGITS = 6;
    private static final long MICROS_IN_SECOND = 1_000_000;

    private TimeText() {}

    static String dateTime(Instant instant) {
        return dateTime(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    static String dateTime(LocalDateTime dateTime) {
        return dateTime.toLocalDate() + " " + time(dateTime.toLocalTime());
    }

    static String time(LocalTime time) {
        StringBuilder text = new StringBuilder(15);
        two(text, time.getHour()).append(':');
        two(text, time.getMinute()).append(':');
        two(text, time.getSecond());
        int micros = time.getNano() / NANOS_IN_MICRO;
        if (micros > 0) {
            String digits = Integer.toString(micros);
            text.append('.').append("0".repeat(MICRO_DIGITS - digits.length())).append(digits);
        }
        return text.toString();
    }

    private static StringBuilder two(StringBuilder text, int number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** Of {@code 2024-05-06}, with or without a time after it. */
    static LocalDate parseDate(String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("the column has no date, but '" + text + "'", wrong);
        }
    }

    /** Of {@code 2024-05-06 07:08:09.123456}, in UTC if it has no offset, or of a date alone. */
    static Instant parseDateTime(String text) {
        try {
            String iso = text.replace(' ', 'T');
            if (iso.length() == 10) {
                return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            int zone = Math.max(iso.indexOf('+', 10), iso.indexOf('-', 10));
            if (zone < 0 && !iso.endsWith("Z")) {
                return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
            }
            int end = zone < 0 ? iso.length() - 1 : zone;
            ZoneOffset offset = zone < 0 ? ZoneOffset.UTC : ZoneOffset.of(iso.substring(zone));
            return LocalDateTime.parse(iso.substring(0, end)).toInstant(offset);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("the column has no date and time, but '" + text + "'", wrong);
        }
    }

    /** Of {@code 07:08:09.123456}, with or without a date before it. */
    static LocalTime parseTime(String text) {
        try {
            int start = Math.max(text.indexOf(' '), text.indexOf('T')) + 1;
            return LocalTime.parse(text.substring(start));
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("the column has no time, but '" + text + "'", wrong);
        }
    }

    /** Django's {@code duration_microseconds()}. */
    static long micros(Duration duration) {
        return Math.addExact(
                Math.multiplyExact(duration.getSeconds(), MICROS_IN_SECOND), duration.getNano() / NANOS_IN_MICRO);
    }

    static Duration ofMicros(long micros) {
        return Duration.ofSeconds(
                Math.floorDiv(micros, MICROS_IN_SECOND), Math.floorMod(micros, MICROS_IN_SECOND) * NANOS_IN_MICRO);
    }
}
