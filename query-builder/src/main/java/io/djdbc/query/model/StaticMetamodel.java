package io.djdbc.query.model;

import jakarta.persistence.metamodel.PluralAttribute;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Fills the attributes of JPA's static metamodel ({@code Entry_.headline}), which a JPA provider fills otherwise; those
 * that one has filled stay as they are. They know their name and class, and no more.
 */
final class StaticMetamodel {

    private StaticMetamodel() {}

    static void fill(Model model) {
        Class<?> metamodel = find(model.entityClass());
        if (metamodel == null) {
            return;
        }
        for (Field field : metamodel.getDeclaredFields()) {
            int modifiers = field.getModifiers();
            if (Modifier.isStatic(modifiers)
                    && !Modifier.isFinal(modifiers)
                    && jakarta.persistence.metamodel.Attribute.class.isAssignableFrom(field.getType())) {
                fill(model, field);
            }
        }
    }

    private static @Nullable Class<?> find(Class<?> entity) {
        try {
            return Class.forName(entity.getName() + "_", true, entity.getClassLoader());
        } catch (ClassNotFoundException none) {
            return null;
        }
    }

    private static void fill(Model model, Field field) {
        Accessor accessor = accessor(model, field.getName());
        if (accessor == null) {
            return; // left from an older version of the entity, or of a superclass
        }
        try {
            field.setAccessible(true);
            if (field.get(null) == null) {
                field.set(null, attribute(model, field, accessor));
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new ModelException(field.getDeclaringClass().getName() + "." + field.getName() + " cannot be set: "
                    + e.getMessage() + "; make it public static volatile, and open its package");
        }
    }

    private static @Nullable Accessor accessor(Model model, String javaName) {
        for (io.djdbc.query.model.Field field : model.fields()) {
            if (field.accessor().javaName().equals(javaName)) {
                return field.accessor();
            }
        }
        for (ManyToMany relation : model.manyToMany()) {
            Accessor accessor = relation.accessor();
            if (accessor != null && accessor.javaName().equals(javaName)) {
                return accessor;
            }
        }
        for (ReverseRelation relation : model.reverseRelations()) {
            Accessor accessor = relation.accessor();
            if (accessor != null && accessor.javaName().equals(javaName)) {
                return accessor;
            }
        }
        return null;
    }

    private static Object attribute(Model model, Field field, Accessor accessor) {
        InvocationHandler handler =
                new Described(model, accessor, PluralAttribute.class.isAssignableFrom(field.getType()));
        return Proxy.newProxyInstance(
                jakarta.persistence.metamodel.Attribute.class.getClassLoader(),
                new Class<?>[] {field.getType()},
                handler);
    }

    /** The answers of an attribute. */
    private record Described(Model model, Accessor accessor, boolean plural) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
            return switch (method.getName()) {
                case "getName", "toString" -> accessor.javaName();
                case "getJavaType" -> accessor.javaType();
                case "getJavaMember" -> member();
                case "isCollection" -> plural;
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> arguments != null && proxy == arguments[0];
                default ->
                    throw new UnsupportedOperationException(model.label() + "_." + accessor.javaName()
                            + " is an attribute without a JPA provider: it has a name and a class, but no "
                            + method.getName() + "()");
            };
        }

        private @Nullable Member member() {
            return accessor.readMember();
        }
    }
}
