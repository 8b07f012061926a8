package io.djdbc.driver.settings;

import java.time.zone.ZoneRulesProvider;
import org.jspecify.annotations.Nullable;

/** The time zones that a session can have. */
final class TimeZones {

    private TimeZones() {}

    /**
     * Whether every server reads it alike: an IANA name, or an offset of hours and minutes. Java's {@code UTC+2} is
     * neither: PostgreSQL takes it for two hours west.
     */
    static boolean isKnown(String text) {
        // the default is not worth loading Java's time zones for
        return text.equals("UTC")
                || isOffset(text)
                || ZoneRulesProvider.getAvailableZoneIds().contains(text);
    }

    private static boolean isOffset(String text) {
        if (text.length() != 6 || (text.charAt(0) != '+' && text.charAt(0) != '-') || text.charAt(3) != ':') {
            return false;
        }
        int hours = twoDigits(text, 1);
        int minutes = twoDigits(text, 4);
        return hours >= 0 && hours <= 14 && minutes >= 0 && minutes < 60 && (hours < 14 || minutes == 0);
    }

    private static int twoDigits(String text, int at) {
        char tens = text.charAt(at);
        char ones = text.charAt(at + 1);
        return tens >= '0' && tens <= '9' && ones >= '0' && ones <= '9' ? (tens - '0') * 10 + ones - '0' : -1;
    }

    /** The known zone that was probably meant; null if none is near. */
    static @Nullable String nearest(String text) {
        String best = null;
        int bestDistance = Math.min(3, 1 + text.length() / 3);
        for (String zone : ZoneRulesProvider.getAvailableZoneIds()) {
            int distance = EditDistance.between(zone, text, bestDistance);
            if (distance < bestDistance || (distance == bestDistance && best != null && zone.compareTo(best) < 0)) {
                best = zone;
                bestDistance = distance;
            }
        }
        return best;
    }
}
