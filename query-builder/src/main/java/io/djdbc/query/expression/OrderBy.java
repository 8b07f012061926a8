package io.djdbc.query.expression;

import io.djdbc.dialect.QuerySyntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression in an order: {@code F.of("rating").desc().nullsLast()}. */
public final class OrderBy extends Expression {

    enum Nulls {
        DEFAULT,
        FIRST,
        LAST
    }

    private final Expression expression;
    private final boolean descending;
    private final Nulls nulls;

    OrderBy(Expression expression, boolean descending, Nulls nulls) {
        this.expression = expression;
        this.descending = descending;
        this.nulls = nulls;
    }

    public OrderBy(Expression expression, boolean descending) {
        this(expression, descending, Nulls.DEFAULT);
    }

    /** NULL before all values. */
    public OrderBy nullsFirst() {
        return new OrderBy(expression, descending, Nulls.FIRST);
    }

    /** NULL after all values. */
    public OrderBy nullsLast() {
        return new OrderBy(expression, descending, Nulls.LAST);
    }

    /** The other way round, NULL too. */
    public OrderBy reversed() {
        Nulls other = nulls == Nulls.FIRST ? Nulls.LAST : nulls == Nulls.LAST ? Nulls.FIRST : Nulls.DEFAULT;
        return new OrderBy(expression, !descending, other);
    }

    /** The same order of another expression. */
    public OrderBy of(Expression other) {
        return new OrderBy(other, descending, nulls);
    }

    public Expression expression() {
        return expression;
    }

    public boolean isDescending() {
        return descending;
    }

    /** Whether it says where NULL comes. */
    public boolean placesNulls() {
        return nulls != Nulls.DEFAULT;
    }

    @Override
    public OrderBy asc() {
        return new OrderBy(expression, false, nulls);
    }

    @Override
    public OrderBy desc() {
        return new OrderBy(expression, true, nulls);
    }

    @Override
    public List<Expression> sources() {
        return List.of(expression);
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return of(sources.get(0));
    }

    @Override
    protected List<@Nullable Object> identity() {
        return List.of(descending, nulls);
    }

    @Override
    public List<Expression> groupByColumns() {
        return expression.groupByColumns();
    }

    /** The operand's SQL without the direction. */
    public Fragment operandSql(SqlContext context) {
        Fragment sql = context.compile(expression);
        boolean bareCondition = !context.syntax().supportsConditionInSelect() && expression instanceof Condition;
        return bareCondition ? conditionAsNumber(context, sql) : sql;
    }

    @Override
    public Fragment toSql(SqlContext context) {
        return toSql(context, operandSql(context));
    }

    /** With the operand's SQL given. */
    public Fragment toSql(SqlContext context, Fragment operand) {
        QuerySyntax syntax = context.syntax();
        String direction = descending ? " DESC" : " ASC";
        if (nulls == Nulls.DEFAULT) {
            return operand.wrap("", direction);
        }
        if (syntax.supportsNullsOrder()) {
            return operand.wrap("", direction + (nulls == Nulls.LAST ? " NULLS LAST" : " NULLS FIRST"));
        }
        if (nulls == Nulls.LAST && !(descending && syntax.nullsAreFirst())) {
            return Fragment.fill("{0} IS NULL, {0}" + direction, operand);
        }
        if (nulls == Nulls.FIRST && (descending || !syntax.nullsAreFirst())) {
            return Fragment.fill("{0} IS NOT NULL, {0}" + direction, operand);
        }
        return operand.wrap("", direction);
    }
}
