package io.djdbc.query.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What Django's fields say and JPA has no annotation for.
 *
 * <pre>{@code
 * @FieldOptions(type = FieldType.SLUG)
 * @Column(unique = true, length = 50)
 * public String slug = "";
 * }</pre>
 *
 * <p>A default value needs no annotation: it is what a new instance has, as in {@code public Integer rating = 5;}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface FieldOptions {

    /**
     * Django's field type, where the Java type alone does not tell it: {@link FieldType#SLUG}, {@link FieldType#JSON},
     * {@link FieldType#POSITIVE_INTEGER}… Default ({@link FieldType#AUTOMATIC}): by the Java type.
     */
    FieldType type() default FieldType.AUTOMATIC;

    /** The name in lookup paths, where Java cannot have it ({@code short}). Default: the Java name in snake_case. */
    String name() default "";

    /**
     * Django's {@code db_index}, {@code true} or {@code false}: an index of this column alone. Default: only a slug has
     * one. Foreign keys say it in {@link RelationOptions#dbIndex}.
     */
    boolean[] dbIndex() default {};
}
