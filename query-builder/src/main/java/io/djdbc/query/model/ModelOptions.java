package io.djdbc.query.model;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What Django's {@code class Meta} says of a model and JPA has no annotation for. On a package ({@code
 * package-info.java}) only {@link #app} counts, and holds for all models in it.
 *
 * <pre>{@code
 * @Entity
 * @ModelOptions(app = "odd", ordering = {"-priority", "name"})
 * public class Team { … }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.PACKAGE})
public @interface ModelOptions {

    /**
     * Django's application label, from which the table gets its name: {@code blog} makes {@code blog_entry}. Default:
     * that of the package; else the last part of the package's name that is not {@code model}, {@code models}, {@code
     * entity}, {@code entities} or {@code domain}.
     */
    String app() default "";

    /** Django's {@code ordering}: the order of query sets that say none; paths, with {@code -} for descending. */
    String[] ordering() default {};

    /** Django's {@code get_latest_by}: the fields by which {@code latest()} and {@code earliest()} go. */
    String[] getLatestBy() default {};

    /**
     * Django's {@code proxy}: a subclass that adds no field, and has its parent's table. Without it a subclass of an
     * entity has a table of its own that is joined with the parent's ({@code @Inheritance(JOINED)}).
     */
    boolean proxy() default false;

    /** Django's {@code managed}: false leaves the table to somebody else, so that {@code schema()} does not create it. */
    boolean managed() default true;
}
