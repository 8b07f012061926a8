package io.djdbc.query.expression;

import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.model.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of type. */
public final class Cast extends Expression {

    private final Expression expression;
    private final ValueType type;

    public Cast(Expression expression, ValueType type) {
        this.expression = expression;
        this.type = type;
    }

    @Override
    public List<Expression> sources() {
        return List.of(expression);
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return new Cast(sources.get(0), type);
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
    public Fragment toSql(SqlContext context) {
        QuerySyntax syntax = context.syntax();
        Field field = type.field();
        String sqlType = syntax.castType(
                type.internalType(),
                field == null ? null : field.maxLength(),
                field == null ? null : field.maxDigits(),
                field == null ? null : field.decimalPlaces());
        Fragment sql = context.compile(expression);
        return syntax.castsCaseInUpdate()
                ? sql.wrap("(", ")::" + sqlType)
                : castDecimal(context, sql.wrap("CAST(", " AS " + sqlType + ")"));
    }
}
