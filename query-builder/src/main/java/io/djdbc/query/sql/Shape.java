package io.djdbc.query.sql;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    /** What was asked for last: nearly always what is asked for again, and a look at it is shorter than a look-up. */
    private volatile @Nullable Made lastSelect;

    private volatile @Nullable Made lastReader;

    private record Made(Object key, Object value) {}

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

    /** The shape that an operation led to before; null if none did. */
    @Nullable
    Shape known(Object key) {
        return next.get(key);
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

    /** The compiled SELECT, or the exception that says that there is nothing to ask; null if it was not compiled. */
    @Nullable
    Object select(Compiler compiler) {
        Made last = lastSelect;
        if (last != null && last.key() == compiler) {
            return last.value();
        }
        Object compiled = made.get(compiler);
        if (compiled != null) {
            lastSelect = new Made(compiler, compiled);
        }
        return compiled;
    }

    /** How a database's rows of the SELECT are read; null if nobody has said so. */
    @Nullable
    Object reader(Object database) {
        Made last = lastReader;
        if (last != null && last.key() == database) {
            return last.value();
        }
        Object reader = made.get(database);
        if (reader != null) {
            lastReader = new Made(database, reader);
        }
        return reader;
    }

    /** Something made of the query; it must not depend on values. */
    @Nullable
    Object made(Object key) {
        return made.get(key);
    }

    void keep(Object key, Object value) {
        made.put(key, value);
    }
}
