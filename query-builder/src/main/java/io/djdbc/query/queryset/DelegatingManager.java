package io.djdbc.query.queryset;

import io.djdbc.query.BulkOptions;
import io.djdbc.query.CreateResult;
import io.djdbc.query.Lock;
import io.djdbc.query.Manager;
import io.djdbc.query.QuerySet;
import io.djdbc.query.RowIterator;
import io.djdbc.query.expression.Expression;
import jakarta.persistence.metamodel.Attribute;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A manager that asks a query set, a new one each time so that nothing is kept. */
public abstract class DelegatingManager<T> implements Manager<T> {

    /** The rows that it begins with. */
    protected abstract QuerySet<T> rows();

    @Override
    public QuerySet<T> all() {
        return rows().all();
    }

    @Override
    public QuerySet<T> none() {
        return rows().none();
    }

    @Override
    public QuerySet<T> filter(String path, @Nullable Object value, @Nullable Object... more) {
        return rows().filter(path, value, more);
    }

    @Override
    public QuerySet<T> filter(Attribute<?, ?> attribute, @Nullable Object value) {
        return rows().filter(attribute, value);
    }

    @Override
    public QuerySet<T> filter(Expression... conditions) {
        return rows().filter(conditions);
    }

    @Override
    public QuerySet<T> exclude(String path, @Nullable Object value, @Nullable Object... more) {
        return rows().exclude(path, value, more);
    }

    @Override
    public QuerySet<T> exclude(Attribute<?, ?> attribute, @Nullable Object value) {
        return rows().exclude(attribute, value);
    }

    @Override
    public QuerySet<T> exclude(Expression... conditions) {
        return rows().exclude(conditions);
    }

    @Override
    public QuerySet<T> orderBy(Object... by) {
        return rows().orderBy(by);
    }

    @Override
    public QuerySet<T> reverse() {
        return rows().reverse();
    }

    @Override
    public QuerySet<T> distinct(Object... fields) {
        return rows().distinct(fields);
    }

    @Override
    public QuerySet<T> slice(@Nullable Integer start, @Nullable Integer stop) {
        return rows().slice(start, stop);
    }

    @Override
    public List<T> slice(@Nullable Integer start, @Nullable Integer stop, int step) {
        return rows().slice(start, stop, step);
    }

    @Override
    public QuerySet<Map<String, @Nullable Object>> values(Object... fields) {
        return rows().values(fields);
    }

    @Override
    public QuerySet<Map<String, @Nullable Object>> values(
            List<?> fields, Map<String, ? extends Expression> expressions) {
        return rows().values(fields, expressions);
    }

    @Override
    public QuerySet<List<@Nullable Object>> valuesList(Object... fields) {
        return rows().valuesList(fields);
    }

    @Override
    public <V> QuerySet<V> flat(Object... field) {
        return rows().flat(field);
    }

    @Override
    public QuerySet<LocalDate> dates(Object field, String kind) {
        return rows().dates(field, kind);
    }

    @Override
    public QuerySet<LocalDate> dates(Object field, String kind, String order) {
        return rows().dates(field, kind, order);
    }

    @Override
    public QuerySet<OffsetDateTime> datetimes(Object field, String kind) {
        return rows().datetimes(field, kind);
    }

    @Override
    public QuerySet<OffsetDateTime> datetimes(Object field, String kind, String order) {
        return rows().datetimes(field, kind, order);
    }

    @Override
    public QuerySet<T> only(Object... fields) {
        return rows().only(fields);
    }

    @Override
    public QuerySet<T> defer(Object @Nullable ... fields) {
        return rows().defer(fields);
    }

    @Override
    public QuerySet<T> selectRelated(Object @Nullable ... paths) {
        return rows().selectRelated(paths);
    }

    @Override
    public QuerySet<T> prefetchRelated(Object @Nullable ... lookups) {
        return rows().prefetchRelated(lookups);
    }

    @Override
    public QuerySet<T> annotate(String name, Expression expression) {
        return rows().annotate(name, expression);
    }

    @Override
    public QuerySet<T> annotate(Map<String, ? extends Expression> expressions) {
        return rows().annotate(expressions);
    }

    @Override
    public QuerySet<T> alias(String name, Expression expression) {
        return rows().alias(name, expression);
    }

    @Override
    public QuerySet<T> alias(Map<String, ? extends Expression> expressions) {
        return rows().alias(expressions);
    }

    @Override
    public QuerySet<T> union(QuerySet<?>... others) {
        return rows().union(others);
    }

    @Override
    public QuerySet<T> unionAll(QuerySet<?>... others) {
        return rows().unionAll(others);
    }

    @Override
    public QuerySet<T> intersection(QuerySet<?>... others) {
        return rows().intersection(others);
    }

    @Override
    public QuerySet<T> difference(QuerySet<?>... others) {
        return rows().difference(others);
    }

    @Override
    public QuerySet<T> selectForUpdate() {
        return rows().selectForUpdate();
    }

    @Override
    public QuerySet<T> selectForUpdate(Lock lock) {
        return rows().selectForUpdate(lock);
    }

    @Override
    public QuerySet<T> using(String alias) {
        return rows().using(alias);
    }

    @Override
    public QuerySet<T> raw(String sql, @Nullable Object... parameters) {
        return rows().raw(sql, parameters);
    }

    @Override
    public T get(String path, @Nullable Object value, @Nullable Object... more) {
        return rows().get(path, value, more);
    }

    @Override
    public T get(Attribute<?, ?> attribute, @Nullable Object value) {
        return rows().get(attribute, value);
    }

    @Override
    public T get(Expression... conditions) {
        return rows().get(conditions);
    }

    @Override
    public @Nullable T first() {
        return rows().first();
    }

    @Override
    public @Nullable T last() {
        return rows().last();
    }

    @Override
    public T earliest(Object... fields) {
        return rows().earliest(fields);
    }

    @Override
    public T latest(Object... fields) {
        return rows().latest(fields);
    }

    @Override
    public T at(int index) {
        return rows().at(index);
    }

    @Override
    public long count() {
        return rows().count();
    }

    @Override
    public boolean exists() {
        return rows().exists();
    }

    @Override
    public boolean contains(Object instance) {
        return rows().contains(instance);
    }

    @Override
    public Map<Object, T> inBulk() {
        return rows().inBulk();
    }

    @Override
    public Map<Object, T> inBulk(Collection<?> keys) {
        return rows().inBulk(keys);
    }

    @Override
    public Map<Object, T> inBulk(Collection<?> keys, Object field) {
        return rows().inBulk(keys, field);
    }

    @Override
    public @Nullable Object aggregate(Expression aggregate) {
        return rows().aggregate(aggregate);
    }

    @Override
    public Map<String, @Nullable Object> aggregate(Map<String, ? extends Expression> aggregates) {
        return rows().aggregate(aggregates);
    }

    @Override
    public String explain() {
        return rows().explain();
    }

    @Override
    public String explain(Map<String, ? extends @Nullable Object> options) {
        return rows().explain(options);
    }

    @Override
    public RowIterator<T> iterate() {
        return rows().iterate();
    }

    @Override
    public RowIterator<T> iterate(int chunk) {
        return rows().iterate(chunk);
    }

    @Override
    public T create(String field, @Nullable Object value, @Nullable Object... more) {
        return rows().create(field, value, more);
    }

    @Override
    public T create(Map<String, ? extends @Nullable Object> fields) {
        return rows().create(fields);
    }

    @Override
    public CreateResult<T> getOrCreate(
            Map<String, ? extends @Nullable Object> lookups, Map<String, ? extends @Nullable Object> defaults) {
        return rows().getOrCreate(lookups, defaults);
    }

    @Override
    public CreateResult<T> updateOrCreate(
            Map<String, ? extends @Nullable Object> lookups, Map<String, ? extends @Nullable Object> defaults) {
        return rows().updateOrCreate(lookups, defaults);
    }

    @Override
    public CreateResult<T> updateOrCreate(
            Map<String, ? extends @Nullable Object> lookups,
            Map<String, ? extends @Nullable Object> defaults,
            Map<String, ? extends @Nullable Object> createDefaults) {
        return rows().updateOrCreate(lookups, defaults, createDefaults);
    }

    @Override
    public List<T> bulkCreate(Collection<T> objects) {
        return rows().bulkCreate(objects);
    }

    @Override
    public List<T> bulkCreate(Collection<T> objects, BulkOptions options) {
        return rows().bulkCreate(objects, options);
    }

    @Override
    public long bulkUpdate(Collection<T> objects, Object... fields) {
        return rows().bulkUpdate(objects, fields);
    }

    @Override
    public long bulkUpdate(Collection<T> objects, Collection<String> fields, @Nullable Integer batchSize) {
        return rows().bulkUpdate(objects, fields, batchSize);
    }

    @Override
    public long update(String field, @Nullable Object value, @Nullable Object... more) {
        return rows().update(field, value, more);
    }

    @Override
    public long update(Attribute<?, ?> field, @Nullable Object value) {
        return rows().update(field, value);
    }

    @Override
    public long update(Map<String, ? extends @Nullable Object> fields) {
        return rows().update(fields);
    }
}
