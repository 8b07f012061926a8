package io.djdbc.query.model;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** Points in time, dates and times of day as other classes of the JDK; a point in time without a zone is in UTC. */
final class TimeCoercion {

    private TimeCoercion() {}

    /** Null where the target is no such class, or the value has no such meaning. */
    static @Nullable Object convert(Object value, Class<?> target) {
        if (target == LocalDate.class) {
            return value instanceof java.sql.Date date
                    ? date.toLocalDate()
                    : value instanceof CharSequence text ? LocalDate.parse(text) : null;
        }
        if (target == LocalTime.class) {
            return value instanceof java.sql.Time time
                    ? time.toLocalTime()
                    : value instanceof CharSequence text ? LocalTime.parse(text) : null;
        }
        if (target == java.sql.Date.class) {
            return value instanceof LocalDate date ? java.sql.Date.valueOf(date) : null;
        }
        if (target == java.sql.Time.class) {
            return value instanceof LocalTime time ? java.sql.Time.valueOf(time) : null;
        }
        Instant instant = instant(value);
        return instant == null ? null : of(instant, target);
    }

    private static @Nullable Instant instant(Object value) {
        if (value instanceof Instant instant) {
            return instant;
        }
        if (value instanceof OffsetDateTime dateTime) {
            return dateTime.toInstant();
        }
        if (value instanceof ZonedDateTime dateTime) {
            return dateTime.toInstant();
        }
        if (value instanceof LocalDateTime dateTime) {
            return dateTime.toInstant(ZoneOffset.UTC);
        }
        if (value instanceof Date date) {
            boolean dateOrTimeOnly = value instanceof java.sql.Date || value instanceof java.sql.Time;
            return dateOrTimeOnly ? null : date.toInstant();
        }
        if (value instanceof Calendar calendar) {
            return calendar.toInstant();
        }
        return value instanceof CharSequence text ? OffsetDateTime.parse(text).toInstant() : null;
    }

    private static @Nullable Object of(Instant instant, Class<?> target) {
        if (target == Instant.class) {
            return instant;
        }
        if (target == OffsetDateTime.class) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (target == ZonedDateTime.class) {
            return instant.atZone(ZoneId.of("UTC"));
        }
        if (target == LocalDateTime.class) {
            return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        }
        if (target == Timestamp.class) {
            return Timestamp.from(instant);
        }
        if (target == Date.class) {
            return Date.from(instant);
        }
        if (target == Calendar.class || target == GregorianCalendar.class) {
            Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
            calendar.setTimeInMillis(instant.toEpochMilli());
            return calendar;
        }
        return null;
    }
}
