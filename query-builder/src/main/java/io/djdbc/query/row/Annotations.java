package io.djdbc.query.row;

import io.djdbc.query.model.Model;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where the values of {@code annotate()} go: into an attribute of that name if the class has one, and beside it. */
final class Annotations {

    private final Class<?> type;
    private final Map<String, Optional<MethodHandle>> setters = new ConcurrentHashMap<>();

    Annotations(Model model) {
        this.type = model.entityClass();
    }

    void set(Object instance, String name, @Nullable Object value) {
        InstanceStates.of(instance).annotations().put(name, value);
        Optional<MethodHandle> setter = setters.computeIfAbsent(name, this::setter);
        if (setter.isPresent()) {
            try {
                setter.get().invoke(instance, value);
            } catch (ClassCastException | NullPointerException otherType) {
                // it is found beside the instance
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("setting " + name + ": " + e, e);
            }
        }
    }

    private Optional<MethodHandle> setter(String name) {
        for (Class<?> at = type; at != null && at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (field.getName().equals(name) || field.getName().equals(camelCase(name))) {
                    return handle(field);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<MethodHandle> handle(Field field) {
        try {
            field.setAccessible(true);
            return Optional.of(MethodHandles.lookup().unreflectSetter(field));
        } catch (IllegalAccessException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String camelCase(String name) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_' && i + 1 < name.length()) {
                result.append(Character.toUpperCase(name.charAt(++i)));
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }
}
