package io.djdbc.query.sql;

import org.jspecify.annotations.Nullable;

/**
 * Which part of the rows a query is.
 *
 * @param low how many rows to leave out
 * @param high the index after the last row; null: no limit
 */
record Limits(int low, @Nullable Integer high) {

    static final Limits NONE = new Limits(0, null);

    /** From {@code start} (null: the first) to before {@code stop} (null: the last), of the rows in these limits. */
    Limits within(@Nullable Integer start, @Nullable Integer stop) {
        Integer end = stop == null ? high : (Integer) (high != null ? Math.min(high, low + stop) : low + stop);
        int begin = start == null ? low : end != null ? Math.min(end, low + start) : low + start;
        return new Limits(begin, end);
    }

    boolean isSliced() {
        return low != 0 || high != null;
    }

    boolean isEmpty() {
        return high != null && low == high;
    }

    /** How many rows at most; null: any number. */
    @Nullable
    Integer size() {
        return high == null ? null : (Integer) (high - low);
    }
}
