package io.djdbc.query;

import java.util.Map;

/**
 * What a {@code delete()} deleted.
 *
 * @param total how many rows
 * @param perModel how many rows of each model, by label ({@code blog.Entry}); models without any are left out
 */
public record Deletion(long total, Map<String, Long> perModel) {

    public Deletion {
        perModel = Map.copyOf(perModel);
    }
}
