package io.djdbc.query;

import io.djdbc.query.sql.Query;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Rows of a model, described but not read; Django's {@code QuerySet}.
 *
 * <pre>{@code
 * QuerySet<Entry> lennon = db.objects(Entry.class).filter("headline__contains", "Lennon");
 * for (Entry entry : lennon) { … }   // one query
 * for (Entry entry : lennon) { … }   // none: the rows are kept
 * lennon.exclude("rating", 5);       // another query set; this one stays as it is
 * }</pre>
 *
 * <p>It never changes, but for the rows that it keeps once they have been read: by iterating, {@link #toList}, {@link
 * #size} or {@link #isEmpty}; {@code at()}, {@code slice()}, {@code count()} and {@code exists()} use kept rows and keep
 * none. Safe for use by several threads: the rows are read once.
 */
public interface QuerySet<T> extends Manager<T>, Iterable<T> {

    /** The rows; a list that cannot be changed. */
    List<T> toList();

    /** The rows. */
    Stream<T> stream();

    @Override
    Iterator<T> iterator();

    /** How many rows there are, by reading them all; {@link #count} asks the database. */
    int size();

    /** Whether there is no row, by reading them all; {@link #exists} asks the database. */
    boolean isEmpty();

    /** Whether the rows have been read. */
    boolean isEvaluated();

    /** Rows that are in one of the two, Django's {@code |}. */
    QuerySet<T> or(QuerySet<T> other);

    /** Rows that are in both, Django's {@code &}. */
    QuerySet<T> and(QuerySet<T> other);

    /** Rows that are in one of the two but not in both, Django's {@code ^}. */
    QuerySet<T> xor(QuerySet<T> other);

    /** Deletes the rows, and what {@code on_delete} says of those that refer to them. */
    Deletion delete();

    /** Whether the rows are in an order. */
    boolean isOrdered();

    /** The query, a copy of it: for expressions that take one. */
    Query query();
}
