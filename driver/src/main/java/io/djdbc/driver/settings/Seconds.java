package io.djdbc.driver.settings;

/** Decimal seconds, as settings are written, in whole units of time; without rounding through a double. */
final class Seconds {

    private static final int NANO_DIGITS = 9;

    private Seconds() {}

    /** Whether the text is {@code 12} or {@code 12.5}: ASCII digits, at most one point, no sign, no exponent. */
    static boolean isDecimal(String text) {
        int points = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                points++;
            } else if (c >= '0' && c <= '9') {
                digits++;
            } else {
                return false;
            }
        }
        return points <= 1 && digits > 0;
    }

    /** Nanoseconds; {@code Long.MAX_VALUE - 1}, 292 years, for anything longer. */
    static long toNanos(String decimal) {
        int point = decimal.indexOf('.');
        String whole = point < 0 ? decimal : decimal.substring(0, point);
        String fraction = point < 0 ? "" : decimal.substring(point + 1);
        long nanos = 0;
        int length = whole.length() + NANO_DIGITS;
        for (int i = 0; i < length; i++) {
            int behind = i - whole.length();
            int digit =
                    behind < 0 ? whole.charAt(i) - '0' : behind < fraction.length() ? fraction.charAt(behind) - '0' : 0;
            if (nanos > (Long.MAX_VALUE - 10) / 10) {
                return Long.MAX_VALUE - 1;
            }
            nanos = nanos * 10 + digit;
        }
        return nanos;
    }

    static long toMillis(String decimal) {
        return toNanos(decimal) / 1_000_000;
    }
}
