package io.djdbc.query.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression with a type that the user gave it, Django's {@code ExpressionWrapper}. */
final class Typed extends Expression {

    private final Expression expression;
    private final ValueType type;

    Typed(Expression expression, ValueType type) {
        this.expression = expression;
        this.type = type;
    }

    @Override
    public List<Expression> sources() {
        return List.of(expression);
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return new Typed(sources.get(0), type);
    }

    @Override
    protected List<@Nullable Object> identity() {
        return List.of(type);
    }

    @Override
    public ValueType valueTypeOrNull() {
        return type;
    }

    @Override
    public List<Expression> groupByColumns() {
        return expression instanceof Value
                ? List.of()
                : containsAggregate() ? super.groupByColumns() : expression.groupByColumns();
    }

    @Override
    public Fragment toSql(SqlContext context) {
        return castDecimal(context, context.compile(expression));
    }
}
