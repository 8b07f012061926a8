package io.djdbc.query.queryset;

import io.djdbc.query.Lock;
import io.djdbc.query.Prefetch;
import io.djdbc.query.Q;
import io.djdbc.query.QuerySet;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.sql.Query;
import jakarta.persistence.metamodel.Attribute;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Query sets made of a query set. */
abstract class Refinements<T> extends Answers<T> {

    Refinements(Definition definition) {
        super(definition);
    }

    Refinements(Definition definition, List<T> rows) {
        super(definition, rows);
    }

    @Override
    public QuerySet<T> all() {
        return new DefaultQuerySet<>(definition());
    }

    @Override
    public QuerySet<T> none() {
        Query query = definition().copy();
        query.setEmpty();
        return with(query);
    }

    @Override
    public QuerySet<T> filter(String path, @Nullable Object value, @Nullable Object... more) {
        return filterOrExclude(false, Conditions.of(path, value, more));
    }

    @Override
    public QuerySet<T> filter(Attribute<?, ?> attribute, @Nullable Object value) {
        return filterOrExclude(false, Conditions.of(Conditions.name(attribute), value));
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
    public QuerySet<T> exclude(Attribute<?, ?> attribute, @Nullable Object value) {
        return filterOrExclude(true, Conditions.of(Conditions.name(attribute), value));
    }

    @Override
    public QuerySet<T> exclude(Expression... conditions) {
        return filterOrExclude(true, Conditions.of(conditions));
    }

    @Override
    public QuerySet<T> orderBy(Object... by) {
        definition().refuseSliced("Cannot reorder a query once a slice has been taken.");
        List<Object> paths = Arrays.stream(by).map(Conditions::path).toList();
        return known(List.of("order_by", paths), query -> {
            query.clearOrdering(true, false);
            query.addOrdering(paths);
            return query;
        });
    }

    @Override
    public QuerySet<T> reverse() {
        definition().refuseSliced("Cannot reverse a query once a slice has been taken.");
        return known("reverse", query -> {
            query.reverseOrdering();
            return query;
        });
    }

    @Override
    public QuerySet<T> distinct(Object... fields) {
        definition().refuseCombined("distinct");
        definition().refuseSliced("Cannot create distinct fields once a slice has been taken.");
        List<String> names = Conditions.names(fields);
        return known(List.of("distinct", names), query -> {
            query.setDistinct(names);
            return query;
        });
    }

    @Override
    public QuerySet<T> slice(@Nullable Integer start, @Nullable Integer stop) {
        Definition.refuseNegative(start);
        Definition.refuseNegative(stop);
        List<T> rows = definition().raw() == null ? keptRows() : toList();
        if (rows == null) {
            return new DefaultQuerySet<>(definition().sliced(start, stop));
        }
        int from = Math.min(start == null ? 0 : start, rows.size());
        int to = Math.max(from, stop == null ? rows.size() : Math.min(stop, rows.size()));
        Definition definition = definition().raw() == null ? definition().sliced(start, stop) : definition();
        return DefaultQuerySet.kept(definition, rows.subList(from, to));
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
    public QuerySet<Map<String, @Nullable Object>> values(Object... fields) {
        return with(Selecting.values(definition(), fields, Map.of()));
    }

    @Override
    public QuerySet<Map<String, @Nullable Object>> values(
            List<?> fields, Map<String, ? extends Expression> expressions) {
        return with(Selecting.values(definition(), fields.toArray(), expressions));
    }

    @Override
    public QuerySet<List<@Nullable Object>> valuesList(Object... fields) {
        return with(Selecting.lists(definition(), fields));
    }

    @Override
    public <V> QuerySet<V> flat(Object... field) {
        return with(Selecting.flat(definition(), field));
    }

    @Override
    public QuerySet<LocalDate> dates(Object field, String kind) {
        return dates(field, kind, "ASC");
    }

    @Override
    public QuerySet<LocalDate> dates(Object field, String kind, String order) {
        return with(Selecting.dates(definition(), Conditions.name(field), kind, order));
    }

    @Override
    public QuerySet<OffsetDateTime> datetimes(Object field, String kind) {
        return datetimes(field, kind, "ASC");
    }

    @Override
    public QuerySet<OffsetDateTime> datetimes(Object field, String kind, String order) {
        return with(Selecting.datetimes(definition(), Conditions.name(field), kind, order));
    }

    @Override
    public QuerySet<T> only(Object... fields) {
        definition().refuseCombined("only");
        definition().refuseValues("only");
        List<String> names = Conditions.names(fields);
        for (String name : names) {
            Selecting.refuseLookup(definition(), name, "only");
        }
        Query query = definition().copy();
        query.setImmediate(names);
        return with(query);
    }

    @Override
    public QuerySet<T> defer(Object @Nullable ... fields) {
        definition().refuseCombined("defer");
        definition().refuseValues("defer");
        Query query = definition().copy();
        if (fields == null) {
            query.clearDeferred();
        } else {
            query.addDeferred(Conditions.names(fields));
        }
        return with(query);
    }

    @Override
    public QuerySet<T> selectRelated(Object @Nullable ... paths) {
        definition().refuseCombined("select_related");
        definition().refuseValues("select_related");
        Query query = definition().copy();
        if (paths == null) {
            query.clearSelectRelated();
        } else {
            query.addSelectRelated(Conditions.names(paths));
        }
        return with(query);
    }

    @Override
    public QuerySet<T> prefetchRelated(Object @Nullable ... lookups) {
        if (definition().raw() == null) {
            definition().refuseCombined("prefetch_related");
        }
        if (lookups == null) {
            return new DefaultQuerySet<>(definition().withPrefetches(List.of()));
        }
        List<Object> all = new ArrayList<>(definition().prefetches());
        for (Object lookup : lookups) {
            all.add(lookup instanceof Prefetch prefetch ? prefetch : Prefetch.of(Conditions.name(lookup)));
        }
        return new DefaultQuerySet<>(definition().withPrefetches(all));
    }

    @Override
    public QuerySet<T> annotate(String name, Expression expression) {
        return annotate(Map.of(name, expression));
    }

    @Override
    public QuerySet<T> annotate(Map<String, ? extends Expression> expressions) {
        definition().refuseCombined("annotate");
        return with(Selecting.annotated(definition(), expressions, true));
    }

    @Override
    public QuerySet<T> alias(String name, Expression expression) {
        return alias(Map.of(name, expression));
    }

    @Override
    public QuerySet<T> alias(Map<String, ? extends Expression> expressions) {
        definition().refuseCombined("alias");
        return with(Selecting.annotated(definition(), expressions, false));
    }

    @Override
    public QuerySet<T> union(QuerySet<?>... others) {
        return with(Combining.union(definition(), Arrays.asList(others), false));
    }

    @Override
    public QuerySet<T> unionAll(QuerySet<?>... others) {
        return with(Combining.union(definition(), Arrays.asList(others), true));
    }

    @Override
    public QuerySet<T> intersection(QuerySet<?>... others) {
        return with(Combining.intersection(definition(), Arrays.asList(others)));
    }

    @Override
    public QuerySet<T> difference(QuerySet<?>... others) {
        return with(Combining.difference(definition(), Arrays.asList(others)));
    }

    @Override
    public QuerySet<T> or(QuerySet<T> other) {
        return with(Combining.operator(definition(), ((DefaultQuerySet<?>) other).definition(), Q.Connector.OR));
    }

    @Override
    public QuerySet<T> and(QuerySet<T> other) {
        return with(Combining.operator(definition(), ((DefaultQuerySet<?>) other).definition(), Q.Connector.AND));
    }

    @Override
    public QuerySet<T> xor(QuerySet<T> other) {
        return with(Combining.operator(definition(), ((DefaultQuerySet<?>) other).definition(), Q.Connector.XOR));
    }

    @Override
    public QuerySet<T> selectForUpdate() {
        return selectForUpdate(Lock.UPDATE);
    }

    @Override
    public QuerySet<T> selectForUpdate(Lock how) {
        definition().refuseCombined("select_for_update");
        Query query = definition().copy();
        query.setLock(new Query.Lock(how.nowait(), how.skipLocked(), how.noKey(), how.of()));
        return new DefaultQuerySet<>(definition().with(query).forWrite());
    }

    @Override
    public QuerySet<T> using(String alias) {
        return new DefaultQuerySet<>(definition().using(alias));
    }

    @Override
    public QuerySet<T> raw(String sql, @Nullable Object... parameters) {
        return new DefaultQuerySet<>(definition().withRaw(new RawQuery(sql, Arrays.asList(parameters))));
    }
}
