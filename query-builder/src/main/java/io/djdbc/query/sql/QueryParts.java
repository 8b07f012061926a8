package io.djdbc.query.sql;

import io.djdbc.query.expression.Expression;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a {@link Query} is made of. */
abstract class QueryParts extends Expression {

    // tables
    Map<String, FromItem> aliasMap = new LinkedHashMap<>();
    Map<String, Integer> references = new LinkedHashMap<>();
    Map<String, List<String>> tableMap = new LinkedHashMap<>();
    Map<String, Boolean> externalAliases = new LinkedHashMap<>();
    String aliasPrefix = "T";
    Set<String> subqueryPrefixes = Set.of("T");
    Set<String> usedAliases = new LinkedHashSet<>();
    boolean sticky;
    boolean aliasColumns = true;
    boolean subquery;

    @Nullable
    String database;

    List<String> lookupJoins = List.of();

    // conditions
    WhereNode where = WhereNode.EMPTY;

    // what is selected
    Map<String, Expression> annotations = new LinkedHashMap<>();

    @Nullable
    Set<String> annotationMask;

    List<Expression> select = List.of();
    List<String> valuesSelect = List.of();

    @Nullable
    Map<String, Object> selected;

    boolean defaultColumns = true;
    boolean groupByAll;

    @Nullable
    List<Expression> groupBy;

    boolean distinct;
    List<String> distinctFields = List.of();
    RelatedSelect related = RelatedSelect.NONE;
    DeferredFields deferred = DeferredFields.NONE;

    // order and limits
    RowOrder order = RowOrder.DEFAULT;
    Limits limits = Limits.NONE;

    // combinations, locks, plans
    @Nullable
    String combinator;

    boolean combinatorAll;
    List<Query> combined = List.of();

    Query.@Nullable Lock lock;

    Query.@Nullable Explain explain;

    /** Takes copies of another's, so that neither sees what becomes of the other. */
    final void takeParts(QueryParts other) {
        aliasMap = new LinkedHashMap<>(other.aliasMap);
        references = new LinkedHashMap<>(other.references);
        tableMap = new LinkedHashMap<>(other.tableMap);
        externalAliases = new LinkedHashMap<>(other.externalAliases);
        aliasPrefix = other.aliasPrefix;
        subqueryPrefixes = other.subqueryPrefixes;
        usedAliases = new LinkedHashSet<>(other.usedAliases);
        sticky = other.sticky;
        aliasColumns = other.aliasColumns;
        subquery = other.subquery;
        database = other.database;
        lookupJoins = other.lookupJoins;
        where = other.where;
        annotations = new LinkedHashMap<>(other.annotations);
        annotationMask = other.annotationMask == null ? null : new LinkedHashSet<>(other.annotationMask);
        select = other.select;
        valuesSelect = other.valuesSelect;
        selected = other.selected == null ? null : new LinkedHashMap<>(other.selected);
        defaultColumns = other.defaultColumns;
        groupByAll = other.groupByAll;
        groupBy = other.groupBy;
        distinct = other.distinct;
        distinctFields = other.distinctFields;
        related = other.related;
        deferred = other.deferred;
        order = other.order;
        limits = other.limits;
        combinator = other.combinator;
        combinatorAll = other.combinatorAll;
        combined = other.combined.stream().map(Query::copy).toList();
        lock = other.lock;
        explain = other.explain;
    }
}
