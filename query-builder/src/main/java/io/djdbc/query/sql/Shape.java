package io.djdbc.query.sql;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A query without its values, what follows from it by further operations, and what was compiled of it. Safe for use by
 * several threads.
 */
final class Shape {

    private static final Object[] NO_VALUES = {};

    private final Query query;
    private final int slots;
    private final @Nullable Shapes shapes;
    private final Map<Object, Shape> next = new ConcurrentHashMap<>(4);
    private final Map<Object, Object> made = new ConcurrentHashMap<>(4);
    private final ShapedQuery withoutValues;

    /**
     * A shape.
     *
     * @param query with numbered slots, never changed
     * @param slots how many
     * @param shapes where it is known; null: nowhere, as it will not come again
     */
    Shape(Query query, int slots, @Nullable Shapes shapes) {
        this.query = query;
        this.slots = slots;
        this.shapes = shapes;
        this.withoutValues = new ShapedQuery(this, NO_VALUES);
    }

    ShapedQuery all() {
        return withoutValues;
    }

    Query query() {
        return query;
    }

    int slots() {
        return slots;
    }

    boolean isKnown() {
        return shapes != null;
    }

    /**
     * The shape that an operation leads to.
     *
     * @param key equal for equal operations; null: it is not worth knowing
     * @param operation changes the copy that it gets, or makes another
     * @param newSlots how many slots it adds
     */
    Shape follow(@Nullable Object key, UnaryOperator<Query> operation, int newSlots) {
        if (key == null || shapes == null) {
            return new Shape(operation.apply(query.chain()), slots + newSlots, null);
        }
        Shape known = next.get(key);
        if (known == null) {
            known = new Shape(operation.apply(query.chain()), slots + newSlots, shapes);
            Shape other = next.putIfAbsent(key, known);
            if (other == null) {
                shapes.learned();
            } else {
                known = other;
            }
        }
        return known;
    }

    /** Something made of the query once; it must not depend on values. */
    @SuppressWarnings("unchecked")
    <T> T once(Object key, Supplier<T> maker) {
        Object known = made.get(key);
        if (known == null) {
            T fresh = maker.get();
            Object other = made.putIfAbsent(key, fresh);
            known = other == null ? fresh : other;
        }
        return (T) known;
    }

    @Nullable
    Object made(Object key) {
        return made.get(key);
    }

    void keep(Object key, Object value) {
        made.put(key, value);
    }
}
