package io.djdbc.query.value;

import io.djdbc.query.ValidationError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times that a caller gives; what has no zone is in UTC, as with Django's {@code TIME_ZONE = "UTC"}. */
final class PreparedTimes {

    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:[.,](\\d{1,6})\\d{0,6})?)?");
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4}-\\d{1,2}-\\d{1,2})[T ]([\\d:.,]+)\\s*(Z|[+-]\\d{2}(?::?\\d{2})?)?");

    private PreparedTimes() {}

    static LocalDate date(Object value) {
        if (value instanceof LocalDate date) {
            return date;
        }
        if (value instanceof java.sql.Date date) {
            return date.toLocalDate();
        }
        if (value instanceof CharSequence text) {
            return dateOf(text.toString());
        }
        return instant(value).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static LocalDate dateOf(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            throw new ValidationError(
                    "“" + text + "” value has an invalid date format. It must be in YYYY-MM-DD format.");
        }
        try {
            return LocalDate.of(number(date, 1), number(date, 2), number(date, 3));
        } catch (DateTimeException wrong) {
            throw new ValidationError(
                    "“" + text + "” value has the correct format (YYYY-MM-DD) but it is an invalid date.");
        }
    }

    static LocalTime time(Object value) {
        if (value instanceof LocalTime time) {
            return time;
        }
        if (value instanceof java.sql.Time time) {
            return time.toLocalTime();
        }
        if (value instanceof LocalDateTime dateTime) {
            return dateTime.toLocalTime();
        }
        String text = PythonText.str(value);
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new ValidationError(
                    "“" + text + "” value has an invalid format. It must be in HH:MM[:ss[.uuuuuu]] format.");
        }
        try {
            return time(time);
        } catch (DateTimeException wrong) {
            throw new ValidationError(
                    "“" + text + "” value has the correct format (HH:MM[:ss[.uuuuuu]]) but it is an invalid time.");
        }
    }

    private static LocalTime time(Matcher time) {
        String fraction = time.group(4);
        int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
        return LocalTime.of(number(time, 1), number(time, 2), time.group(3) == null ? 0 : number(time, 3), nanos);
    }

    static Instant instant(Object value) {
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
        if (value instanceof LocalDate date) {
            return date.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        if (value instanceof java.sql.Date date) {
            return date.toLocalDate().atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        if (value instanceof Date date && !(value instanceof java.sql.Time)) {
            return date.toInstant();
        }
        if (value instanceof Calendar calendar) {
            return calendar.toInstant();
        }
        return instantOf(PythonText.str(value));
    }

    private static Instant instantOf(String text) {
        if (DATE.matcher(text).matches()) {
            return dateOf(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        Matcher dateTime = DATE_TIME.matcher(text);
        Matcher time = TIME.matcher(dateTime.matches() ? dateTime.group(2) : "");
        if (!dateTime.matches() || !time.matches()) {
            throw new ValidationError("“" + text
                    + "” value has an invalid format. It must be in YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ] format.");
        }
        try {
            Matcher date = DATE.matcher(dateTime.group(1));
            date.matches();
            String zone = dateTime.group(3);
            return LocalDate.of(number(date, 1), number(date, 2), number(date, 3))
                    .atTime(time(time))
                    .toInstant(zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone));
        } catch (DateTimeException wrong) {
            throw new ValidationError("“" + text
                    + "” value has the correct format (YYYY-MM-DD HH:MM[:ss[.uuuuuu]][TZ]) but it is an invalid"
                    + " date/time.");
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
