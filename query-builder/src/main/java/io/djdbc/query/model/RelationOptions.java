package io.djdbc.query.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What Django's {@code ForeignKey}, {@code OneToOneField} and {@code ManyToManyField} say and JPA has no annotation for.
 *
 * <pre>{@code
 * @ManyToOne
 * @RelationOptions(onDelete = OnDelete.SET_NULL, relatedName = "residents", relatedQueryName = "resident")
 * public City city;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface RelationOptions {

    /** What becomes of this object when the one that it points to is deleted. Not for many-to-many relations. */
    OnDelete onDelete() default OnDelete.CASCADE;

    /** With {@link OnDelete#SET}: the key to set, as text ({@code "2"}). */
    String setTo() default "";

    /**
     * Django's {@code related_name}: the name of the way back, {@code +} for none. Default: the name of the {@code
     * mappedBy} attribute on the other side if there is one, else {@code entry_set} (one-to-one: {@code entry}).
     */
    String relatedName() default "";

    /** Django's {@code related_query_name}: the way back in lookup paths. Default: {@link #relatedName}, else {@code entry}. */
    String relatedQueryName() default "";

    /** Django's {@code db_constraint}: false for a column without a foreign key constraint. */
    boolean dbConstraint() default true;

    /** Django's {@code db_index}: false for a foreign key without an index. */
    boolean dbIndex() default true;

    /**
     * Of a many-to-many relation from a model to itself: whether it is always mutual, as friends are and followers are
     * not. As in Django it is, unless this says false.
     */
    boolean symmetrical() default true;

    /** Of a many-to-many relation: the entity of the table between, if it is one of the application's own. */
    Class<?> through() default void.class;

    /**
     * Of a many-to-many relation with {@link #through}: the foreign key of that entity that points to this model, and
     * the one that points to the other; needed only where there are several.
     */
    String[] throughFields() default {};

    /** Of a foreign key: the default, as the key's text ({@code "1"}). An object as default is a field's initialiser. */
    String defaultKey() default "";
}
