package io.djdbc.query.sql;

import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.FullResultSetException;
import io.djdbc.query.Q.Connector;
import io.djdbc.query.expression.Case;
import io.djdbc.query.expression.Condition;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.Func;
import io.djdbc.query.expression.Resolution;
import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.expression.Value;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.expression.When;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions of a query, connected and perhaps negated. Immutable. */
public final class WhereNode extends Expression implements Condition {

    static final WhereNode EMPTY = new WhereNode(Connector.AND, false, false, List.of());

    private final Connector connector;
    private final boolean negated;
    private final boolean resolved;
    private final List<Expression> children;

    private WhereNode(Connector connector, boolean negated, boolean resolved, List<Expression> children) {
        this.connector = connector;
        this.negated = negated;
        this.resolved = resolved;
        this.children = List.copyOf(children);
    }

    static WhereNode of(Connector connector, boolean negated) {
        return new WhereNode(connector, negated, false, List.of());
    }

    static WhereNode of(Expression condition) {
        return new WhereNode(Connector.AND, false, false, List.of(condition));
    }

    boolean isEmpty() {
        return children.isEmpty();
    }

    List<Expression> children() {
        return children;
    }

    /** With a further condition. */
    WhereNode add(Expression condition, Connector by) {
        List<Expression> all = new ArrayList<>();
        if (connector != by) {
            all.add(this);
            all.add(condition);
            return new WhereNode(by, negated, resolved, all);
        }
        all.addAll(children);
        if (condition instanceof WhereNode node
                && !node.negated
                && (node.connector == by || node.children.size() == 1)) {
            all.addAll(node.children);
        } else {
            all.add(condition);
        }
        return new WhereNode(connector, negated, resolved, all);
    }

    @Override
    public List<Expression> sources() {
        return children;
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return new WhereNode(connector, negated, resolved, sources);
    }

    @Override
    protected List<@Nullable Object> identity() {
        return List.of(connector, negated);
    }

    @Override
    public Expression resolve(Query query, Resolution how) {
        WhereNode node = resolveChildren(query, how);
        return new WhereNode(connector, negated, true, node.children);
    }

    /** As {@link #resolve}, for the WHERE of a subquery. */
    WhereNode resolveChildren(Query query, Resolution how) {
        return (WhereNode) mapSources(child ->
                child instanceof WhereNode node ? node.resolveChildren(query, how) : child.resolve(query, how));
    }

    @Override
    public Expression resolvedAgain() {
        return new WhereNode(connector, negated, true, childrenResolvedAgain().children);
    }

    private WhereNode childrenResolvedAgain() {
        return (WhereNode) mapSources(
                child -> child instanceof WhereNode node ? node.childrenResolvedAgain() : child.resolvedAgain());
    }

    @Override
    public ValueType valueTypeOrNull() {
        return ValueType.BOOLEAN;
    }

    /** Django does not look into conditions. */
    @Override
    public boolean containsSubquery() {
        return false;
    }

    @Override
    public List<Expression> groupByColumns() {
        List<Expression> columns = new ArrayList<>();
        for (Expression child : children) {
            columns.addAll(child.groupByColumns());
        }
        return columns;
    }

    /**
     * What goes to WHERE and what to HAVING.
     *
     * @param where null: nothing
     * @param having null: nothing
     */
    record Split(@Nullable WhereNode where, @Nullable WhereNode having) {}

    Split split(boolean inNegated) {
        if (!containsAggregate()) {
            return new Split(this, null);
        }
        boolean effective = inNegated ^ negated;
        boolean together = effective && connector == Connector.AND
                || !effective && connector == Connector.OR
                || connector == Connector.XOR;
        if (together) {
            return new Split(null, this);
        }
        List<Expression> where = new ArrayList<>();
        List<Expression> having = new ArrayList<>();
        for (Expression child : children) {
            if (child instanceof WhereNode node) {
                Split parts = node.split(effective);
                if (parts.where() != null) {
                    where.add(parts.where());
                }
                if (parts.having() != null) {
                    having.add(parts.having());
                }
            } else {
                (child.containsAggregate() ? having : where).add(child);
            }
        }
        return new Split(
                where.isEmpty() ? null : new WhereNode(connector, negated, resolved, where),
                having.isEmpty() ? null : new WhereNode(connector, negated, resolved, having));
    }

    @Override
    public Fragment toSql(SqlContext context) {
        if (connector == Connector.XOR && !context.syntax().supportsXor()) {
            return withoutXor().toSql(context);
        }
        int fullNeeded = connector == Connector.AND ? children.size() : 1;
        int emptyNeeded = connector == Connector.AND ? 1 : children.size();
        List<Fragment> parts = new ArrayList<>();
        for (Expression child : children) {
            try {
                Fragment sql = context.compile(child);
                if (sql.sql().isEmpty()) {
                    fullNeeded--;
                } else {
                    parts.add(sql);
                }
            } catch (EmptyResultSetException empty) {
                emptyNeeded--;
            } catch (FullResultSetException full) {
                fullNeeded--;
            }
            if (emptyNeeded == 0) {
                throw negated ? FullResultSetException.INSTANCE : EmptyResultSetException.INSTANCE;
            }
            if (fullNeeded == 0) {
                throw negated ? EmptyResultSetException.INSTANCE : FullResultSetException.INSTANCE;
            }
        }
        if (parts.isEmpty()) {
            throw FullResultSetException.INSTANCE;
        }
        Fragment sql = Fragment.join(" " + connector.name() + " ", parts);
        if (negated) {
            return sql.wrap("NOT (", ")");
        }
        return parts.size() > 1 || resolved ? sql.wrap("(", ")") : sql;
    }

    /** One of them holds, and the number of those that hold is odd. */
    private WhereNode withoutXor() {
        Expression sum = null;
        for (Expression child : children) {
            Expression one = Case.of(When.of(child, Value.of(1))).otherwise(Value.of(0));
            sum = sum == null ? one : sum.plus(one);
        }
        if (sum == null) {
            return new WhereNode(Connector.AND, negated, resolved, List.of());
        }
        Expression odd = children.size() > 2 ? Func.mod(sum, 2) : sum;
        return new WhereNode(
                Connector.AND,
                negated,
                resolved,
                List.of(new WhereNode(Connector.OR, false, false, children), Filters.exact(Value.of(1), odd)));
    }

    @Override
    public Fragment selectFormat(SqlContext context, Fragment sql) {
        return conditionAsNumber(context, sql);
    }
}
