package io.djdbc.query.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
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

    /** An object in a message: its own text, or as Django shows one that has none, {@code City object (2)}. */
    public static String text(Object instance) {
        Class<?> type = instance.getClass();
        try {
            if (type.getMethod("toString").getDeclaringClass() != Object.class) {
                return instance.toString();
            }
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
        return type.getSimpleName() + " object (" + key(instance) + ")";
    }

    /** As Python's {@code repr()}: {@code <City: City object (2)>}. */
    public static String repr(Object instance) {
        return "<" + instance.getClass().getSimpleName() + ": " + text(instance) + ">";
    }

    /** What its attribute with {@code @Id} holds, of a related object again its key; '?' where it cannot be read. */
    private static Object key(Object instance) {
        for (Class<?> type = instance.getClass(); type != null; type = type.getSuperclass()) {
            for (java.lang.reflect.Field field : type.getDeclaredFields()) {
                if (field.isAnnotationPresent(Id.class) && field.trySetAccessible()) {
                    return key(field, instance);
                }
            }
        }
        return "?";
    }

    private static Object key(java.lang.reflect.Field field, Object instance) {
        try {
            Object key = field.get(instance);
            return key == null ? "None" : isInstance(key) ? key(key) : key;
        } catch (IllegalAccessException e) {
            return "?";
        }
    }
}
