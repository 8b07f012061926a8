package io.djdbc.query.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL that the compiler made itself; never of a user. */
public final class RawSql extends Expression {

    private final Fragment sql;
    private final @Nullable ValueType type;

    public RawSql(Fragment sql, @Nullable ValueType type) {
        this.sql = sql;
        this.type = type;
    }

    @Override
    protected List<@Nullable Object> identity() {
        return List.of(sql);
    }

    @Override
    public @Nullable ValueType valueTypeOrNull() {
        return type;
    }

    @Override
    public Fragment toSql(SqlContext context) {
        return sql.wrap("(", ")");
    }
}
