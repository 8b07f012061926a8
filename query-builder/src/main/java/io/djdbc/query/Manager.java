package io.djdbc.query;

import io.djdbc.query.expression.Expression;
import jakarta.persistence.metamodel.Attribute;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the queries of a model begin, Django's {@code Entry.objects}; {@link QuerySet} has the same methods and more.
 *
 * <pre>{@code
 * Manager<Entry> entries = db.objects(Entry.class);
 * List<Entry> recent = entries.filter("headline__startswith", "What")
 *         .exclude("pub_date__gte", LocalDate.now())
 *         .orderBy("-pub_date").slice(0, 5).toList();
 * }</pre>
 *
 * <p>Paths are Django's: names of fields and relations, transforms and a lookup, with {@code __} between. {@code pubDate}
 * and {@code pub_date} are the same. Where a path is {@code Object}, a {@code String}, an {@link Attribute} of JPA's
 * static metamodel ({@code Entry_.headline}) or an {@link Expression} will do. Conditions come as pairs of path and
 * value, or as {@link Q} and other boolean expressions; all conditions of one call hold, and those over a relation to
 * many concern the same related object.
 *
 * <p>Methods that return a query set send nothing to the database. Methods that do so throw {@link DatabaseError}; a path
 * that leads nowhere is a {@link FieldError} at once. Safe for use by several threads.
 *
 * @param <T> what the rows are: instances, or with {@code values()} maps
 */
public interface Manager<T> {

    // query sets

    /** All rows; of a query set, a copy that is not evaluated. */
    QuerySet<T> all();

    /** No row, without asking the database. */
    QuerySet<T> none();

    /** Rows that meet all of the conditions. */
    QuerySet<T> filter(String path, @Nullable Object value, @Nullable Object... more);

    /** Rows that meet all of the conditions. */
    QuerySet<T> filter(Attribute<?, ?> attribute, @Nullable Object value);

    /** Rows that meet all of the conditions. */
    QuerySet<T> filter(Expression... conditions);

    /** Rows that do not meet all of the conditions. */
    QuerySet<T> exclude(String path, @Nullable Object value, @Nullable Object... more);

    /** Rows that do not meet the condition. */
    QuerySet<T> exclude(Attribute<?, ?> attribute, @Nullable Object value);

    /** Rows that do not meet all of the conditions. */
    QuerySet<T> exclude(Expression... conditions);

    /** In this order and no other: paths, with {@code -} before them for descending, or expressions; none: no order. */
    QuerySet<T> orderBy(Object... by);

    /** In the opposite order. */
    QuerySet<T> reverse();

    /** Every row once; with fields, one row for each combination of their values (PostgreSQL). */
    QuerySet<T> distinct(Object... fields);

    /**
     * A part of the rows.
     *
     * @param start the first, from 0; null for 0
     * @param stop the one after the last; null for none
     * @throws IllegalArgumentException for a negative number
     */
    QuerySet<T> slice(@Nullable Integer start, @Nullable Integer stop);

    /** Every step-th of these rows; reads them at once. */
    List<T> slice(@Nullable Integer start, @Nullable Integer stop, int step);

    /** Rows as maps: of the fields named (paths or expressions), or all. */
    QuerySet<Map<String, @Nullable Object>> values(Object... fields);

    /** Rows as maps of fields and of expressions by name. */
    QuerySet<Map<String, @Nullable Object>> values(List<?> fields, Map<String, ? extends Expression> expressions);

    /** Rows as lists. */
    QuerySet<List<@Nullable Object>> valuesList(Object... fields);

    /**
     * The values of one field, path or expression.
     *
     * @throws IllegalArgumentException for more than one
     */
    <V> QuerySet<V> flat(Object... field);

    /** The dates that occur in a field, cut to {@code year}, {@code month}, {@code week} or {@code day}. */
    QuerySet<LocalDate> dates(Object field, String kind);

    /** @param order {@code ASC} or {@code DESC} */
    QuerySet<LocalDate> dates(Object field, String kind, String order);

    /** The points in time that occur in a field, cut to {@code year} … {@code second} in the current time zone. */
    QuerySet<OffsetDateTime> datetimes(Object field, String kind);

    /** @param order {@code ASC} or {@code DESC} */
    QuerySet<OffsetDateTime> datetimes(Object field, String kind, String order);

    /** Reads these fields only; the others when they are asked for by {@link Database#load}. */
    QuerySet<T> only(Object... fields);

    /** Leaves these fields out; null clears what was left out before. */
    QuerySet<T> defer(Object @Nullable ... fields);

    /** Reads related objects in the same query: those of the paths, or without any all that must exist; null: none. */
    QuerySet<T> selectRelated(Object @Nullable ... paths);

    /** Reads related objects with one more query a relation: paths, or {@link Prefetch}; null clears. */
    QuerySet<T> prefetchRelated(Object @Nullable ... lookups);

    /** Gives each row a value more. */
    QuerySet<T> annotate(String name, Expression expression);

    /** Gives each row values more, in the map's order. */
    QuerySet<T> annotate(Map<String, ? extends Expression> expressions);

    /** Names an expression for later use in the query, without selecting it. */
    QuerySet<T> alias(String name, Expression expression);

    /** Names expressions for later use in the query, without selecting them. */
    QuerySet<T> alias(Map<String, ? extends Expression> expressions);

    /** Rows of this or of the others, each once. */
    QuerySet<T> union(QuerySet<?>... others);

    /** Rows of this and of the others, as often as they occur. */
    QuerySet<T> unionAll(QuerySet<?>... others);

    /** Rows that are in all of them. */
    QuerySet<T> intersection(QuerySet<?>... others);

    /** Rows that are in none of the others. */
    QuerySet<T> difference(QuerySet<?>... others);

    /** Locks the rows until the end of the transaction. */
    QuerySet<T> selectForUpdate();

    /** Locks the rows until the end of the transaction. */
    QuerySet<T> selectForUpdate(Lock lock);

    /** In the database with this alias. */
    QuerySet<T> using(String alias);

    /** Instances of SQL of one's own, which selects at least the primary key; {@code ?} are parameters. */
    QuerySet<T> raw(String sql, @Nullable Object... parameters);

    // answers

    /**
     * The only row that meets the conditions.
     *
     * @throws DoesNotExist if there is none
     * @throws MultipleObjectsReturned if there are several
     */
    T get(String path, @Nullable Object value, @Nullable Object... more);

    /** The only row that meets the condition. */
    T get(Attribute<?, ?> attribute, @Nullable Object value);

    /** The only row that meets the conditions, or without any the only row. */
    T get(Expression... conditions);

    /** The first row, by primary key if there is no order; null if there is none. */
    @Nullable
    T first();

    /** The last row, by primary key if there is no order; null if there is none. */
    @Nullable
    T last();

    /** The first by these fields, or by the model's {@code getLatestBy}. */
    T earliest(Object... fields);

    /** The last by these fields, or by the model's {@code getLatestBy}. */
    T latest(Object... fields);

    /**
     * The row at an index.
     *
     * @throws IndexOutOfBoundsException if there are fewer rows
     */
    T at(int index);

    /** How many rows there are. */
    long count();

    /** Whether there is a row. */
    boolean exists();

    /** Whether the instance is among the rows. */
    boolean contains(Object instance);

    /** All rows by primary key. */
    Map<Object, T> inBulk();

    /** Rows by primary key, of these keys. */
    Map<Object, T> inBulk(Collection<?> keys);

    /** Rows by the values of a unique field. */
    Map<Object, T> inBulk(Collection<?> keys, Object field);

    /** One value over all rows. */
    @Nullable
    Object aggregate(Expression aggregate);

    /** Values over all rows, by name. */
    Map<String, @Nullable Object> aggregate(Map<String, ? extends Expression> aggregates);

    /** How the database would do it, in its own words. */
    String explain();

    /** @param options such as {@code format} and {@code analyze}; checked against what the database knows */
    String explain(Map<String, ? extends @Nullable Object> options);

    /**
     * Instances read as they are asked for, 2,000 at a time; a loop over them keeps nothing. With MySQL's own driver they
     * come row by row outside of a transaction, and all at once inside of one.
     */
    RowIterator<T> iterate();

    /** @param chunk how many rows to read at a time; instances are prefetched chunk by chunk */
    RowIterator<T> iterate(int chunk);

    // writing

    /** Makes an instance and inserts it. */
    T create(String field, @Nullable Object value, @Nullable Object... more);

    /** Makes an instance and inserts it. */
    T create(Map<String, ? extends @Nullable Object> fields);

    /** The instance that meets the lookups, or a new one of these and the defaults. */
    CreateResult<T> getOrCreate(
            Map<String, ? extends @Nullable Object> lookups, Map<String, ? extends @Nullable Object> defaults);

    /** Changes the instance that meets the lookups, or makes one of these and the defaults. */
    CreateResult<T> updateOrCreate(
            Map<String, ? extends @Nullable Object> lookups, Map<String, ? extends @Nullable Object> defaults);

    /** @param createDefaults what a new one gets instead of the defaults */
    CreateResult<T> updateOrCreate(
            Map<String, ? extends @Nullable Object> lookups,
            Map<String, ? extends @Nullable Object> defaults,
            Map<String, ? extends @Nullable Object> createDefaults);

    /** Inserts many with few statements; gives them their keys where the database tells them. */
    List<T> bulkCreate(Collection<T> objects);

    /** Inserts many with few statements. */
    List<T> bulkCreate(Collection<T> objects, BulkOptions options);

    /** Writes these fields of many with few statements; says how many rows were met. */
    long bulkUpdate(Collection<T> objects, Object... fields);

    /** @param batchSize how many a statement; null for as many as the database takes */
    long bulkUpdate(Collection<T> objects, Collection<String> fields, @Nullable Integer batchSize);

    /** Sets fields of all rows, to values or expressions, with one statement; says how many rows were met. */
    long update(String field, @Nullable Object value, @Nullable Object... more);

    /** Sets a field of all rows, to a value or an expression, with one statement; says how many rows were met. */
    long update(Attribute<?, ?> field, @Nullable Object value);

    /** Sets fields of all rows, to values or expressions, with one statement; says how many rows were met. */
    long update(Map<String, ? extends @Nullable Object> fields);
}
