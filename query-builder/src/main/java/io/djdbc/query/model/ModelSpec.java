package io.djdbc.query.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model was declared to be, besides its attributes.
 *
 * @param tableOwner of a join table with an automatic name: the model whose table's name comes before {@code table}
 */
record ModelSpec(
        String name,
        String app,
        String table,
        boolean tableAutomatic,
        @Nullable Model tableOwner,
        Class<?> entityClass,
        boolean managed,
        List<String> ordering,
        List<String> getLatestBy) {

    ModelSpec {
        ordering = List.copyOf(ordering);
        getLatestBy = List.copyOf(getLatestBy);
    }
}
