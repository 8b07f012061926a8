package io.djdbc.query.write;

import io.djdbc.query.BulkOptions;
import io.djdbc.query.queryset.Definition;
import java.util.List;

/** {@code bulkCreate()}. */
public final class BulkCreation {

    private BulkCreation() {}

    public static <T> List<T> create(Definition definition, List<T> objects, BulkOptions options) {
        throw new UnsupportedOperationException("later");
    }
}
