package io.djdbc.query.lookup;

import io.djdbc.query.model.ThroughRow;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/** Which values are objects of models. */
public final class Instances {

    private Instances() {}

    /** Whether the value is an object of some model. */
    public static boolean isInstance(@Nullable Object value) {
        if (value == null || value instanceof ThroughRow) {
            return value != null;
        }
        for (Class<?> type = value.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            if (type.isAnnotationPresent(Entity.class)) {
                return true;
            }
        }
        return false;
    }
}
