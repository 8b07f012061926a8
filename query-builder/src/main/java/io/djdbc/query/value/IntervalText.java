package io.djdbc.query.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Intervals as databases print them: {@code -1 days +02:03:04.5}, {@code 1 year 2 mons 3 days}, {@code +01 02:03:04.0},
 * {@code INTERVAL '1 02:03:04' DAY TO SECOND}.
 */
final class IntervalText {

    private static final Pattern UNIT = Pattern.compile("([+-]?\\d+)\\s+(year|mon|day)s?");
    private static final Pattern DAYS = Pattern.compile("(?:^|')([+-]?\\d+)\\s+(?=[+-]?\\d+:)");
    private static final Pattern TIME = Pattern.compile("([+-]?)(\\d+):(\\d+):(\\d+(?:\\.\\d+)?)");
    private static final int DAYS_IN_MONTH = 30;
    private static final int DAYS_IN_YEAR = 365;

    private IntervalText() {}

    static Duration parse(String text) {
        Duration sum = Duration.ZERO;
        boolean found = false;
        Matcher unit = UNIT.matcher(text);
        while (unit.find()) {
            found = true;
            long days = unit.group(2).equals("day") ? 1 : unit.group(2).equals("mon") ? DAYS_IN_MONTH : DAYS_IN_YEAR;
            sum = sum.plusDays(Math.multiplyExact(Long.parseLong(unit.group(1)), days));
        }
        boolean negativeDays = false;
        Matcher days = DAYS.matcher(text);
        if (days.find()) {
            found = true;
            negativeDays = days.group(1).startsWith("-");
            sum = sum.plusDays(Long.parseLong(days.group(1)));
        }
        Matcher time = TIME.matcher(text);
        if (time.find()) {
            found = true;
            Duration part = Duration.ofHours(Long.parseLong(time.group(2)))
                    .plusMinutes(Long.parseLong(time.group(3)))
                    .plusNanos(new BigDecimal(time.group(4)).movePointRight(9).longValueExact());
            sum = time.group(1).equals("-") || negativeDays ? sum.minus(part) : sum.plus(part);
        }
        if (!found) {
            throw new IllegalArgumentException("the column has no interval, but '" + text + "'");
        }
        return sum;
    }
}
