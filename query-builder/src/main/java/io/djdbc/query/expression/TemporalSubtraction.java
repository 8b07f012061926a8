package io.djdbc.query.expression;

import io.djdbc.query.model.FieldType;
import io.djdbc.query.sql.Query;
import java.util.List;

/** The duration between two dates or times. */
final class TemporalSubtraction extends Combined {

    TemporalSubtraction(Expression left, Expression right) {
        super(left, Operator.SUBTRACT, right);
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return new TemporalSubtraction(sources.get(0), sources.get(1));
    }

    @Override
    public Expression resolve(Query query, Resolution how) {
        return mapSources(source -> source.resolve(query, how));
    }

    @Override
    public ValueType valueTypeOrNull() {
        return ValueType.of(FieldType.DURATION);
    }

    @Override
    public Fragment toSql(SqlContext context) {
        return Fragment.fill(
                context.syntax().subtractTemporals(left.valueType().internalType()),
                context.compile(left),
                context.compile(right));
    }
}
