package io.djdbc.query.sql;

import io.djdbc.query.Q;
import io.djdbc.query.Q.Connector;
import io.djdbc.query.expression.Col;
import io.djdbc.query.expression.F;
import io.djdbc.query.expression.OuterRef;
import io.djdbc.query.expression.ResolvedOuterRef;
import io.djdbc.query.lookup.Lookup;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.PathStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** NOT over a relation to many objects: NOT EXISTS of a subquery, with as few tables in it as can be. */
final class ExcludeSplitter {

    private ExcludeSplitter() {}

    static Filters.Built split(
            Query query, Q.Comparison comparison, Filters.Place place, List<PathResolver.NamedPath> names) {
        Query inner = new Query(query.model(), query.emptyStringsAreNulls());
        Object value = comparison.value();
        if (value instanceof OuterRef outer) {
            value = OuterRef.of(outer);
        } else if (value instanceof F f) {
            value = OuterRef.of(f.name());
        }
        inner.addQ(Q.of(comparison.path(), value));
        inner.clearOrdering(true, true);
        Trimming trimming = trimStart(inner, names);
        Col column = trimming.column();
        String alias = Objects.requireNonNull(column.alias());
        Set<String> reuse = place.reuse();
        if (reuse != null && reuse.contains(alias)) {
            // the outer query's own filters on this table are to hold in the subquery too
            Field key = column.target().model().primaryKey();
            Joining.bumpPrefix(inner, query, Set.of());
            String innerAlias = ((Col) inner.select.get(0)).alias();
            inner.where = inner.where.add(Filters.exact(Col.of(innerAlias, key), Col.of(alias, key)), Connector.AND);
            inner.externalAliases.put(alias, true);
        } else {
            Lookup link = Filters.exact(column, new ResolvedOuterRef(trimming.prefix()));
            inner.where = inner.where.add(link, Connector.AND);
        }
        Filters.Built exists = Filters.exists(query, inner);
        WhereNode condition = exists.clause();
        if (trimming.outer()) {
            Filters.Place negated = new Filters.Place(true, true, reuse, true, true, false);
            Filters.Built orNull =
                    Filters.build(query, new Q.Comparison(trimming.prefix() + "__isnull", true), negated);
            condition = condition.add(orNull.clause(), Connector.OR);
        }
        return new Filters.Built(condition, exists.inner());
    }

    /**
     * What is left of a subquery.
     *
     * @param prefix the path by which the outer query has the column's value
     * @param outer whether the path goes through an outer join
     * @param column what is compared with it
     */
    private record Trimming(String prefix, boolean outer, Col column) {}

    private static Trimming trimStart(Query inner, List<PathResolver.NamedPath> names) {
        List<PathStep> all = new ArrayList<>();
        names.forEach(name -> all.addAll(name.steps()));
        List<String> tables = new ArrayList<>();
        for (String alias : inner.aliasMap.keySet()) {
            if (inner.lookupJoins.contains(alias) || alias.equals(inner.baseTable())) {
                tables.add(alias);
            }
        }
        boolean outer = false;
        int trimmed = 0;
        while (!all.get(trimmed).multiple()) {
            outer |= item(inner, tables.get(trimmed + 1)).isOuter();
            inner.reference(tables.get(trimmed), -1);
            trimmed++;
        }
        ForeignKey key = PathResolver.key(all.get(trimmed));
        String prefix = prefix(names, trimmed, key);
        FromItem first = item(inner, tables.get(trimmed + 1));
        Col column;
        if (first.isOuter()) {
            column = Col.of(tables.get(trimmed), key.targetField());
        } else {
            column = Col.of(tables.get(trimmed + 1), key);
            inner.reference(tables.get(trimmed), -1);
        }
        for (String alias : inner.aliasMap.keySet()) {
            if (inner.referenceCount(alias) > 0) {
                inner.aliasMap.put(alias, new FromItem.Base(item(inner, alias).model(), alias));
                break;
            }
        }
        inner.setSelect(List.of(column));
        return new Trimming(prefix, outer, column);
    }

    private static FromItem item(Query query, String alias) {
        return Objects.requireNonNull(query.aliasMap.get(alias));
    }

    private static String prefix(List<PathResolver.NamedPath> names, int trimmed, ForeignKey key) {
        int left = trimmed;
        List<String> prefix = new ArrayList<>();
        for (PathResolver.NamedPath name : names) {
            if (left < name.steps().size()) {
                break;
            }
            prefix.add(name.name());
            left -= name.steps().size();
        }
        prefix.add(key.targetField().name());
        return String.join(PathResolver.SEPARATOR, prefix);
    }
}
