package io.djdbc.dialect;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Servers name zones differently; all of them know offsets, in one notation or another. */
final class TimeZones {

    private TimeZones() {}

    /** The offset of a zone that always has the same one, as {@code +00:00}; null for a region. */
    static @Nullable String fixedOffset(String timeZone) {
        if (timeZone.equals("UTC")) {
            return "+00:00"; // the default, without loading the zones of java.time
        }
        ZoneOffset offset = offset(timeZone);
        return offset == null ? null : withColon(offset);
    }

    /**
     * The name that PostgreSQL takes: its own reading of {@code +02:00} is POSIX's, west of Greenwich, so that offsets
     * are spelled out.
     */
    static String postgreSql(String timeZone) {
        if (timeZone.equals("UTC") || timeZone.indexOf('/') > 0) {
            return timeZone;
        }
        char last = timeZone.charAt(timeZone.length() - 1);
        if (last != 'Z' && (last < '0' || last > '9')) {
            return timeZone;
        }
        ZoneOffset offset = offset(timeZone);
        if (offset == null) {
            return timeZone;
        }
        String east = withColon(offset);
        return offset.getTotalSeconds() == 0
                ? "UTC"
                : "<" + east + ">" + (east.charAt(0) == '+' ? '-' : '+') + east.substring(1);
    }

    private static @Nullable ZoneOffset offset(String timeZone) {
        try {
            ZoneId zone = ZoneId.of(timeZone).normalized();
            return zone instanceof ZoneOffset ? (ZoneOffset) zone : null;
        } catch (DateTimeException unknown) {
            return null; // the server may know more zones than the JVM
        }
    }

    private static String withColon(ZoneOffset offset) {
        return offset.getTotalSeconds() == 0 ? "+00:00" : offset.getId();
    }
}
