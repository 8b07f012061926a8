package io.djdbc.query.execute.sqlite;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Parts and truncation of dates and times that SQLite holds as text. */
final class SqliteDates {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private SqliteDates() {}

    static int extractDate(String part, String value) {
        return extract(part, moment(value));
    }

    static int extractDateTime(String part, String value, String zone, String connectionZone) {
        return extract(part, local(value, zone, connectionZone));
    }

    static int extractTime(String part, String value) {
        return extract(part, LocalDate.EPOCH.atTime(time(value)));
    }

    private static int extract(String part, LocalDateTime value) {
        return switch (part) {
            case "year" -> value.getYear();
            case "month" -> value.getMonthValue();
            case "day" -> value.getDayOfMonth();
            case "hour" -> value.getHour();
            case "minute" -> value.getMinute();
            case "second" -> value.getSecond();
            case "week_day" -> value.getDayOfWeek().getValue() % 7 + 1;
            case "iso_week_day" -> value.getDayOfWeek().getValue();
            case "week" -> value.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case "iso_year" -> value.get(IsoFields.WEEK_BASED_YEAR);
            case "quarter" -> value.get(IsoFields.QUARTER_OF_YEAR);
            default -> throw new IllegalArgumentException("Unsupported lookup type: '" + part + "'");
        };
    }

    static String truncateDate(String part, String value, @Nullable String zone, @Nullable String connectionZone) {
        return truncate(part, local(value, zone, connectionZone)).toLocalDate().toString();
    }

    static String truncateDateTime(String part, String value, String zone, String connectionZone) {
        return SECONDS.format(truncate(part, local(value, zone, connectionZone)));
    }

    static String truncateTime(String part, String value, @Nullable String zone, @Nullable String connectionZone) {
        LocalDateTime local =
                value.length() > 15 ? local(value, zone, connectionZone) : LocalDate.EPOCH.atTime(time(value));
        return DateTimeFormatter.ISO_LOCAL_TIME.format(truncate(part, local).toLocalTime());
    }

    private static LocalDateTime truncate(String part, LocalDateTime value) {
        LocalDate day = value.toLocalDate();
        return switch (part) {
            case "year" -> day.withDayOfYear(1).atStartOfDay();
            case "quarter" -> day.with(IsoFields.DAY_OF_QUARTER, 1).atStartOfDay();
            case "month" -> day.withDayOfMonth(1).atStartOfDay();
            case "week" ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay();
            case "day" -> day.atStartOfDay();
            case "hour" -> value.truncatedTo(ChronoUnit.HOURS);
            case "minute" -> value.truncatedTo(ChronoUnit.MINUTES);
            case "second" -> value.truncatedTo(ChronoUnit.SECONDS);
            default -> throw new IllegalArgumentException("Unsupported lookup type: '" + part + "'");
        };
    }

    static String dateOf(String value, String zone, String connectionZone) {
        return local(value, zone, connectionZone).toLocalDate().toString();
    }

    static String timeOf(String value, String zone, String connectionZone) {
        return time(local(value, zone, connectionZone).toLocalTime());
    }

    /** As Python prints it: with seconds always, with six digits after the point or none. */
    static String time(LocalTime value) {
        String seconds = DateTimeFormatter.ofPattern("HH:mm:ss").format(value);
        int micros = value.getNano() / 1000;
        return micros == 0 ? seconds : seconds + "." + String.format("%06d", micros);
    }

    /** A date, or a date and a time, without a zone. */
    static LocalDateTime moment(String value) {
        if (value.length() <= 10) {
            return LocalDate.parse(value).atStartOfDay();
        }
        return LocalDateTime.parse(value.trim().replace(' ', 'T'));
    }

    private static LocalTime time(String value) {
        try {
            return LocalTime.parse(value);
        } catch (DateTimeParseException e) {
            return moment(value).toLocalTime();
        }
    }

    private static LocalDateTime local(String value, @Nullable String zone, @Nullable String connectionZone) {
        LocalDateTime moment = moment(value);
        if (zone == null || connectionZone == null || zone.equals(connectionZone)) {
            return moment;
        }
        return moment.atZone(zone(connectionZone))
                .withZoneSameInstant(zone(zone))
                .toLocalDateTime();
    }

    /** Django writes offsets as {@code UTC+05:30}, with the sign turned for some databases but not for this one. */
    private static ZoneId zone(String name) {
        return ZoneId.of(name);
    }
}
