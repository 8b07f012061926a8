package io.djdbc.query.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The persistent attributes that an entity class has for itself: its own and those of its mapped superclasses, but not
 * those of a parent entity; in the order of declaration, superclasses first.
 */
final class ClassAttributes {

    private final Class<?> entity;
    private final TypeVariables variables;
    private final boolean properties;
    private final Map<String, ClassAttribute> found = new LinkedHashMap<>();

    private ClassAttributes(Class<?> entity) {
        this.entity = entity;
        this.variables = new TypeVariables(entity);
        this.properties = accessByProperty(entity);
    }

    static List<ClassAttribute> of(Class<?> entity) {
        ClassAttributes attributes = new ClassAttributes(entity);
        Deque<Class<?>> declaring = new ArrayDeque<>();
        declaring.push(entity);
        for (Class<?> at = entity.getSuperclass(); at != null && !isEntity(at); at = at.getSuperclass()) {
            if (at.isAnnotationPresent(MappedSuperclass.class)) {
                declaring.push(at);
            }
        }
        declaring.forEach(attributes::collect);
        return new ArrayList<>(attributes.found.values());
    }

    static boolean isEntity(Class<?> type) {
        return type.isAnnotationPresent(Entity.class);
    }

    /** As JPA decides it: by {@code @Access}, else by where the key of the hierarchy has its annotation. */
    private static boolean accessByProperty(Class<?> entity) {
        for (Class<?> at = entity; at != null; at = at.getSuperclass()) {
            Access access = at.getAnnotation(Access.class);
            if (access != null) {
                return access.value() == AccessType.PROPERTY;
            }
        }
        for (Class<?> at = entity; at != null; at = at.getSuperclass()) {
            if (Arrays.stream(at.getDeclaredMethods()).anyMatch(ClassAttributes::isKey)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKey(AnnotatedElement declared) {
        return declared.isAnnotationPresent(Id.class) || declared.isAnnotationPresent(EmbeddedId.class);
    }

    private void collect(Class<?> type) {
        Access access = type.getAnnotation(Access.class);
        boolean byProperty = access == null ? properties : access.value() == AccessType.PROPERTY;
        Map<String, ClassAttribute> own = new LinkedHashMap<>();
        List<String> order = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            order.add(field.getName());
            if (isPersistent(field) && (accessOf(field, byProperty) == AccessType.FIELD)) {
                own.put(field.getName(), attribute(field));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            String name = propertyName(method);
            if (name != null && isPersistent(method) && accessOf(method, byProperty) == AccessType.PROPERTY) {
                own.put(name, attribute(name, method));
            }
        }
        // a class file keeps the order of fields, but not reliably that of methods
        own.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, ClassAttribute> entry) -> {
                            int at = order.indexOf(entry.getKey());
                            return at < 0 ? Integer.MAX_VALUE : at;
                        })
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> {
                    found.remove(entry.getKey());
                    found.put(entry.getKey(), entry.getValue());
                });
    }

    private static AccessType accessOf(AnnotatedElement declared, boolean byProperty) {
        Access access = declared.getAnnotation(Access.class);
        if (access != null) {
            return access.value();
        }
        return byProperty ? AccessType.PROPERTY : AccessType.FIELD;
    }

    private static boolean isPersistent(Field field) {
        int modifiers = field.getModifiers();
        return !Modifier.isStatic(modifiers)
                && !Modifier.isTransient(modifiers)
                && !field.isSynthetic()
                && !field.isAnnotationPresent(Transient.class);
    }

    private static boolean isPersistent(Method method) {
        return !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && !method.isBridge()
                && !method.isAnnotationPresent(Transient.class);
    }

    private ClassAttribute attribute(Field field) {
        Class<?> type = variables.raw(field.getGenericType());
        Accessor accessor = Accessors.ofField(entity, field, type);
        return new ClassAttribute(
                entity,
                field,
                accessor,
                type,
                variables.element(field.getGenericType()),
                override(field.getName(), field.getDeclaringClass()));
    }

    private ClassAttribute attribute(String name, Method getter) {
        Class<?> type = variables.raw(getter.getGenericReturnType());
        Method setter = setter(getter, name);
        Class<?> element = variables.element(getter.getGenericReturnType());
        if (setter == null && !Iterable.class.isAssignableFrom(type)) {
            throw new ModelException(entity.getName() + "." + getter.getName()
                    + "() has no setter; add one, or annotate the getter with @Transient");
        }
        return new ClassAttribute(
                entity,
                getter,
                Accessors.ofProperty(entity, name, type, getter, setter),
                type,
                element,
                override(name, getter.getDeclaringClass()));
    }

    /** What {@code @AttributeOverride} of the entity says of an attribute of a mapped superclass. */
    private @Nullable Column override(String name, Class<?> declaring) {
        if (declaring != entity) {
            for (AttributeOverride override : entity.getAnnotationsByType(AttributeOverride.class)) {
                if (override.name().equals(name)) {
                    return override.column();
                }
            }
        }
        return null;
    }

    private static @Nullable Method setter(Method getter, String name) {
        String setter = "set" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        try {
            return getter.getDeclaringClass().getDeclaredMethod(setter, getter.getReturnType());
        } catch (NoSuchMethodException none) {
            return null;
        }
    }

    /** As JavaBeans name it; null for what is no getter. */
    private static @Nullable String propertyName(Method method) {
        if (method.getParameterCount() > 0 || method.getReturnType() == void.class) {
            return null;
        }
        String name = method.getName();
        boolean flag = method.getReturnType() == boolean.class || method.getReturnType() == Boolean.class;
        String bare = name.startsWith("get") && name.length() > 3
                ? name.substring(3)
                : flag && name.startsWith("is") && name.length() > 2 ? name.substring(2) : "";
        if (bare.isEmpty() || name.equals("getClass")) {
            return null;
        }
        boolean acronym = bare.length() > 1 && Character.isUpperCase(bare.charAt(1));
        return acronym ? bare : bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }
}
