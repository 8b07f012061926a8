package io.djdbc.query.expression;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an expression is resolved against a query.
 *
 * @param allowJoins whether it may refer to other tables
 * @param reuse the aliases of joins that may be used again, added to while resolving; null: all
 * @param summarize whether it is for {@code aggregate()}: annotations are then columns of a subquery
 */
public record Resolution(boolean allowJoins, @Nullable Set<String> reuse, boolean summarize) {

    /** Joins are allowed, all may be used again. */
    public static final Resolution FREE = new Resolution(true, null, false);

    /** Of {@code aggregate()}. */
    public static final Resolution SUMMARY = new Resolution(true, null, true);

    /** No joins: in UPDATE and INSERT. */
    public static final Resolution NO_JOINS = new Resolution(false, null, false);
}
