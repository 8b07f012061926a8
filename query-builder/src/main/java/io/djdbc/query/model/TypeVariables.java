package io.djdbc.query.model;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the type variables of a class's superclasses stand for in this class. */
final class TypeVariables {

    private final Map<TypeVariable<?>, Type> actual = new HashMap<>();

    TypeVariables(Class<?> type) {
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            if (at.getGenericSuperclass() instanceof ParameterizedType parameterized
                    && parameterized.getRawType() instanceof Class<?> raw) {
                TypeVariable<?>[] variables = raw.getTypeParameters();
                for (int i = 0; i < variables.length; i++) {
                    actual.put(variables[i], parameterized.getActualTypeArguments()[i]);
                }
            }
        }
    }

    /** The class of a declared type. */
    Class<?> raw(Type type) {
        Type resolved = resolve(type);
        if (resolved instanceof Class<?> plain) {
            return plain;
        }
        if (resolved instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        if (resolved instanceof TypeVariable<?> variable) {
            return raw(variable.getBounds()[0]);
        }
        if (resolved instanceof WildcardType wildcard) {
            return raw(wildcard.getUpperBounds()[0]);
        }
        if (resolved instanceof GenericArrayType array) {
            return raw(array.getGenericComponentType()).arrayType();
        }
        return Object.class;
    }

    /** The class of the elements of a collection: the first type argument; null if the type has none. */
    @Nullable
    Class<?> element(Type type) {
        return resolve(type) instanceof ParameterizedType parameterized
                ? raw(parameterized.getActualTypeArguments()[0])
                : null;
    }

    private Type resolve(Type type) {
        Type resolved = type;
        while (resolved instanceof TypeVariable<?> variable && actual.containsKey(variable)) {
            resolved = actual.get(variable);
        }
        return resolved;
    }
}
