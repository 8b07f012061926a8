package io.djdbc.query.sql;

import io.djdbc.query.Q;
import io.djdbc.query.Q.Connector;
import io.djdbc.query.expression.Aggregate;
import io.djdbc.query.expression.Col;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.Resolution;
import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.expression.Value;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.model.Attribute;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query as data: tables, conditions, what is selected, order, limits; Django's {@code sql.Query}. Mutable: each
 * operation of a query set works on a {@link #copy()}. As an {@link Expression} it is a subquery. Not safe for use by
 * several threads while it is changed; compiling works on a copy.
 *
 * <pre>{@code
 * Query query = new Query(entry, false);
 * query.addQ(Q.of("blog__name", "Beatles Blog"));
 * query.addOrdering(List.of("-pub_date"));
 * Compiled compiled = Compiler.of(syntax, "UTC").select(query);
 * }</pre>
 */
public final class Query extends QueryParts {

    private final Model model;
    private final boolean emptyStringsAreNulls;

    /**
     * All objects of a model.
     *
     * @param emptyStringsAreNulls whether the database takes '' for NULL
     *     ({@link io.djdbc.dialect.QuerySyntax#emptyStringsAreNulls})
     */
    public Query(Model model, boolean emptyStringsAreNulls) {
        this.model = model;
        this.emptyStringsAreNulls = emptyStringsAreNulls;
    }

    /** The options of SELECT … FOR UPDATE; {@code of} are paths, {@code self} for the model itself. */
    public record Lock(boolean nowait, boolean skipLocked, boolean noKey, List<String> of) {}

    /**
     * The options of EXPLAIN.
     *
     * @throws IllegalArgumentException if an option is no name
     */
    public record Explain(@Nullable String format, List<String> options) {
        public Explain {
            for (String option : options) {
                if (!option.matches("[\\w-]+( [\\w-]+)?") || option.contains("--")) {
                    throw new IllegalArgumentException("Invalid option name: '" + option + "'.");
                }
            }
            options = List.copyOf(options);
        }
    }

    // copies

    /** A copy, independent of this query. */
    public Query copy() {
        Query copy = new Query(model, emptyStringsAreNulls);
        copy.takeParts(this);
        return copy;
    }

    /** A copy for a further operation: another {@code filter()} does not use multi-valued joins of this one again. */
    public Query chain() {
        Query copy = copy();
        if (!copy.sticky) {
            copy.usedAliases = new LinkedHashSet<>();
        }
        copy.sticky = false;
        return copy;
    }

    /** The next operation's filters use the multi-valued joins of this one again; for related managers. */
    public void setSticky() {
        sticky = true;
    }

    /** A copy that compiles as a subquery, in parentheses. */
    public Query asSubquery() {
        Query copy = copy();
        copy.subquery = true;
        return copy;
    }

    public Model model() {
        return model;
    }

    /** The database that {@code using()} chose for it; null: wherever the query around it runs. */
    public void setDatabase(@Nullable String alias) {
        database = alias;
    }

    /**
     * Refuses subqueries for another database than the one where this query is to run.
     *
     * @throws IllegalArgumentException as Django's ValueError
     */
    public void refuseOtherDatabases(String alias) {
        for (Query part : combined) {
            part.refuseOtherDatabases(alias);
        }
        refuseOtherDatabases(where, alias);
        annotations.values().forEach(annotation -> refuseOtherDatabases(annotation, alias));
    }

    private static void refuseOtherDatabases(Expression expression, String alias) {
        if (expression instanceof Query inner) {
            if (inner.database != null && !inner.database.equals(alias)) {
                throw new IllegalArgumentException(
                        "Subqueries aren't allowed across different databases. Force the inner"
                                + " query to be evaluated using toList(): it is for '" + inner.database
                                + "', the outer one for '"
                                + alias + "'.");
            }
            inner.refuseOtherDatabases(alias);
        }
        expression.sources().forEach(source -> refuseOtherDatabases(source, alias));
    }

    /** Whether '' is NULL. */
    public boolean emptyStringsAreNulls() {
        return emptyStringsAreNulls;
    }

    // tables

    String baseTable() {
        return aliasMap.keySet().iterator().next();
    }

    void reference(String alias, int by) {
        references.merge(alias, by, Integer::sum);
    }

    int referenceCount(String alias) {
        return references.getOrDefault(alias, 0);
    }

    @Nullable
    String columnAlias(String alias) {
        return aliasColumns ? alias : null;
    }

    boolean isNullable(Attribute attribute) {
        return attribute.isNullable()
                || emptyStringsAreNulls
                        && attribute instanceof Field field
                        && field.type().emptyStringsAllowed();
    }

    // conditions

    /** Adds a condition, as one {@code filter()} does. */
    public void addQ(Q q) {
        Filters.add(this, q, false);
    }

    /** Adds a condition that may use all joins again, as related managers need it. */
    public void addQReusingAll(Q q) {
        Filters.add(this, q, true);
    }

    /** No row matches any more. */
    public void setEmpty() {
        where = where.add(Nothing.INSTANCE, Connector.AND);
        combined.forEach(Query::setEmpty);
    }

    /** Whether {@link #setEmpty} was called. */
    public boolean isEmpty() {
        return where.children().contains(Nothing.INSTANCE);
    }

    /** Whether it has conditions. */
    public boolean hasFilters() {
        return !where.isEmpty();
    }

    void clearWhere() {
        where = WhereNode.EMPTY;
    }

    /** The column or annotation with a name. For {@link io.djdbc.query.expression.F}. */
    public Expression resolveReference(String name, Resolution how) {
        return PathResolver.reference(this, name, how);
    }

    /** A condition that is no filter. For {@link Q}. */
    public Expression resolveCondition(Q q, Resolution how) {
        return Filters.resolve(this, q, how);
    }

    // limits

    /** Rows from {@code start} (null: the first) to before {@code stop} (null: the last), of those it had. */
    public void setLimits(@Nullable Integer start, @Nullable Integer stop) {
        limits = limits.within(start, stop);
        if (limits.isEmpty()) {
            setEmpty();
        }
    }

    public void clearLimits() {
        limits = Limits.NONE;
    }

    public boolean isSliced() {
        return limits.isSliced();
    }

    /** The number of rows to leave out. */
    public int offset() {
        return limits.low();
    }

    /** The index after the last row; null: no limit. */
    public @Nullable Integer stop() {
        return limits.high();
    }

    public boolean hasLimitOne() {
        return Integer.valueOf(1).equals(limits.size());
    }

    // order

    /** Adds an order: paths, with {@code -} for descending and {@code ?} for random, or expressions. */
    public void addOrdering(List<?> ordering) {
        order = order.and(this, ordering);
    }

    /**
     * Removes the order.
     *
     * @param force also of a slice, where that changes the rows
     * @param clearDefault also the model's own
     */
    public void clearOrdering(boolean force, boolean clearDefault) {
        if (!force && (isSliced() || !distinctFields.isEmpty() || lock != null)) {
            return;
        }
        order = order.cleared(clearDefault);
    }

    /** The other way round. */
    public void reverseOrdering() {
        order = order.reversed();
    }

    public boolean isStandardOrdering() {
        return order.forward();
    }

    /** Whether the rows come in an order: its own or the model's. */
    public boolean isOrdered() {
        return !order.by().isEmpty()
                || order.modelsOwn() && !model.ordering().isEmpty() && groupBy == null && !groupByAll;
    }

    /** What {@link #addOrdering} added. */
    public List<Object> orderBy() {
        return order.by();
    }

    // what is selected

    /** Adds an annotation: {@code select} false leaves it out of the result, as {@code alias()} does. */
    public void addAnnotation(Expression annotation, String name, boolean select) {
        Annotating.add(this, annotation, name, select);
    }

    /**
     * Adds annotations and, if one is an aggregate, groups by what is selected.
     *
     * @param select whether they are in the result
     * @param values whether {@code values()} was called before
     * @throws IllegalArgumentException if a name is that of a field
     */
    public void annotate(Map<String, ? extends Expression> expressions, boolean select, boolean values) {
        Annotating.annotate(this, expressions, select, values);
    }

    /** All annotations, those left out of the result too. */
    public Map<String, Expression> annotations() {
        return annotations;
    }

    /** The annotation with a name; null if there is none. */
    public @Nullable Expression annotation(String name) {
        return annotations.get(name);
    }

    /** The annotations in the result. */
    public Map<String, Expression> annotationSelect() {
        return Annotating.visible(this);
    }

    /** Only these columns and annotations; none: all columns. Django's {@code values()}. */
    public void setValues(List<String> names) {
        Selection.setValues(this, names);
    }

    /** Whether {@link #setValues} was called with names. */
    public boolean hasSelectFields() {
        return selected != null;
    }

    /** How many columns it selects as a subquery. */
    public int selectedCount() {
        return selected != null
                ? selected.size()
                : select.size() + annotationSelect().size();
    }

    /** Adds columns by their paths. */
    public void addFields(List<String> paths, boolean allowMany) {
        Selection.addFields(this, paths, allowMany);
    }

    void setSelect(List<? extends Expression> columns) {
        defaultColumns = false;
        select = List.copyOf(columns);
    }

    /** Selects nothing, so that something else can be selected. */
    public void clearSelectClause() {
        select = List.of();
        defaultColumns = false;
        related = RelatedSelect.NONE;
        Annotating.setMask(this, Set.of());
        selected = null;
    }

    void clearSelectFields() {
        select = List.of();
        valuesSelect = List.of();
        selected = null;
    }

    /** Groups by what is selected, as an aggregate among the annotations needs it. */
    public void setGroupBy(boolean allowAliases) {
        Selection.setGroupBy(this, allowAliases);
    }

    /** Groups by all columns of the model. */
    public void setGroupByAll() {
        groupByAll = true;
    }

    /** Whether it is grouped. */
    public boolean isGrouped() {
        return groupByAll || groupBy != null;
    }

    /** Each row once; with fields the first of each group (PostgreSQL). */
    public void setDistinct(List<String> fields) {
        distinct = true;
        distinctFields = List.copyOf(fields);
    }

    /** The fields of {@link #setDistinct}. */
    public List<String> distinctFields() {
        return distinctFields;
    }

    public boolean isDistinct() {
        return distinct;
    }

    /** Related objects in the same statement; empty: all foreign keys that are not null. */
    public void addSelectRelated(List<String> paths) {
        related = paths.isEmpty() ? RelatedSelect.ALL : related.with(paths);
    }

    public void clearSelectRelated() {
        related = RelatedSelect.NONE;
    }

    /** Leaves columns out until they are asked for. */
    public void addDeferred(List<String> paths) {
        deferred = deferred.defer(paths);
    }

    /** Only these columns, and the primary key. */
    public void setImmediate(List<String> paths) {
        deferred = deferred.only(paths, model.primaryKey().name());
    }

    public void clearDeferred() {
        deferred = DeferredFields.NONE;
    }

    // locks, plans

    public void setLock(@Nullable Lock options) {
        lock = options;
    }

    /** The lock it takes; null: none. */
    public @Nullable Lock lock() {
        return lock;
    }

    /**
     * Asks for the plan instead of rows.
     *
     * @throws IllegalArgumentException if an option is no name
     */
    public void setExplain(@Nullable String format, List<String> options) {
        explain = new Explain(format, options);
    }

    // combinations

    /** The rows of several queries: {@code union}, {@code intersection} or {@code difference}. */
    public void setCombined(String operator, boolean all, List<Query> queries) {
        combinator = operator;
        combinatorAll = all;
        combined = List.copyOf(queries);
    }

    /** {@code union}, {@code intersection}, {@code difference}; null if it is none. */
    public @Nullable String combinator() {
        return combinator;
    }

    public List<Query> combined() {
        return combined;
    }

    /** The conditions of two queries of the same model connected: {@code qs1 | qs2}. */
    public void combine(Query other, Connector connector) {
        Combination.combine(this, other, connector);
    }

    // questions

    /** A query whose only row tells that there is one. */
    public Query exists(boolean limit) {
        Query query = copy();
        if (!(query.distinct && query.isSliced())) {
            if (query.groupByAll) {
                query.addFields(model.fields().stream().map(Field::attname).toList(), false);
                query.setGroupBy(false);
            }
            query.clearSelectClause();
        }
        if (!query.combined.isEmpty() && "union".equals(query.combinator)) {
            query.combined =
                    query.combined.stream().map(part -> part.exists(false)).toList();
        }
        query.clearOrdering(true, true);
        if (limit) {
            query.setLimits(null, 1);
        }
        query.addAnnotation(Value.of(1), "a", true);
        return query;
    }

    /** The query of {@code aggregate()}: one row with the values of these names. */
    public AggregateQuery aggregate(Map<String, Expression> aggregates) {
        return Aggregation.of(copy(), aggregates);
    }

    /** The query of {@code count()}. */
    public AggregateQuery count() {
        return aggregate(Map.of("__count", Aggregate.countRows()));
    }

    // as an expression

    @Override
    public List<Expression> sources() {
        return List.of();
    }

    @Override
    public Expression resolve(Query outer, Resolution how) {
        Query copy = copy();
        Joining.bumpPrefix(copy, outer, Set.of());
        copy.subquery = true;
        copy.where = copy.where.resolveChildren(outer, how);
        if (copy.combinator != null) {
            copy.combined = copy.combined.stream()
                    .map(part -> (Query) part.resolve(outer, how))
                    .toList();
        }
        copy.annotations.replaceAll((name, annotation) -> annotation.resolve(outer, how));
        outer.aliasMap.forEach((alias, item) -> copy.externalAliases.put(alias, item.isAliased()));
        return copy;
    }

    @Override
    public Expression relabeled(Map<String, String> aliases) {
        Query copy = copy();
        Joining.changeAliases(copy, aliases);
        return copy;
    }

    @Override
    public Expression replace(Map<? extends Expression, ? extends Expression> replacements) {
        return this;
    }

    @Override
    public Query bound(@Nullable Object[] arguments) {
        Query copy = copy();
        copy.where = (WhereNode) where.bound(arguments);
        copy.annotations.replaceAll((name, annotation) -> annotation.bound(arguments));
        return copy;
    }

    @Override
    public Expression prefixed(String prefix) {
        return this;
    }

    @Override
    public @Nullable ValueType valueTypeOrNull() {
        if (select.size() == 1) {
            Expression only = select.get(0);
            return only instanceof Col column ? ValueType.of(column.target()) : only.valueTypeOrNull();
        }
        Map<String, Expression> visible = annotationSelect();
        return visible.size() == 1 ? visible.values().iterator().next().valueTypeOrNull() : null;
    }

    @Override
    public boolean isConditional() {
        return false;
    }

    @Override
    public boolean containsSubquery() {
        return true;
    }

    /** The columns of outer queries in it. */
    List<Col> externalColumns() {
        List<Expression> expressions = new ArrayList<>(annotations.values());
        expressions.addAll(where.children());
        return Columns.in(expressions, true, true).stream()
                .filter(column -> externalAliases.containsKey(column.alias()))
                .toList();
    }

    @Override
    public List<Expression> groupByColumns() {
        return groupByColumns(this);
    }

    /** What GROUP BY needs for a subquery in an expression. */
    public List<Expression> groupByColumns(Expression wrapper) {
        List<Col> external = externalColumns();
        if (external.stream().anyMatch(Col::isPossiblyMultivalued)) {
            return List.of(wrapper);
        }
        return List.copyOf(external);
    }

    @Override
    public Fragment toSql(SqlContext context) {
        return context.compileSubquery(this).wrap("(", ")");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
