package io.djdbc.query.expression;

import io.djdbc.query.model.FieldType;
import io.djdbc.query.sql.Query;
import java.util.List;

/** A date or time and a duration, or a duration and a number. */
final class DurationArithmetic extends Combined {

    DurationArithmetic(Expression left, Operator operator, Expression right) {
        super(left, operator, right);
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return new DurationArithmetic(sources.get(0), operator, sources.get(1));
    }

    @Override
    public Expression resolve(Query query, Resolution how) {
        return mapSources(source -> source.resolve(query, how));
    }

    @Override
    public Fragment toSql(SqlContext context) {
        if (context.syntax().hasNativeDuration()) {
            return super.toSql(context);
        }
        Fragment sql = Fragment.fill(
                context.syntax().combineDuration(operator.symbol()), operand(context, left), operand(context, right));
        return sql.wrap("(", ")");
    }

    private static Fragment operand(SqlContext context, Expression expression) {
        Fragment sql = context.compile(expression);
        return expression.hasType(FieldType.DURATION)
                ? Fragment.fill(context.syntax().durationOperand(), sql)
                : sql;
    }
}
