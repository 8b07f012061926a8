package io.djdbc.bench.report;

import java.util.Locale;

/**
 * What is asked of djdbc beside the measure of its row.
 *
 * @param characters how many there are in an operation, where the limit is for one
 * @param bytes how many may be allocated by an operation besides; NaN: any number
 */
record Limit(Kind kind, double value, double characters, double bytes) {
    private enum Kind {
        /** So many times the base at the most. */
        RATIO,
        /** So many times the base at the least: for what is to be slower than djdbc. */
        AT_LEAST,
        /** So many nanoseconds more than the base. */
        EXTRA_NANOS,
        NANOS_PER_CHARACTER,
        NO_BYTES
    }

    private Limit(Kind kind, double value, double characters) {
        this(kind, value, characters, Double.NaN);
    }

    static Limit ratio(double ratio) {
        return new Limit(Kind.RATIO, ratio, 0);
    }

    static Limit atLeast(double ratio) {
        return new Limit(Kind.AT_LEAST, ratio, 0);
    }

    static Limit extraNanos(double extraNanos) {
        return new Limit(Kind.EXTRA_NANOS, extraNanos, 0);
    }

    /** @param characters how many there are in an operation */
    static Limit nanosPerCharacter(double nanos, int characters) {
        return new Limit(Kind.NANOS_PER_CHARACTER, nanos, characters);
    }

    /** That nothing is allocated. */
    static Limit noBytes() {
        return new Limit(Kind.NO_BYTES, 0, 0);
    }

    /** The same, and no more bytes allocated by an operation. */
    Limit andBytes(double most) {
        return new Limit(kind, value, characters, most);
    }

    boolean isMet(double ratio, double baseNanos, double allocated) {
        boolean met = switch (kind) {
            case RATIO -> ratio <= value;
            case AT_LEAST -> ratio >= value;
            case EXTRA_NANOS -> (ratio - 1) * baseNanos <= value;
            case NANOS_PER_CHARACTER -> ratio * baseNanos / characters <= value;
            case NO_BYTES -> allocated < 0.5;
        };
        return met && !(allocated > bytes);
    }

    /** The limit, with the figure that it is about where that is not the ratio. */
    String beside(double ratio, double baseNanos) {
        return switch (kind) {
            case EXTRA_NANOS -> String.format(Locale.ROOT, "(%+.1f ns) %s", (ratio - 1) * baseNanos, this);
            case NANOS_PER_CHARACTER ->
                String.format(Locale.ROOT, "(%.2f ns a character) %s", ratio * baseNanos / characters, this);
            default -> toString();
        };
    }

    @Override
    public String toString() {
        var time = switch (kind) {
            case RATIO -> String.format(Locale.ROOT, "≤ %.2f", value);
            case AT_LEAST -> String.format(Locale.ROOT, "≥ %.0f", value);
            case EXTRA_NANOS -> String.format(Locale.ROOT, "≤ +%.0f ns", value);
            case NANOS_PER_CHARACTER -> String.format(Locale.ROOT, "≤ %.0f", value);
            case NO_BYTES -> "0 bytes";
        };
        return Double.isNaN(bytes) ? time : time + String.format(Locale.ROOT, " and ≤ %,.0f bytes", bytes);
    }
}
