package io.djdbc.driver.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** Values that are no texts as Python's {@code str()} writes them, which is what Django's text lookups look for. */
final class LookupText {

    private LookupText() {}

    /** Null for what has no usual text: bytes, arrays, objects of the vendor's. */
    static @Nullable String of(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof java.util.Date date) {
            return ofDate(date);
        }
        if (value instanceof Temporal temporal) {
            return ofTemporal(temporal);
        }
        return value instanceof Number || value instanceof java.util.UUID ? value.toString() : null;
    }

    private static String ofDate(java.util.Date date) {
        if (date instanceof java.sql.Date || date instanceof java.sql.Time) {
            return date.toString();
        }
        return ofTemporal(
                date instanceof java.sql.Timestamp timestamp
                        ? timestamp.toLocalDateTime()
                        : new java.sql.Timestamp(date.getTime()).toLocalDateTime());
    }

    private static String ofTemporal(Temporal value) {
        if (value instanceof LocalDateTime dateTime) {
            return dateTime.toLocalDate() + " " + time(dateTime.toLocalTime());
        }
        if (value instanceof OffsetDateTime dateTime) {
            return ofTemporal(dateTime.toLocalDateTime()) + offset(dateTime.getOffset());
        }
        if (value instanceof ZonedDateTime dateTime) {
            return ofTemporal(dateTime.toOffsetDateTime());
        }
        if (value instanceof Instant instant) {
            return ofTemporal(instant.atOffset(ZoneOffset.UTC));
        }
        if (value instanceof OffsetTime time) {
            return time(time.toLocalTime()) + offset(time.getOffset());
        }
        return value instanceof LocalTime time ? time(time) : value.toString(); // LocalDate, Year, …
    }

    private static String offset(ZoneOffset offset) {
        return offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
    }

    /** {@code 03:04:05}, with six digits more if it has parts of a second. */
    private static String time(LocalTime time) {
        int micros = time.get(ChronoField.MICRO_OF_SECOND);
        String seconds = LocalTime.ofSecondOfDay(time.toSecondOfDay()).toString();
        String full = seconds.length() == "03:04".length() ? seconds + ":00" : seconds;
        return micros == 0
                ? full
                : full + "." + Integer.toString(1_000_000 + micros).substring(1);
    }
}
