package io.djdbc.driver.wrapper;

import java.util.Arrays;

/** The update counts of several batches, one after the other. Used by one thread. */
final class UpdateCounts {
    private long[] counts;
    private int size;

    /** @param expected how many there will be, or more */
    UpdateCounts(int expected) {
        counts = new long[expected];
    }

    void add(long[] more) {
        int needed = size + more.length;
        if (needed > counts.length) {
            counts = Arrays.copyOf(counts, Math.max(needed, counts.length * 2));
        }
        System.arraycopy(more, 0, counts, size, more.length);
        size = needed;
    }

    long[] all() {
        return Arrays.copyOf(counts, size);
    }
}
