package io.djdbc.query.sql;

import io.djdbc.dialect.Identifiers;
import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.FullResultSetException;
import io.djdbc.query.NotSupportedError;
import io.djdbc.query.expression.Col;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.expression.Value;
import io.djdbc.query.model.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One SELECT: puts its clauses together. Works on a query of its own, which it changes. */
final class SelectCompiler implements SqlContext {

    private final Query query;
    private final Compiler compiler;
    private final @Nullable SelectCompiler outer;
    private final boolean elideEmpty;
    private boolean valueDependent;
    private List<SelectItem> select = List.of();
    private @Nullable ModelColumns modelColumns;
    private Map<String, Integer> annotations = Map.of();

    SelectCompiler(Query query, Compiler compiler, boolean elideEmpty) {
        this(query, compiler, elideEmpty, null);
    }

    private SelectCompiler(Query query, Compiler compiler, boolean elideEmpty, @Nullable SelectCompiler outer) {
        this.outer = outer;
        this.query = query;
        this.compiler = compiler;
        this.elideEmpty = elideEmpty;
    }

    // context

    @Override
    public QuerySyntax syntax() {
        return compiler.syntax();
    }

    @Override
    public String zone() {
        return compiler.zone();
    }

    @Override
    public Query query() {
        return query;
    }

    Compiler compiler() {
        return compiler;
    }

    boolean elidesEmpty() {
        return elideEmpty;
    }

    @Override
    public void dependsOnValues() {
        valueDependent = true;
        if (outer != null) {
            outer.dependsOnValues();
        }
    }

    boolean isValueDependent() {
        return valueDependent;
    }

    @Override
    public Fragment compile(Expression expression) {
        return expression.toSql(this);
    }

    @Override
    public String quoteUnlessAlias(String name) {
        boolean alias = query.aliasMap.containsKey(name) && !query.tableMap.containsKey(name)
                || query.externalAliases.getOrDefault(name, false) && !query.tableMap.containsKey(name);
        if (alias) {
            return name;
        }
        Model model = tableModel(name);
        return model == null ? syntax().quote(name) : quoteTable(model);
    }

    /** A table's name, cut as Django cuts those that it makes. */
    String quoteTable(Model model) {
        int max = syntax().maxNameLength();
        return syntax().quote(max == 0 ? model.table() : model.table(name -> Identifiers.truncate(name, max)));
    }

    private @Nullable Model tableModel(String name) {
        for (FromItem item : query.aliasMap.values()) {
            if (item.table().equals(name)) {
                return item.model();
            }
        }
        return outer == null ? null : outer.tableModel(name);
    }

    @Override
    public Fragment compileSubquery(Query inner) {
        Query own = inner.copy();
        if (!syntax().ignoresOrderInSubqueries()) {
            own.clearOrdering(false, true);
            own.combined.forEach(part -> part.clearOrdering(false, true));
        }
        return new SelectCompiler(own, compiler, true, this).sql(true, false);
    }

    // parts for its helpers

    List<SelectItem> select() {
        return select;
    }

    void replaceSelect(List<SelectItem> items) {
        select = items;
    }

    @Nullable
    ModelColumns modelColumns() {
        return modelColumns;
    }

    // compiling

    CompiledSelect compileSelect() {
        Fragment sql = sql(true, false);
        return new CompiledSelect(
                sql.sql(),
                sql.parameters(),
                select.stream().map(SelectItem::expression).toList(),
                modelColumns,
                annotations);
    }

    /**
     * The SQL.
     *
     * @param limits with LIMIT and OFFSET
     * @param columnAliases with an alias for each column
     */
    Fragment sql(boolean limits, boolean columnAliases) {
        boolean combining = query.combinator != null;
        setUp(columnAliases || combining);
        Ordering ordering = new Ordering(this);
        List<OrderItem> orderBy = ordering.orderBy();
        WhereNode.Split conditions = query.where.split(false);
        List<SelectItem> extra = extraSelect(orderBy);
        List<SelectItem> all = new ArrayList<>(select);
        all.addAll(extra);
        List<Fragment> groupBy =
                new Grouping(this).groupBy(all, orderBy, ordering.isModelOrdering(), conditions.having());
        List<Fragment> parts = new ArrayList<>();
        String lockPart = "";
        if (query.explain != null) {
            parts.add(Fragment.of(Locks.explain(syntax(), query.explain)));
        }
        if (combining) {
            parts.add(new Combinator(this).sql());
        } else {
            body(parts, all, conditions, groupBy);
            lockPart = Locks.sql(this, limits && query.isSliced());
            if (!groupBy.isEmpty() && ordering.isModelOrdering()) {
                orderBy = List.of();
            } else if (!groupBy.isEmpty() && orderBy.isEmpty() && syntax().noOrder() != null) {
                parts.add(Fragment.of("ORDER BY " + syntax().noOrder()));
            }
        }
        Fragment sql = Fragment.join(" ", parts);
        if (!orderBy.isEmpty()) {
            Fragment order =
                    Fragment.join(", ", orderBy.stream().map(OrderItem::sql).toList());
            sql = combining && syntax().compoundOrderNeedsSubquery()
                    ? Fragment.fill("SELECT * FROM ( {0} ) ORDER BY {1}", sql, order)
                    : Fragment.fill("{0} ORDER BY {1}", sql, order);
        }
        if (limits && query.isSliced()) {
            sql = sql.wrap("", " " + syntax().limitOffset(query.limits.low(), query.limits.size()));
        }
        if (!lockPart.isEmpty()) {
            sql = sql.wrap("", " " + lockPart);
        }
        return query.subquery && !extra.isEmpty() ? withoutExtra(sql) : sql;
    }

    void setUp(boolean columnAliases) {
        if (query.references.values().stream().allMatch(count -> count == 0)) {
            Joining.initialAlias(query);
        }
        SelectList list = new SelectList(this, columnAliases);
        select = list.items();
        modelColumns = list.modelColumns();
        annotations = list.annotations();
    }

    private void body(List<Fragment> parts, List<SelectItem> all, WhereNode.Split conditions, List<Fragment> groupBy) {
        parts.add(Fragment.of("SELECT"));
        List<Fragment> distinctOn = distinctOn();
        Fragment from = from();
        Fragment where = where(conditions.where());
        Fragment having = having(conditions.having());
        if (query.distinct) {
            parts.add(
                    distinctOn.isEmpty()
                            ? Fragment.of("DISTINCT")
                            : Fragment.join(", ", distinctOn).wrap("DISTINCT ON (", ")"));
        }
        List<Fragment> columns = new ArrayList<>();
        for (SelectItem item : all) {
            columns.add(item.alias() == null ? item.sql() : item.sql().wrap("", " AS " + quote(item.alias())));
        }
        parts.add(Fragment.join(", ", columns));
        if (!from.sql().isEmpty()) {
            parts.add(from.wrap("FROM ", ""));
        } else if (!syntax().bareSelectSuffix().isEmpty()) {
            parts.add(Fragment.of(syntax().bareSelectSuffix()));
        }
        if (!where.sql().isEmpty()) {
            parts.add(where.wrap("WHERE ", ""));
        }
        if (!groupBy.isEmpty()) {
            if (!distinctOn.isEmpty()) {
                throw new UnsupportedOperationException("annotate() + distinct(fields) is not implemented.");
            }
            parts.add(Fragment.join(", ", groupBy).wrap("GROUP BY ", ""));
        }
        if (!having.sql().isEmpty()) {
            parts.add(having.wrap("HAVING ", ""));
        }
    }

    private Fragment where(@Nullable WhereNode where) {
        if (where == null) {
            return Fragment.of("");
        }
        try {
            return where.isEmpty() ? Fragment.of("") : compile(where);
        } catch (EmptyResultSetException empty) {
            if (elideEmpty) {
                throw empty;
            }
            return Fragment.of("0 = 1");
        } catch (FullResultSetException full) {
            return Fragment.of("");
        }
    }

    private Fragment having(@Nullable WhereNode having) {
        try {
            return having == null ? Fragment.of("") : compile(having);
        } catch (FullResultSetException full) {
            return Fragment.of("");
        }
    }

    Fragment from() {
        List<Fragment> items = new ArrayList<>();
        for (Map.Entry<String, FromItem> entry : query.aliasMap.entrySet()) {
            if (query.referenceCount(entry.getKey()) > 0) {
                items.add(Fragment.of(entry.getValue().toSql(this)));
            }
        }
        return Fragment.join(" ", items);
    }

    private List<Fragment> distinctOn() {
        List<Fragment> columns = new ArrayList<>();
        for (String name : query.distinctFields) {
            if (!syntax().supportsDistinctOn()) {
                throw new NotSupportedError("DISTINCT ON fields is not supported by this database backend");
            }
            if (query.annotationSelect().containsKey(name)) {
                columns.add(Fragment.of(quote(name)));
                continue;
            }
            PathResolver.JoinInfo info = PathResolver.join(
                    query, PathResolver.split(name), query.model(), Joining.initialAlias(query), null, true);
            columns.add(compile(PathResolver.column(query, info, PathResolver.trim(query, info))));
        }
        return columns;
    }

    /** With DISTINCT the columns of the order must be selected too. */
    private List<SelectItem> extraSelect(List<OrderItem> orderBy) {
        List<SelectItem> extra = new ArrayList<>();
        if (!query.distinct || !query.distinctFields.isEmpty()) {
            return extra;
        }
        List<Fragment> selected = select.stream().map(SelectItem::sql).toList();
        for (OrderItem item : orderBy) {
            if (!item.reference() && !selected.contains(item.operand())) {
                extra.add(new SelectItem(item.order(), item.operand(), null));
            }
        }
        return extra;
    }

    /** As a subquery it must not have more columns than were asked for. */
    private Fragment withoutExtra(Fragment sql) {
        List<Fragment> columns = new ArrayList<>();
        for (SelectItem item : select) {
            if (item.alias() != null) {
                columns.add(Fragment.of(quote("subquery") + "." + quote(item.alias())));
            } else if (item.expression() instanceof Col column) {
                columns.add(Fragment.of(
                        quote("subquery") + "." + quote(column.target().column())));
            } else {
                columns.add(compile(item.expression()));
            }
        }
        return Fragment.fill("SELECT {0} FROM ({1}) subquery", Fragment.join(", ", columns), sql);
    }

    /** The SQL of something selected. */
    Fragment selectSql(Expression expression) {
        try {
            return expression.selectFormat(this, compile(expression));
        } catch (EmptyResultSetException empty) {
            return expression.hasEmptyValue() ? compile(Value.of(expression.valueOfNothing())) : Fragment.of("0");
        } catch (FullResultSetException full) {
            return compile(Value.of(true));
        }
    }
}
