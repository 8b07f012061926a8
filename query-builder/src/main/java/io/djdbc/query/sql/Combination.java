package io.djdbc.query.sql;

import io.djdbc.query.Q.Connector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Two queries of a model into one: {@code qs1 | qs2}. */
final class Combination {

    private Combination() {}

    static void combine(Query left, Query other, Connector connector) {
        check(left, other);
        String initial = Joining.initialAlias(left);
        Query right = other.copy();
        Joining.bumpPrefix(right, left, Set.of(initial));
        // in the AND case a row of a multi-valued relation need not be the same
        Set<String> reuse =
                connector == Connector.AND ? new LinkedHashSet<>() : new LinkedHashSet<>(left.aliasMap.keySet());
        JoinPromoter promoter = new JoinPromoter(connector, 2, false);
        List<String> inner = new ArrayList<>();
        left.aliasMap.forEach((alias, item) -> {
            if (item.isInner()) {
                inner.add(alias);
            }
        });
        promoter.addVotes(inner);
        Map<String, String> changes = new LinkedHashMap<>();
        Set<String> votes = new LinkedHashSet<>();
        List<String> tables = new ArrayList<>(right.aliasMap.keySet());
        for (String alias : tables.isEmpty() ? tables : tables.subList(1, tables.size())) {
            FromItem item = Objects.requireNonNull(right.aliasMap.get(alias)).relabeled(changes);
            int before = left.aliasMap.size();
            String joined = Joining.join(left, (FromItem.Join) item, reuse);
            // a new join votes as what it became, as in Django
            boolean isNew = left.aliasMap.size() > before;
            if ((isNew ? Objects.requireNonNull(left.aliasMap.get(joined)) : item).isInner()) {
                votes.add(joined);
            }
            reuse.remove(joined);
            if (!alias.equals(joined)) {
                changes.put(alias, joined);
            }
            if (right.referenceCount(alias) == 0) {
                left.reference(joined, -1);
            }
        }
        promoter.addVotes(votes);
        promoter.apply(left);
        Set<String> prefixes = new LinkedHashSet<>(left.subqueryPrefixes);
        prefixes.addAll(right.subqueryPrefixes);
        left.subqueryPrefixes = prefixes;
        left.where = left.where.add(right.where.relabeled(changes), connector);
        if (!right.select.isEmpty()) {
            left.setSelect(right.select.stream()
                    .map(column -> column.relabeled(changes))
                    .toList());
        } else {
            left.select = List.of();
        }
        if (!right.order.by().isEmpty()) {
            left.order = left.order.by(right.order.by());
        }
    }

    private static void check(Query left, Query right) {
        if (left.model() != right.model()) {
            throw new IllegalArgumentException("Cannot combine queries on two different base models.");
        }
        if (left.isSliced()) {
            throw new IllegalArgumentException("Cannot combine queries once a slice has been taken.");
        }
        if (left.distinct != right.distinct) {
            throw new IllegalArgumentException("Cannot combine a unique query with a non-unique query.");
        }
        if (!left.distinctFields.equals(right.distinctFields)) {
            throw new IllegalArgumentException("Cannot combine queries with different distinct fields.");
        }
    }
}
