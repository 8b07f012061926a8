package io.djdbc.query;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The objects that an instance is related to: the other side of a foreign key, or of a many-to-many relation. Django's
 * related manager. An entity may declare its relations as such.
 *
 * <pre>{@code
 * db.related(entry, "authors").add(john, paul);
 * entry.authors.add(john, paul);   // where the field is a RelatedSet<Author>
 * }</pre>
 *
 * <p>Objects may be given as instances or keys.
 */
public interface RelatedSet<T> extends Manager<T> {

    /** Relates these objects too; those that are related already stay as they are. */
    void add(Object... objects);

    /** @param throughDefaults values of further fields of the table between */
    void add(Collection<?> objects, Map<String, ? extends @Nullable Object> throughDefaults);

    /** Relates these objects by saving each; those of the other side of a foreign key may be new. */
    void addEach(Object... objects);

    /**
     * Relates these objects no longer.
     *
     * @throws UnsupportedOperationException on the other side of a foreign key that cannot be null
     */
    void remove(Object... objects);

    /** Relates no object any longer. */
    void clear();

    /** Relates these objects and no others, with as few changes as possible. */
    void set(Collection<?> objects);

    /** @param clear takes all away first, and then adds */
    void set(Collection<?> objects, boolean clear);
}
