package io.djdbc.query.queryset;

import io.djdbc.query.Q;
import io.djdbc.query.QuerySet;
import io.djdbc.query.sql.Query;
import java.util.ArrayList;
import java.util.List;

/** Several query sets in one. */
final class Combining {

    private Combining() {}

    static Definition union(Definition first, List<QuerySet<?>> others, boolean all) {
        if (!first.query().isEmpty()) {
            return combined(first, "union", definitions(others), all);
        }
        List<Definition> rest = new ArrayList<>();
        for (Definition other : definitions(others)) {
            if (!other.query().isEmpty()) {
                rest.add(other);
            }
        }
        if (rest.isEmpty()) {
            return first;
        }
        return rest.size() == 1 ? rest.get(0) : combined(rest.get(0), "union", rest.subList(1, rest.size()), all);
    }

    static Definition intersection(Definition first, List<QuerySet<?>> others) {
        if (first.query().isEmpty()) {
            return first;
        }
        for (Definition other : definitions(others)) {
            if (other.query().isEmpty()) {
                return other;
            }
        }
        return combined(first, "intersection", definitions(others), false);
    }

    static Definition difference(Definition first, List<QuerySet<?>> others) {
        return first.query().isEmpty() ? first : combined(first, "difference", definitions(others), false);
    }

    private static List<Definition> definitions(List<QuerySet<?>> others) {
        List<Definition> definitions = new ArrayList<>();
        for (QuerySet<?> other : others) {
            definitions.add(((DefaultQuerySet<?>) other).definition());
        }
        return definitions;
    }

    private static Definition combined(Definition first, String operator, List<Definition> others, boolean all) {
        Query query = first.query().chain();
        query.clearOrdering(true, true);
        query.clearLimits();
        List<Query> parts = new ArrayList<>();
        parts.add(first.query().copy());
        others.forEach(other -> parts.add(other.query().copy()));
        query.setCombined(operator, all, parts);
        return first.with(query);
    }

    static Definition operator(Definition left, Definition right, Q.Connector connector) {
        if (left.query().combinator() != null || right.query().combinator() != null) {
            throw new IllegalStateException("Cannot use " + sign(connector) + " operator with combined queryset.");
        }
        if (left.isInstances() != right.isInstances() || !left.fields().equals(right.fields())) {
            throw new IllegalStateException("Merging 'QuerySet' classes must involve the same values in each case.");
        }
        if (connector == Q.Connector.AND) {
            if (right.query().isEmpty() || left.query().isEmpty()) {
                return right.query().isEmpty() ? right : left;
            }
            return merged(left, right, connector);
        }
        if (left.query().isEmpty() || right.query().isEmpty()) {
            return left.query().isEmpty() ? right : left;
        }
        return merged(filterable(left), filterable(right), connector);
    }

    private static Definition merged(Definition left, Definition right, Q.Connector connector) {
        Query query = left.query().chain();
        query.combine(right.query(), connector);
        return left.with(query);
    }

    /** A slice as a subquery of keys. */
    private static Definition filterable(Definition sliced) {
        if (!sliced.query().isSliced()) {
            return sliced;
        }
        Query keys = Selecting.lists(sliced, new Object[] {"pk"}).query();
        Definition all = Definition.of(sliced.session(), sliced.model()).using(sliced.alias());
        Query query = all.query().chain();
        query.addQ(Q.of("pk__in", keys));
        return all.with(query);
    }

    private static String sign(Q.Connector connector) {
        return connector == Q.Connector.OR ? "|" : connector == Q.Connector.AND ? "&" : "^";
    }
}
