package io.djdbc.bench.report;

import java.util.Locale;

/** How slow djdbc may be beside the measure of its row: a ratio, or so many nanoseconds more. */
record Limit(double ratio, double extraNanos) {
    static Limit ratio(double ratio) {
        return new Limit(ratio, Double.NaN);
    }

    static Limit extraNanos(double extraNanos) {
        return new Limit(Double.NaN, extraNanos);
    }

    boolean isMet(double measuredRatio, double baseNanos) {
        return Double.isNaN(ratio) ? (measuredRatio - 1) * baseNanos <= extraNanos : measuredRatio <= ratio;
    }

    @Override
    public String toString() {
        return Double.isNaN(ratio)
                ? String.format(Locale.ROOT, "≤ +%.0f ns", extraNanos)
                : String.format(Locale.ROOT, "≤ %.2f", ratio);
    }
}
