package io.djdbc.query.sql;

import io.djdbc.query.expression.Col;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Ref;
import io.djdbc.query.expression.Resolution;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** From a query of rows to one of aggregates of these rows: with a subquery only where it is needed. */
final class Aggregation {

    private Aggregation() {}

    /** Changes the query. */
    static AggregateQuery of(Query query, Map<String, Expression> wanted) {
        Map<String, Expression> aggregates = new LinkedHashMap<>();
        boolean subquery = resolve(query, wanted, aggregates);
        boolean grouped = query.annotations.values().stream().anyMatch(Expression::containsAggregate)
                || query.where.split(false).having() != null;
        if (query.groupBy != null
                || query.isSliced()
                || grouped
                || subquery
                || query.distinct
                || query.combinator != null) {
            return overSubquery(query, aggregates, grouped);
        }
        query.select = List.of();
        query.selected = null;
        query.defaultColumns = false;
        Map<Expression, Expression> inlined = new LinkedHashMap<>();
        query.annotations.forEach((name, annotation) -> inlined.put(new Ref(name, annotation), annotation));
        Map<String, Expression> direct = new LinkedHashMap<>();
        aggregates.forEach((name, aggregate) -> direct.put(name, aggregate.replace(inlined)));
        query.annotations = new LinkedHashMap<>(direct);
        Annotating.setMask(query, direct.keySet());
        bare(query);
        return new AggregateQuery(query, null, direct);
    }

    private static void bare(Query query) {
        query.clearOrdering(true, true);
        query.clearLimits();
        query.lock = null;
        query.clearSelectRelated();
    }

    /** Resolves the aggregates, each against those before it; tells whether one refers to a subquery. */
    private static boolean resolve(Query query, Map<String, Expression> wanted, Map<String, Expression> aggregates) {
        boolean subquery = false;
        Set<String> mask = query.annotationMask;
        Map<Expression, Expression> replacements = new LinkedHashMap<>();
        for (Map.Entry<String, Expression> entry : wanted.entrySet()) {
            String name = entry.getKey();
            Aliases.check(name);
            Expression aggregate = entry.getValue().resolve(query, Resolution.SUMMARY);
            if (!aggregate.containsAggregate()) {
                throw new IllegalArgumentException(name + " is not an aggregate expression");
            }
            Annotating.alsoVisible(query, Set.of(name));
            for (String reference : aggregate.references()) {
                Expression referred = query.annotations.get(reference);
                subquery |= referred != null && referred.containsSubquery();
            }
            Expression replaced = aggregate.replace(replacements);
            query.annotations.put(name, replaced);
            replacements.put(new Ref(name, replaced), replaced);
            aggregates.put(name, replaced);
        }
        query.annotations.keySet().removeAll(wanted.keySet());
        Annotating.setMask(query, mask);
        return subquery;
    }

    private static AggregateQuery overSubquery(Query query, Map<String, Expression> aggregates, boolean grouped) {
        Query inner = query.copy();
        inner.subquery = true;
        inner.lock = null;
        inner.clearSelectRelated();
        Annotating.setMask(inner, query.annotationSelect().keySet());
        inner.clearOrdering(false, true);
        if (!inner.distinct) {
            if (inner.defaultColumns && grouped) {
                inner.groupByAll = false;
                inner.groupBy = List.of(key(inner));
            }
            inner.defaultColumns = false;
            if (query.combinator == null) {
                Annotating.setMask(inner, needed(query, aggregates));
            }
        }
        Map<Col, Ref> references = new LinkedHashMap<>();
        Map<String, Expression> outer = new LinkedHashMap<>();
        aggregates.forEach((name, aggregate) -> {
            Map<Expression, Expression> replacements = new LinkedHashMap<>();
            for (Col column : Columns.in(List.of(aggregate), false, false)) {
                Ref reference = references.get(column);
                if (reference == null) {
                    String alias = "__col" + (references.size() + 1);
                    reference = new Ref(alias, column);
                    references.put(column, reference);
                    inner.addAnnotation(column, alias, true);
                }
                replacements.put(column, reference);
            }
            outer.put(name, aggregate.replace(replacements));
        });
        if (inner.select.isEmpty()
                && !inner.defaultColumns
                && (inner.annotationMask == null || inner.annotationMask.isEmpty())) {
            inner.select = List.of(key(inner));
        }
        return new AggregateQuery(query, inner, outer);
    }

    private static Expression key(Query query) {
        return Col.of(Joining.initialAlias(query), query.model().primaryKey());
    }

    /** The annotations that the subquery must have: those asked for, and those that it is grouped by. */
    private static Set<String> needed(Query query, Map<String, Expression> aggregates) {
        Set<String> needed = new LinkedHashSet<>();
        if (query.groupBy != null) {
            query.groupBy.forEach(expression -> needed.addAll(expression.references()));
        }
        aggregates.values().forEach(aggregate -> needed.addAll(aggregate.references()));
        query.annotationSelect().forEach((name, annotation) -> {
            if (!annotation.groupByColumns().isEmpty()) {
                needed.add(name);
            }
        });
        return needed;
    }
}
