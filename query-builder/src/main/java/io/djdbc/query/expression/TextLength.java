package io.djdbc.query.expression;

import io.djdbc.query.model.FieldType;
import java.util.List;

/** The length of a text in characters. */
final class TextLength extends Func {

    TextLength(List<Expression> arguments) {
        super("LENGTH", arguments, ValueType.of(FieldType.INTEGER));
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return new TextLength(sources);
    }

    @Override
    public Fragment toSql(SqlContext context) {
        return Fragment.fill(
                context.syntax().length(), context.compile(sources().get(0)));
    }
}
