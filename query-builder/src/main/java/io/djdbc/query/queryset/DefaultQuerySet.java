package io.djdbc.query.queryset;

import io.djdbc.query.BulkOptions;
import io.djdbc.query.CreateResult;
import io.djdbc.query.Deletion;
import io.djdbc.query.Lock;
import io.djdbc.query.Manager;
import io.djdbc.query.NotSupportedError;
import io.djdbc.query.Prefetch;
import io.djdbc.query.Q;
import io.djdbc.query.QuerySet;
import io.djdbc.query.RowIterator;
import io.djdbc.query.delete.Deleting;
import io.djdbc.query.execute.Session;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.model.Model;
import io.djdbc.query.related.Prefetcher;
import io.djdbc.query.sql.Query;
import io.djdbc.query.write.BulkCreation;
import io.djdbc.query.write.BulkUpdating;
import io.djdbc.query.write.Creation;
import io.djdbc.query.write.Updating;
import jakarta.persistence.metamodel.Attribute;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A query, how its rows become objects, and the rows once they are read. */
public final class DefaultQuerySet<T> implements QuerySet<T> {

    private static final int GET_LIMIT = 21;
    private static final int CHUNK = 2000;

    private final Definition definition;
    private volatile @Nullable List<T> kept;

    DefaultQuerySet(Definition definition) {
        this.definition = definition;
    }

    /** All rows of a model. */
    public static <T> Manager<T> all(Session session, Model model) {
        return new DefaultManager<>(new DefaultQuerySet<>(Definition.of(session, model)));
    }

    /** All rows of a model as a query set. */
    public static <T> DefaultQuerySet<T> rows(Session session, Model model) {
        return new DefaultQuerySet<>(Definition.of(session, model));
    }

    /** The rows of a definition. */
    public static <T> DefaultQuerySet<T> of(Definition definition) {
        return new DefaultQuerySet<>(definition);
    }

    /** A query set stands for its query, as a value. */
    public static @Nullable Object asValue(@Nullable Object value) {
        return Conditions.value(value);
    }

    public Definition definition() {
        return definition;
    }

    public Session session() {
        return definition.session();
    }

    public Model model() {
        return definition.model();
    }

    <R> DefaultQuerySet<R> with(Definition other) {
        return new DefaultQuerySet<>(other);
    }

    /** The same query with these rows kept. */
    public static <T> DefaultQuerySet<T> kept(Definition definition, List<T> rows) {
        DefaultQuerySet<T> set = new DefaultQuerySet<>(definition);
        set.kept = Collections.unmodifiableList(rows);
        return set;
    }

    private Query copy() {
        return definition.query().chain();
    }

    /** What an operation without values makes of the query, which is looked up if it was done before. */
    private DefaultQuerySet<T> known(Object key, UnaryOperator<Query> operation) {
        return with(definition.with(definition.shaped().apply(key, operation)));
    }

    private DefaultQuerySet<T> with(Query query) {
        return new DefaultQuerySet<>(definition.with(query));
    }

    private void refuseCombined(String method) {
        if (definition.structure().combinator() != null) {
            throw new NotSupportedError("Calling QuerySet." + method + "() after "
                    + definition.structure().combinator() + "() is not supported.");
        }
    }

    private void refuseSliced(String what) {
        if (definition.structure().isSliced()) {
            throw new IllegalStateException(what);
        }
    }

    // kept rows

    private List<T> rows() {
        List<T> rows = kept;
        if (rows == null) {
            synchronized (this) {
                rows = kept;
                if (rows == null) {
                    rows = Collections.unmodifiableList(read());
                    kept = rows;
                }
            }
        }
        return rows;
    }

    private List<T> read() {
        List<T> rows = Reading.list(definition);
        if (!definition.prefetches().isEmpty()) {
            Prefetcher.prefetch(definition.session(), rows, definition.prefetches());
        }
        return rows;
    }

    @Override
    public List<T> toList() {
        return rows();
    }

    @Override
    public Stream<T> stream() {
        return rows().stream();
    }

    @Override
    public Iterator<T> iterator() {
        return rows().iterator();
    }

    @Override
    public int size() {
        return rows().size();
    }

    @Override
    public boolean isEmpty() {
        return rows().isEmpty();
    }

    @Override
    public boolean isEvaluated() {
        return kept != null;
    }

    @Override
    public boolean isOrdered() {
        return definition.isOrdered();
    }

    @Override
    public Query query() {
        return copy();
    }

    @Override
    public RowIterator<T> iterate() {
        return iterate(CHUNK);
    }

    @Override
    public RowIterator<T> iterate(int chunk) {
        if (chunk <= 0) {
            throw new IllegalArgumentException("Chunk size must be strictly positive.");
        }
        return Reading.iterate(definition, chunk);
    }

    // query sets

    @Override
    public QuerySet<T> all() {
        return new DefaultQuerySet<>(definition);
    }

    @Override
    public QuerySet<T> none() {
        Query query = copy();
        query.setEmpty();
        return with(query);
    }

    @Override
    public QuerySet<T> filter(String path, @Nullable Object value, @Nullable Object... more) {
        return filterOrExclude(false, Conditions.of(path, value, more));
    }

    @Override
    public QuerySet<T> filter(Attribute<?, ?> attribute, @Nullable Object value) {
        return filterOrExclude(false, Conditions.of(attribute.getName(), value));
    }

    @Override
    public QuerySet<T> filter(Expression... conditions) {
        return filterOrExclude(false, Conditions.of(conditions));
    }

    @Override
    public QuerySet<T> exclude(String path, @Nullable Object value, @Nullable Object... more) {
        return filterOrExclude(true, Conditions.of(path, value, more));
    }

    @Override
    public QuerySet<T> exclude(Expression... conditions) {
        return filterOrExclude(true, Conditions.of(conditions));
    }

    private DefaultQuerySet<T> filterOrExclude(boolean negate, Q condition) {
        refuseCombined(negate ? "exclude" : "filter");
        if (!condition.isEmpty()) {
            refuseSliced("Cannot filter a query once a slice has been taken.");
        }
        return with(definition.with(definition.shaped().where(condition, negate)));
    }

    @Override
    public QuerySet<T> orderBy(Object... by) {
        refuseSliced("Cannot reorder a query once a slice has been taken.");
        List<Object> paths = Arrays.stream(by).map(Conditions::path).toList();
        return known(List.of("order_by", paths), query -> {
            query.clearOrdering(true, false);
            query.addOrdering(paths);
            return query;
        });
    }

    @Override
    public QuerySet<T> reverse() {
        refuseSliced("Cannot reverse a query once a slice has been taken.");
        return known("reverse", query -> {
            query.reverseOrdering();
            return query;
        });
    }

    @Override
    public QuerySet<T> distinct(String... fields) {
        refuseCombined("distinct");
        refuseSliced("Cannot create distinct fields once a slice has been taken.");
        List<String> names = List.of(fields);
        return known(List.of("distinct", names), query -> {
            query.setDistinct(names);
            return query;
        });
    }

    @Override
    public QuerySet<T> slice(@Nullable Integer start, @Nullable Integer stop) {
        refuseNegative(start);
        refuseNegative(stop);
        List<T> rows = kept;
        if (rows != null) {
            int from = Math.min(start == null ? 0 : start, rows.size());
            int to = Math.max(from, stop == null ? rows.size() : Math.min(stop, rows.size()));
            return kept(sliced(start, stop), rows.subList(from, to));
        }
        return new DefaultQuerySet<>(sliced(start, stop));
    }

    private Definition sliced(@Nullable Integer start, @Nullable Integer stop) {
        return definition.with(definition.shaped().apply(Arrays.asList("slice", start, stop), query -> {
            query.setLimits(start, stop);
            return query;
        }));
    }

    private static void refuseNegative(@Nullable Integer index) {
        if (index != null && index < 0) {
            throw new IllegalArgumentException("Negative indexing is not supported.");
        }
    }

    @Override
    public List<T> slice(@Nullable Integer start, @Nullable Integer stop, int step) {
        if (step <= 0) {
            throw new IllegalArgumentException("Negative indexing is not supported.");
        }
        List<T> rows = slice(start, stop).toList();
        List<T> result = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += step) {
            result.add(rows.get(i));
        }
        return result;
    }

    @Override
    public T at(int index) {
        refuseNegative(index);
        List<T> rows = kept;
        List<T> one = rows == null ? Reading.<T>list(sliced(index, index + 1)) : rows;
        int at = rows == null ? 0 : index;
        if (at >= one.size()) {
            throw new IndexOutOfBoundsException("list index out of range");
        }
        return one.get(at);
    }

    @Override
    public QuerySet<Map<String, @Nullable Object>> values(Object... fields) {
        return with(Selecting.values(definition, fields, Map.of()));
    }

    @Override
    public QuerySet<Map<String, @Nullable Object>> values(
            List<?> fields, Map<String, ? extends Expression> expressions) {
        return with(Selecting.values(definition, fields.toArray(), expressions));
    }

    @Override
    public QuerySet<List<@Nullable Object>> valuesList(Object... fields) {
        return with(Selecting.lists(definition, fields));
    }

    @Override
    public <V> QuerySet<V> flat(Object... field) {
        return with(Selecting.flat(definition, field));
    }

    @Override
    public QuerySet<LocalDate> dates(String field, String kind) {
        return dates(field, kind, "ASC");
    }

    @Override
    public QuerySet<LocalDate> dates(String field, String kind, String order) {
        return with(Selecting.dates(definition, field, kind, order));
    }

    @Override
    public QuerySet<OffsetDateTime> datetimes(String field, String kind) {
        return datetimes(field, kind, "ASC");
    }

    @Override
    public QuerySet<OffsetDateTime> datetimes(String field, String kind, String order) {
        return with(Selecting.datetimes(definition, field, kind, order));
    }

    @Override
    public QuerySet<T> only(String... fields) {
        refuseCombined("only");
        definition.refuseValues("only");
        for (String field : fields) {
            Selecting.refuseLookup(definition, field, "only");
        }
        Query query = copy();
        query.setImmediate(Arrays.asList(fields));
        return with(query);
    }

    @Override
    public QuerySet<T> defer(String @Nullable ... fields) {
        refuseCombined("defer");
        definition.refuseValues("defer");
        Query query = copy();
        if (fields == null) {
            query.clearDeferred();
        } else {
            query.addDeferred(Arrays.asList(fields));
        }
        return with(query);
    }

    @Override
    public QuerySet<T> selectRelated(String @Nullable ... paths) {
        refuseCombined("select_related");
        definition.refuseValues("select_related");
        Query query = copy();
        if (paths == null) {
            query.clearSelectRelated();
        } else {
            query.addSelectRelated(Arrays.asList(paths));
        }
        return with(query);
    }

    @Override
    public QuerySet<T> prefetchRelated(Object @Nullable ... lookups) {
        refuseCombined("prefetch_related");
        if (lookups == null) {
            return new DefaultQuerySet<>(definition.withPrefetches(List.of()));
        }
        List<Object> all = new ArrayList<>(definition.prefetches());
        for (Object lookup : lookups) {
            all.add(lookup instanceof Prefetch prefetch ? prefetch : Prefetch.of(Conditions.name(lookup)));
        }
        return new DefaultQuerySet<>(definition.withPrefetches(all));
    }

    @Override
    public QuerySet<T> annotate(String name, Expression expression) {
        return annotate(Map.of(name, expression));
    }

    @Override
    public QuerySet<T> annotate(Map<String, ? extends Expression> expressions) {
        refuseCombined("annotate");
        return with(Selecting.annotated(definition, expressions, true));
    }

    @Override
    public QuerySet<T> alias(String name, Expression expression) {
        return alias(Map.of(name, expression));
    }

    @Override
    public QuerySet<T> alias(Map<String, ? extends Expression> expressions) {
        refuseCombined("alias");
        return with(Selecting.annotated(definition, expressions, false));
    }

    @Override
    public QuerySet<T> union(QuerySet<?>... others) {
        return with(Combining.union(definition, Arrays.asList(others), false));
    }

    @Override
    public QuerySet<T> unionAll(QuerySet<?>... others) {
        return with(Combining.union(definition, Arrays.asList(others), true));
    }

    @Override
    public QuerySet<T> intersection(QuerySet<?>... others) {
        return with(Combining.intersection(definition, Arrays.asList(others)));
    }

    @Override
    public QuerySet<T> difference(QuerySet<?>... others) {
        return with(Combining.difference(definition, Arrays.asList(others)));
    }

    @Override
    public QuerySet<T> or(QuerySet<T> other) {
        return with(Combining.operator(definition, ((DefaultQuerySet<?>) other).definition, Q.Connector.OR));
    }

    @Override
    public QuerySet<T> and(QuerySet<T> other) {
        return with(Combining.operator(definition, ((DefaultQuerySet<?>) other).definition, Q.Connector.AND));
    }

    @Override
    public QuerySet<T> xor(QuerySet<T> other) {
        return with(Combining.operator(definition, ((DefaultQuerySet<?>) other).definition, Q.Connector.XOR));
    }

    @Override
    public QuerySet<T> selectForUpdate() {
        return selectForUpdate(Lock.UPDATE);
    }

    @Override
    public QuerySet<T> selectForUpdate(Lock how) {
        refuseCombined("select_for_update");
        Query query = copy();
        query.setLock(new Query.Lock(how.nowait(), how.skipLocked(), how.noKey(), how.of()));
        return new DefaultQuerySet<>(definition.with(query).forWrite());
    }

    @Override
    public QuerySet<T> using(String alias) {
        return new DefaultQuerySet<>(definition.using(alias));
    }

    @Override
    public QuerySet<T> raw(String sql, @Nullable Object... parameters) {
        return new DefaultQuerySet<>(definition.withRaw(new RawQuery(sql, Arrays.asList(parameters))));
    }

    // answers

    @Override
    public T get(String path, @Nullable Object value, @Nullable Object... more) {
        return get(Conditions.of(path, value, more));
    }

    @Override
    public T get(Expression... conditions) {
        if (definition.structure().combinator() != null && conditions.length > 0) {
            throw new NotSupportedError("Calling QuerySet.get(...) with filters after "
                    + definition.structure().combinator() + "() is not supported.");
        }
        Q condition = Conditions.of(conditions);
        DefaultQuerySet<T> found =
                definition.structure().combinator() != null ? this : filterOrExclude(false, condition);
        boolean limited = !found.definition.structure().isSliced();
        return one(found.known("get", DefaultQuerySet::limitedForGet).toList(), limited);
    }

    private static Query limitedForGet(Query query) {
        if (!query.isSliced() && query.distinctFields().isEmpty()) {
            query.clearOrdering(false, true);
        }
        if (!query.isSliced()) {
            query.setLimits(null, GET_LIMIT);
        }
        return query;
    }

    private T one(List<T> rows, boolean limited) {
        if (rows.size() == 1) {
            return rows.get(0);
        }
        throw rows.isEmpty()
                ? Failures.doesNotExist(model())
                : Failures.several(model(), rows.size(), limited, GET_LIMIT);
    }

    @Override
    public @Nullable T first() {
        DefaultQuerySet<T> ordered = this;
        if (!isOrdered()) {
            definition.refuseUnorderedGroups("first");
            ordered = (DefaultQuerySet<T>) orderBy("pk");
        }
        List<T> rows = ordered.slice(0, 1).toList();
        return rows.isEmpty() ? null : rows.get(0);
    }

    @Override
    public @Nullable T last() {
        QuerySet<T> ordered;
        if (isOrdered()) {
            ordered = reverse();
        } else {
            definition.refuseUnorderedGroups("last");
            ordered = orderBy("-pk");
        }
        List<T> rows = ordered.slice(0, 1).toList();
        return rows.isEmpty() ? null : rows.get(0);
    }

    @Override
    public T earliest(String... fields) {
        return extreme(fields, false);
    }

    @Override
    public T latest(String... fields) {
        return extreme(fields, true);
    }

    private T extreme(String[] fields, boolean last) {
        List<String> by = fields.length == 0 ? model().getLatestBy() : Arrays.asList(fields);
        if (by.isEmpty()) {
            throw new IllegalArgumentException("earliest() and latest() require either fields as positional arguments"
                    + " or 'get_latest_by' in the model's Meta.");
        }
        refuseSliced("Cannot change a query once a slice has been taken.");
        Query query = copy();
        query.setLimits(null, 1);
        query.clearOrdering(true, false);
        query.addOrdering(List.copyOf(by));
        if (last) {
            query.reverseOrdering();
        }
        return with(query).get();
    }

    @Override
    public long count() {
        List<T> rows = kept;
        return rows != null ? rows.size() : Reading.count(definition);
    }

    @Override
    public boolean exists() {
        List<T> rows = kept;
        return rows != null ? !rows.isEmpty() : Reading.exists(definition);
    }

    @Override
    public boolean contains(Object instance) {
        refuseCombined("contains");
        definition.refuseValues("contains");
        return Containing.contains(this, instance);
    }

    @Nullable
    List<T> keptRows() {
        return kept;
    }

    @Override
    public Map<Object, T> inBulk() {
        return BulkReading.all(this, "pk");
    }

    @Override
    public Map<Object, T> inBulk(Collection<?> keys) {
        return BulkReading.of(this, keys, "pk");
    }

    @Override
    public Map<Object, T> inBulk(Collection<?> keys, String field) {
        return BulkReading.of(this, keys, field);
    }

    @Override
    public @Nullable Object aggregate(Expression aggregate) {
        return aggregate(Map.of("value", aggregate)).get("value");
    }

    @Override
    public Map<String, @Nullable Object> aggregate(Map<String, ? extends Expression> aggregates) {
        refuseCombined("aggregate");
        Map<String, Expression> resolved = new LinkedHashMap<>();
        aggregates.forEach((name, expression) -> resolved.put(name, Conditions.expression(expression)));
        return Reading.aggregate(definition, resolved);
    }

    @Override
    public String explain() {
        return explain(Map.of());
    }

    @Override
    public String explain(Map<String, ?> options) {
        return Reading.explain(definition, options);
    }

    // writing

    @Override
    public T create(String field, @Nullable Object value, @Nullable Object... more) {
        return create(Conditions.pairs(field, value, more));
    }

    @Override
    public T create(Map<String, ? extends @Nullable Object> fields) {
        return Creation.create(definition, fields);
    }

    @Override
    public CreateResult<T> getOrCreate(
            Map<String, ? extends @Nullable Object> lookups, Map<String, ? extends @Nullable Object> defaults) {
        return Creation.getOrCreate(this, lookups, defaults);
    }

    @Override
    public CreateResult<T> updateOrCreate(
            Map<String, ? extends @Nullable Object> lookups, Map<String, ? extends @Nullable Object> defaults) {
        return Creation.updateOrCreate(this, lookups, defaults, defaults);
    }

    @Override
    public CreateResult<T> updateOrCreate(
            Map<String, ? extends @Nullable Object> lookups,
            Map<String, ? extends @Nullable Object> defaults,
            Map<String, ? extends @Nullable Object> createDefaults) {
        return Creation.updateOrCreate(this, lookups, defaults, createDefaults);
    }

    @Override
    public List<T> bulkCreate(Collection<T> objects) {
        return bulkCreate(objects, BulkOptions.DEFAULT);
    }

    @Override
    public List<T> bulkCreate(Collection<T> objects, BulkOptions options) {
        return BulkCreation.create(definition, List.copyOf(objects), options);
    }

    @Override
    public long bulkUpdate(Collection<T> objects, String... fields) {
        return bulkUpdate(objects, Arrays.asList(fields), null);
    }

    @Override
    public long bulkUpdate(Collection<T> objects, Collection<String> fields, @Nullable Integer batchSize) {
        return BulkUpdating.update(this, List.copyOf(objects), List.copyOf(fields), batchSize);
    }

    @Override
    public long update(String field, @Nullable Object value, @Nullable Object... more) {
        return update(Conditions.pairs(field, value, more));
    }

    @Override
    public long update(Map<String, ? extends @Nullable Object> fields) {
        refuseCombined("update");
        refuseSliced("Cannot update a query once a slice has been taken.");
        long updated = Updating.update(definition, fields);
        kept = null;
        return updated;
    }

    @Override
    public Deletion delete() {
        refuseCombined("delete");
        refuseSliced("Cannot use 'limit' or 'offset' with delete().");
        if (!definition.query().distinctFields().isEmpty()) {
            throw new IllegalStateException("Cannot call delete() after .distinct(*fields).");
        }
        if (!definition.isInstances()) {
            throw new IllegalStateException("Cannot call delete() after .values() or .values_list()");
        }
        Deletion deletion = new Deleting(session()).delete(definition);
        kept = null;
        return deletion;
    }

    @Override
    public String toString() {
        return "QuerySet of " + model().label() + (kept == null ? "" : ", " + rows().size() + " rows");
    }
}
