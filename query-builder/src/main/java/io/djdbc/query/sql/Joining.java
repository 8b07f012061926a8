package io.djdbc.query.sql;

import io.djdbc.query.expression.Expression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tables of a query: joining them once, inner or outer joins, names. */
final class Joining {

    private Joining() {}

    /** The alias of the first table, counted once more. */
    static String initialAlias(Query query) {
        if (!query.aliasMap.isEmpty()) {
            String alias = query.baseTable();
            query.reference(alias, 1);
            return alias;
        }
        String alias = newAlias(query, query.model().table());
        query.aliasMap.put(alias, new FromItem.Base(query.model(), alias));
        return alias;
    }

    private static String newAlias(Query query, String table) {
        List<String> aliases = query.tableMap.get(table);
        String alias;
        if (aliases != null && !aliases.isEmpty()) {
            alias = query.aliasPrefix + (query.aliasMap.size() + 1);
            List<String> more = new ArrayList<>(aliases);
            more.add(alias);
            query.tableMap.put(table, more);
        } else {
            alias = table;
            query.tableMap.put(table, List.of(alias));
        }
        query.references.put(alias, 1);
        return alias;
    }

    /**
     * The alias of a join, which is used again if it is there.
     *
     * @param reuse the aliases that may be used again; null: all
     */
    static String join(Query query, FromItem.Join join, @Nullable Set<String> reuse) {
        String same = null;
        for (Map.Entry<String, FromItem> entry : query.aliasMap.entrySet()) {
            if ((reuse == null || reuse.contains(entry.getKey())) && join.isSame(entry.getValue())) {
                same = entry.getKey();
                if (same.equals(join.alias())) {
                    break;
                }
            }
        }
        if (same != null) {
            query.reference(same, 1);
            return same;
        }
        String alias = newAlias(query, join.table());
        FromItem parent = Objects.requireNonNull(query.aliasMap.get(join.parentAlias()));
        query.aliasMap.put(alias, join.as(alias, parent.isOuter() || join.nullable()));
        return alias;
    }

    /** To outer joins, with those that hang on them. */
    static void promote(Query query, Collection<String> aliases) {
        Deque<String> queue = new ArrayDeque<>(aliases);
        while (!queue.isEmpty()) {
            String alias = queue.removeFirst();
            if (!(query.aliasMap.get(alias) instanceof FromItem.Join join)) {
                continue;
            }
            FromItem parent = query.aliasMap.get(join.parentAlias());
            boolean parentOuter = parent != null && parent.isOuter();
            if ((join.nullable() || parentOuter) && !join.outer()) {
                query.aliasMap.put(alias, join.as(alias, true));
                query.aliasMap.forEach((other, item) -> {
                    if (alias.equals(item.parent()) && !queue.contains(other)) {
                        queue.add(other);
                    }
                });
            }
        }
    }

    /** To inner joins, with those that they hang on. */
    static void demote(Query query, Collection<String> aliases) {
        Deque<String> queue = new ArrayDeque<>(aliases);
        while (!queue.isEmpty()) {
            String alias = queue.removeFirst();
            if (query.aliasMap.get(alias) instanceof FromItem.Join join && join.outer()) {
                query.aliasMap.put(alias, join.as(alias, false));
                FromItem parent = query.aliasMap.get(join.parentAlias());
                if (parent != null && parent.isInner()) {
                    queue.add(join.parentAlias());
                }
            }
        }
    }

    static void changeAliases(Query query, Map<String, String> changes) {
        if (changes.isEmpty()) {
            return;
        }
        query.where = (WhereNode) query.where.relabeled(changes);
        if (query.groupBy != null) {
            query.groupBy = relabeled(query.groupBy, changes);
        }
        query.select = relabeled(query.select, changes);
        query.annotations.replaceAll((name, annotation) -> annotation.relabeled(changes));
        for (Map.Entry<String, String> change : changes.entrySet()) {
            rename(query, change.getKey(), change.getValue(), changes);
        }
        Map<String, Boolean> external = new LinkedHashMap<>();
        query.externalAliases.forEach((alias, aliased) ->
                external.put(changes.getOrDefault(alias, alias), aliased || changes.containsKey(alias)));
        query.externalAliases = external;
        for (Query combined : query.combined) {
            Map<String, String> own = new LinkedHashMap<>(changes);
            own.keySet().retainAll(combined.externalAliases.keySet());
            changeAliases(combined, own);
        }
    }

    private static List<Expression> relabeled(List<Expression> expressions, Map<String, String> changes) {
        return expressions.stream()
                .map(expression -> expression.relabeled(changes))
                .toList();
    }

    private static void rename(Query query, String old, String name, Map<String, String> changes) {
        FromItem item = query.aliasMap.remove(old);
        if (item == null) {
            return;
        }
        FromItem renamed = item.relabeled(changes);
        query.aliasMap.put(name, renamed);
        query.references.put(name, Objects.requireNonNull(query.references.remove(old)));
        List<String> aliases = new ArrayList<>(query.tableMap.getOrDefault(renamed.table(), List.of()));
        int at = aliases.indexOf(old);
        if (at >= 0) {
            aliases.set(at, name);
            query.tableMap.put(renamed.table(), aliases);
        }
    }

    /** Gives a query other names of tables than the one around it has. */
    static void bumpPrefix(Query query, Query outer, Set<String> exclude) {
        if (!query.aliasPrefix.equals(outer.aliasPrefix)) {
            return;
        }
        String prefix = next(query.aliasPrefix);
        while (query.subqueryPrefixes.contains(prefix)) {
            prefix = next(prefix);
        }
        query.aliasPrefix = prefix;
        Set<String> own = new LinkedHashSet<>(query.subqueryPrefixes);
        own.add(prefix);
        query.subqueryPrefixes = own;
        Set<String> outers = new LinkedHashSet<>(outer.subqueryPrefixes);
        outers.addAll(own);
        outer.subqueryPrefixes = outers;
        Map<String, String> changes = new LinkedHashMap<>();
        int position = 0;
        for (String alias : query.aliasMap.keySet()) {
            if (!exclude.contains(alias)) {
                changes.put(alias, prefix + position);
            }
            position++;
        }
        changeAliases(query, changes);
    }

    /** T, U … Z, AA, AB … */
    private static String next(String prefix) {
        int last = prefix.length() - 1;
        if (prefix.charAt(last) != 'Z') {
            return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
        }
        return last == 0 ? "AA" : next(prefix.substring(0, last)) + "A";
    }
}
