package io.djdbc.query.sql;

import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.expression.ValueType;
import java.util.List;

/** The condition of {@code none()}. */
final class Nothing extends Expression {

    static final Nothing INSTANCE = new Nothing();

    private Nothing() {}

    @Override
    public ValueType valueTypeOrNull() {
        return ValueType.BOOLEAN;
    }

    @Override
    public List<Expression> groupByColumns() {
        return List.of();
    }

    @Override
    public Fragment toSql(SqlContext context) {
        throw EmptyResultSetException.INSTANCE;
    }
}
