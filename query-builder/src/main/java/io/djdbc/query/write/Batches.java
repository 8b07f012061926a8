package io.djdbc.query.write;

import java.util.ArrayList;
import java.util.List;

/** Lists cut into parts. */
public final class Batches {

    /** How many keys a statement names that updates or deletes rows by key, as in Django. */
    public static final int ROWS_BY_KEY = 100;

    private Batches() {}

    public static <T> List<List<T>> of(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int start = 0; start < all.size(); start += size) {
            parts.add(all.subList(start, Math.min(all.size(), start + size)));
        }
        return parts;
    }
}
