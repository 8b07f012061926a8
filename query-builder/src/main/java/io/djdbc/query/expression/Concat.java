package io.djdbc.query.expression;

import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.model.FieldType;
import java.util.List;

/** Two texts one after the other. */
final class Concat extends Func {

    Concat(Expression left, Expression right) {
        super("CONCAT", List.of(left, right), null);
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return new Concat(sources.get(0), sources.get(1));
    }

    @Override
    public Fragment toSql(SqlContext context) {
        QuerySyntax syntax = context.syntax();
        return Fragment.fill(
                syntax.concat(),
                part(context, sources().get(0)),
                part(context, sources().get(1)));
    }

    private static Fragment part(SqlContext context, Expression text) {
        if (!context.syntax().concatNeedsCoalesce()) {
            return context.compile(text);
        }
        ValueType type = text.valueTypeOrNull();
        Expression cast = type == null || type.type().isText() ? text : new Cast(text, ValueType.of(FieldType.TEXT));
        return context.compile(Func.coalesce(cast, Value.of("")));
    }
}
