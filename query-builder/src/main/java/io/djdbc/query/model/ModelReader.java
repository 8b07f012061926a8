package io.djdbc.query.model;

import java.util.List;

/** Makes models of entity classes. */
final class ModelReader {

    private final Models.Registry known;

    ModelReader(Models.Registry known) {
        this.known = known;
    }

    Models.Registry read(List<Class<?>> classes) {
        if (classes.isEmpty()) {
            return known;
        }
        throw new ModelException("not yet: " + classes);
    }
}
