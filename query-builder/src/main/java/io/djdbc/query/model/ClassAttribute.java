package io.djdbc.query.model;

import jakarta.persistence.Column;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;

/**
 * A persistent attribute as a class declares it.
 *
 * @param owner the entity class
 * @param declared the field or the getter, which has the annotations
 * @param type its class, type variables resolved
 * @param element the class of its elements, if it is a collection
 * @param override the column that the entity gives to an attribute of a superclass; null for the declared one
 */
record ClassAttribute(
        Class<?> owner,
        AnnotatedElement declared,
        Accessor accessor,
        Class<?> type,
        @Nullable Class<?> element,
        @Nullable Column override) {

    <A extends Annotation> @Nullable A annotation(Class<A> annotation) {
        return override != null && annotation == Column.class
                ? annotation.cast(override)
                : declared.getAnnotation(annotation);
    }

    boolean has(Class<? extends Annotation> annotation) {
        return declared.isAnnotationPresent(annotation);
    }

    String javaName() {
        return accessor.javaName();
    }

    /** The name in lookup paths. */
    String name() {
        FieldOptions options = annotation(FieldOptions.class);
        return options == null || options.name().isEmpty() ? Paths.snakeCase(javaName()) : options.name();
    }

    Class<?> boxedType() {
        return JavaTypes.boxed(type);
    }

    ModelException wrong(String what) {
        return new ModelException(this + " " + what);
    }

    /** {@code com.example.Entry.pubDate}, for messages. */
    @Override
    public String toString() {
        return owner.getName() + "." + javaName();
    }
}
