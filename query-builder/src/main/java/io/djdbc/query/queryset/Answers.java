package io.djdbc.query.queryset;

import io.djdbc.query.NotSupportedError;
import io.djdbc.query.Q;
import io.djdbc.query.QuerySet;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.sql.Query;
import jakarta.persistence.metamodel.Attribute;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Questions to a query set that have one answer. */
abstract class Answers<T> extends KeptRows<T> {

    private static final int GET_LIMIT = 21;

    Answers(Definition definition) {
        super(definition);
    }

    Answers(Definition definition, List<T> rows) {
        super(definition, rows);
    }

    final DefaultQuerySet<T> filterOrExclude(boolean negate, Q condition) {
        definition().refuseCombined(negate ? "exclude" : "filter");
        if (!condition.isEmpty()) {
            definition().refuseSliced("Cannot filter a query once a slice has been taken.");
        }
        return new DefaultQuerySet<>(definition().with(definition().shaped().where(condition, negate)));
    }

    @Override
    public T get(String path, @Nullable Object value, @Nullable Object... more) {
        return get(Conditions.of(path, value, more));
    }

    @Override
    public T get(Attribute<?, ?> attribute, @Nullable Object value) {
        return get(Conditions.of(Conditions.name(attribute), value));
    }

    @Override
    public T get(Expression... conditions) {
        if (definition().structure().combinator() != null && conditions.length > 0) {
            throw new NotSupportedError("Calling QuerySet.get(...) with filters after "
                    + definition().structure().combinator() + "() is not supported.");
        }
        Q condition = Conditions.of(conditions);
        Definition found = definition().structure().combinator() != null
                ? definition()
                : filterOrExclude(false, condition).definition();
        boolean limits = !found.isLocking() || found.readBackend().syntax().supportsForUpdateWithLimit();
        boolean limited = limits && !found.structure().isSliced();
        Definition asked = found.known(limits ? "get" : "get all", query -> forGet(query, limits));
        return one(new DefaultQuerySet<T>(asked).toList(), limited);
    }

    private static Query forGet(Query query, boolean limits) {
        if (!query.isSliced() && query.distinctFields().isEmpty()) {
            query.clearOrdering(true, true);
        }
        if (limits && !query.isSliced()) {
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
        QuerySet<T> ordered = this;
        if (!isOrdered()) {
            definition().refuseUnorderedGroups("first");
            ordered = orderBy("pk");
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
            definition().refuseUnorderedGroups("last");
            ordered = orderBy("-pk");
        }
        List<T> rows = ordered.slice(0, 1).toList();
        return rows.isEmpty() ? null : rows.get(0);
    }

    @Override
    public T earliest(Object... fields) {
        return extreme(fields, false);
    }

    @Override
    public T latest(Object... fields) {
        return extreme(fields, true);
    }

    private T extreme(Object[] fields, boolean last) {
        List<String> by = fields.length == 0 ? model().getLatestBy() : Conditions.names(fields);
        if (by.isEmpty()) {
            throw new IllegalArgumentException("earliest() and latest() require either fields as positional arguments"
                    + " or 'get_latest_by' in the model's Meta.");
        }
        definition().refuseSliced("Cannot change a query once a slice has been taken.");
        Query query = definition().copy();
        query.setLimits(null, 1);
        query.clearOrdering(true, false);
        query.addOrdering(List.copyOf(by));
        if (last) {
            query.reverseOrdering();
        }
        return new DefaultQuerySet<T>(definition().with(query)).get();
    }

    @Override
    public boolean contains(Object instance) {
        definition().refuseCombined("contains");
        definition().refuseValues("contains");
        return Containing.contains(this, instance);
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
    public Map<Object, T> inBulk(Collection<?> keys, Object field) {
        return BulkReading.of(this, keys, Conditions.name(field));
    }

    @Override
    public @Nullable Object aggregate(Expression aggregate) {
        return aggregate(Map.of("value", aggregate)).get("value");
    }

    @Override
    public Map<String, @Nullable Object> aggregate(Map<String, ? extends Expression> aggregates) {
        definition().refuseCombined("aggregate");
        Map<String, Expression> resolved = new LinkedHashMap<>();
        aggregates.forEach((name, expression) -> resolved.put(name, Conditions.expression(expression)));
        return Reading.aggregate(definition(), resolved);
    }

    @Override
    public String explain() {
        return explain(Map.of());
    }

    @Override
    public String explain(Map<String, ?> options) {
        return Reading.explain(definition(), options);
    }
}
