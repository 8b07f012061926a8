package io.djdbc.query.expression;

import io.djdbc.query.model.FieldType;
import java.util.List;

/** A random number, for {@code orderBy("?")}. */
public final class Random extends Expression {

    @Override
    public ValueType valueTypeOrNull() {
        return ValueType.of(FieldType.FLOAT);
    }

    @Override
    public List<Expression> groupByColumns() {
        return List.of();
    }

    @Override
    public Fragment toSql(SqlContext context) {
        return Fragment.of(context.syntax().random());
    }
}
