package io.djdbc.query;

import org.jspecify.annotations.Nullable;

/**
 * Says which database a model's rows are read from and written to; Django's router. Null leaves the choice to others: the
 * database of the instance at hand, or the default one.
 *
 * <pre>{@code
 * Database db = Database.builder().database("default", primary).database("replica", replica)
 *         .router(new DatabaseRouter() {
 *             public String forRead(Class<?> entity) { return "replica"; }
 *             public String forWrite(Class<?> entity) { return "default"; }
 *         }).build();
 * }</pre>
 */
public interface DatabaseRouter {

    /** The alias of the database to read from. */
    default @Nullable String forRead(Class<?> entity) {
        return null;
    }

    /** The alias of the database to write to. */
    default @Nullable String forWrite(Class<?> entity) {
        return null;
    }
}
