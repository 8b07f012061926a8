package io.djdbc.query.sql;

import io.djdbc.query.model.Model;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The shapes of queries that are known: a query that was built before, with values of the same kinds, is not built and
 * compiled again. Bounded: too many shapes, and all are forgotten. Safe for use by several threads.
 */
public final class Shapes {

    private static final int LIMIT = 5_000;

    private final boolean emptyStringsAreNulls;
    private final Map<Model, Shape> roots = new ConcurrentHashMap<>();
    private final AtomicInteger known = new AtomicInteger();

    /**
     * None yet.
     *
     * @param emptyStringsAreNulls as for {@link Query}
     */
    public Shapes(boolean emptyStringsAreNulls) {
        this.emptyStringsAreNulls = emptyStringsAreNulls;
    }

    /** All objects of a model. */
    public ShapedQuery all(Model model) {
        Shape root = roots.get(model);
        if (root == null) {
            root = new Shape(new Query(model, emptyStringsAreNulls), 0, this);
            Shape other = roots.putIfAbsent(model, root);
            root = other == null ? root : other;
        }
        return root.all();
    }

    /** A shape was learned. */
    void learned() {
        if (known.incrementAndGet() > LIMIT) {
            roots.clear();
            known.set(0);
        }
    }

    /** How many shapes were learned, for tests and statistics. */
    public int size() {
        return known.get();
    }
}
