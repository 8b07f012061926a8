package io.djdbc.query.sql;

import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Resolution;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a query computes for each row, and which of that is in the result. */
final class Annotating {

    private Annotating() {}

    static void annotate(Query query, Map<String, ? extends Expression> expressions, boolean select, boolean values) {
        for (String name : expressions.keySet()) {
            boolean taken =
                    values ? query.valuesSelect.contains(name) : query.model().attribute(name) != null;
            if (taken && !query.annotations.containsKey(name)) {
                throw new IllegalArgumentException(
                        "The annotation '" + name + "' conflicts with a field on the model.");
            }
        }
        expressions.forEach((name, expression) -> add(query, expression, name, select));
        for (String name : expressions.keySet()) {
            Expression annotation = query.annotations.get(name);
            if (annotation != null && annotation.containsAggregate()) {
                if (values) {
                    query.setGroupBy(true);
                } else {
                    query.groupByAll = true;
                    query.groupBy = null;
                }
                return;
            }
        }
    }

    static void add(Query query, Expression annotation, String name, boolean select) {
        Aliases.check(name);
        addResolved(query, annotation.resolve(query, Resolution.FREE), name, select);
    }

    static void addResolved(Query query, Expression annotation, String name, boolean select) {
        if (select) {
            alsoVisible(query, Set.of(name));
        } else {
            Set<String> mask = new LinkedHashSet<>(visible(query).keySet());
            mask.remove(name);
            setMask(query, mask);
        }
        query.annotations.put(name, annotation);
        if (select && query.selected != null && !query.selected.isEmpty()) {
            query.selected.put(name, name);
        }
    }

    /** Those in the result. */
    static Map<String, Expression> visible(Query query) {
        if (query.annotationMask == null) {
            return query.annotations;
        }
        Map<String, Expression> visible = new LinkedHashMap<>(query.annotations);
        visible.keySet().retainAll(query.annotationMask);
        return visible;
    }

    /** @param names null: all of them */
    static void setMask(Query query, @Nullable Collection<String> names) {
        if (names == null) {
            query.annotationMask = null;
            return;
        }
        Set<String> mask = new LinkedHashSet<>(names);
        query.annotationMask = mask;
        if (query.selected != null && !query.selected.isEmpty()) {
            query.selected.values().removeIf(value -> value instanceof String name && !mask.contains(name));
            for (String name : mask) {
                query.selected.put(name, name);
            }
        }
    }

    static void alsoVisible(Query query, Collection<String> names) {
        if (query.annotationMask != null) {
            Set<String> mask = new LinkedHashSet<>(query.annotationMask);
            mask.addAll(names);
            setMask(query, mask);
        }
    }
}
