package io.djdbc.query.row;

import io.djdbc.query.model.Model;
import io.djdbc.query.model.Models;
import io.djdbc.query.model.ThroughRow;
import org.jspecify.annotations.Nullable;

/** When two instances are the same row: one table, one key. */
public final class RowIdentity {

    private static final ClassValue<Model> MODELS = new ClassValue<>() {
        @Override
        protected Model computeValue(Class<?> type) {
            return Models.of(type).model(type);
        }
    };

    private RowIdentity() {}

    /** The primary key; null of an instance that has none yet. */
    public static @Nullable Object key(Object instance) {
        return model(instance).primaryKey().get(instance);
    }

    private static Model model(Object instance) {
        return instance instanceof ThroughRow row ? row.model() : MODELS.get(instance.getClass());
    }

    /** As Django compares instances: proxies count as what they stand for, and without a key only identity does. */
    public static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one == other) {
            return true;
        }
        if (one == null || other == null) {
            return false;
        }
        return table(one).equals(table(other)) && sameKey(key(one), key(other));
    }

    private static boolean sameKey(@Nullable Object one, @Nullable Object other) {
        return one != null && one.equals(other);
    }

    private static Object table(Object instance) {
        return instance instanceof ThroughRow row
                ? row.model().label()
                : model(instance).concrete().entityClass();
    }

    public static int hash(Object instance) {
        Object key = key(instance);
        return key == null ? System.identityHashCode(instance) : key.hashCode();
    }
}
