package io.djdbc.query.expression;

import io.djdbc.query.EmptyResultSetException;
import java.util.List;

/** The opposite of a condition that is an expression: {@code NOT EXISTS(...)}. */
final class Negated extends Expression implements Condition {

    private final Expression condition;

    /** @param condition a {@link Condition} */
    Negated(Expression condition) {
        this.condition = condition;
    }

    @Override
    public List<Expression> sources() {
        return List.of(condition);
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return new Negated(sources.get(0));
    }

    @Override
    public ValueType valueTypeOrNull() {
        return ValueType.BOOLEAN;
    }

    @Override
    public Expression not() {
        return condition;
    }

    @Override
    public Fragment toSql(SqlContext context) {
        try {
            return context.compile(condition).wrap("NOT ", "");
        } catch (EmptyResultSetException never) {
            return context.syntax().supportsConditionInSelect() ? context.compile(Value.of(true)) : Fragment.of("1=1");
        }
    }

    @Override
    public Fragment selectFormat(SqlContext context, Fragment sql) {
        return conditionAsNumber(context, sql);
    }
}
