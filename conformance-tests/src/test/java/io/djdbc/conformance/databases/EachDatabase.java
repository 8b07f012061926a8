package io.djdbc.conformance.databases;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the test class once on each database. The class takes its {@link TestDatabase} as a parameter of its
 * constructor or of any method of JUnit's, or inherits it from {@link DatabaseKit}. A database that cannot be had is
 * reported as <em>not run</em>, with the reason.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ClassTemplate
@ExtendWith(EachDatabaseExtension.class)
public @interface EachDatabase {

    /** The databases that the questions make sense for; empty for all. The others are left out of the matrix. */
    String[] value() default {};
}
