package io.djdbc.query.related;

import io.djdbc.query.model.Accessor;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Puts related objects into the collection that an entity declares for them. */
final class DeclaredCollections {

    private DeclaredCollections() {}

    static void set(Object instance, Accessor accessor, List<Object> objects) {
        Class<?> type = accessor.javaType();
        if (type.isAssignableFrom(ArrayList.class)) {
            accessor.set(instance, new ArrayList<>(objects));
        } else if (type.isAssignableFrom(LinkedHashSet.class)) {
            accessor.set(instance, new LinkedHashSet<>(objects));
        }
    }
}
