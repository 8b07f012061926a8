package io.djdbc.bench.report;

import java.util.Locale;

/** How slow djdbc may be beside the measure of its row: a ratio, or so many nanoseconds more; and how many bytes. */
record Limit(double ratio, double extraNanos, double bytes) {
    static Limit ratio(double ratio) {
        return new Limit(ratio, Double.NaN, Double.NaN);
    }

    static Limit extraNanos(double extraNanos) {
        return new Limit(Double.NaN, extraNanos, Double.NaN);
    }

    /** The same, and no more bytes allocated per operation. */
    Limit andBytes(double most) {
        return new Limit(ratio, extraNanos, most);
    }

    boolean isMet(double measuredRatio, double baseNanos, double allocated) {
        boolean fast = Double.isNaN(ratio) ? (measuredRatio - 1) * baseNanos <= extraNanos : measuredRatio <= ratio;
        return fast && !(allocated > bytes);
    }

    @Override
    public String toString() {
        var time = Double.isNaN(ratio)
                ? String.format(Locale.ROOT, "≤ +%.0f ns", extraNanos)
                : String.format(Locale.ROOT, "≤ %.2f", ratio);
        return Double.isNaN(bytes) ? time : time + String.format(Locale.ROOT, " and ≤ %,.0f bytes", bytes);
    }
}
