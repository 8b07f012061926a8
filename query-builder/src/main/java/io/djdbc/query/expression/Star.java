package io.djdbc.query.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code *} of {@code COUNT(*)}. */
final class Star extends Expression {

    @Override
    public @Nullable ValueType valueTypeOrNull() {
        return null;
    }

    @Override
    public List<Expression> groupByColumns() {
        return List.of();
    }

    @Override
    public Fragment toSql(SqlContext context) {
        return Fragment.of("*");
    }
}
