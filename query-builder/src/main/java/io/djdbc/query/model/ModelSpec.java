package io.djdbc.query.model;

import java.util.List;
import java.util.function.Function;

/** What a model was declared to be, besides its attributes. */
record ModelSpec(
        String name,
        String app,
        String table,
        boolean tableAutomatic,
        Class<?> entityClass,
        Function<Model, Object> instantiator,
        boolean managed,
        List<String> ordering,
        List<String> getLatestBy) {

    ModelSpec {
        ordering = List.copyOf(ordering);
        getLatestBy = List.copyOf(getLatestBy);
    }
}
