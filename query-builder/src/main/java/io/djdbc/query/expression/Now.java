package io.djdbc.query.expression;

import io.djdbc.query.model.FieldType;
import java.util.List;

/** The time of the database. */
final class Now extends Expression {

    @Override
    public ValueType valueTypeOrNull() {
        return ValueType.of(FieldType.DATE_TIME);
    }

    @Override
    public List<Expression> groupByColumns() {
        return List.of();
    }

    @Override
    public Fragment toSql(SqlContext context) {
        return Fragment.of(context.syntax().now());
    }
}
