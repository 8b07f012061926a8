package io.djdbc.query.model;

import java.util.List;

/**
 * An index of a table beside those of single fields, Django's {@code Meta.indexes}.
 *
 * @param name the name in the database
 * @param fields its fields, each by its name and {@code -} before it if descending
 */
public record Index(String name, List<String> fields) {

    public Index {
        fields = List.copyOf(fields);
    }
}
