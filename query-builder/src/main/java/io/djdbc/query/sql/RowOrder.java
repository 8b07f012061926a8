package io.djdbc.query.sql;

import io.djdbc.query.FieldError;
import io.djdbc.query.expression.Expression;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of a query's rows as it was asked for; {@link Ordering} makes ORDER BY of it.
 *
 * @param by paths, with {@code -} for descending and {@code ?} for random, or expressions
 * @param modelsOwn whether the model's own order holds where {@code by} is empty
 * @param forward false: the other way round
 */
record RowOrder(List<Object> by, boolean modelsOwn, boolean forward) {

    static final RowOrder DEFAULT = new RowOrder(List.of(), true, true);

    RowOrder {
        by = List.copyOf(by);
    }

    /** With more at the end; without any no order at all. */
    RowOrder and(Query query, List<?> more) {
        for (Object item : more) {
            check(query, item, more);
        }
        if (more.isEmpty()) {
            return new RowOrder(by, false, forward);
        }
        List<Object> all = new ArrayList<>(by);
        all.addAll(more);
        return new RowOrder(all, modelsOwn, forward);
    }

    private static void check(Query query, Object item, List<?> ordering) {
        if (item instanceof String path) {
            checkPath(query, path);
        } else if (!(item instanceof Expression expression)) {
            throw new FieldError("Invalid order_by arguments: " + ordering);
        } else if (expression.containsAggregate()) {
            throw new FieldError("Using an aggregate in order_by() without also including it in annotate() is not"
                    + " allowed: " + item);
        }
    }

    private static void checkPath(Query query, String path) {
        if (path.equals("?")) {
            return;
        }
        String name = path.startsWith("-") ? path.substring(1) : path;
        if (!query.annotations.containsKey(name)) {
            PathResolver.walk(query, PathResolver.split(name), query.model(), true, false);
        }
    }

    RowOrder by(List<?> other) {
        return new RowOrder(List.copyOf(other), modelsOwn, forward);
    }

    /** @param alsoModels whether the model's own goes too */
    RowOrder cleared(boolean alsoModels) {
        return new RowOrder(List.of(), modelsOwn && !alsoModels, forward);
    }

    RowOrder reversed() {
        return new RowOrder(by, modelsOwn, !forward);
    }
}
