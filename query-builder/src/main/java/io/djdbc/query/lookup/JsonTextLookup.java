package io.djdbc.query.lookup;

import io.djdbc.query.expression.Conversion;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.SqlContext;
import java.util.List;
import java.util.Objects;

/** Lookups of text of a member of a JSON document. */
final class JsonTextLookup extends Lookup {

    JsonTextLookup(String name, Expression left, Operand right) {
        super(name, left, right);
    }

    @Override
    protected Lookup with(Expression newLeft, Operand newRight) {
        return new JsonTextLookup(name(), newLeft, newRight);
    }

    @Override
    protected Fragment sql(SqlContext context) {
        Expression text = left() instanceof JsonKey key ? key.asText() : left();
        Lookup plain = Objects.requireNonNull(
                name().endsWith("regex")
                        ? RegexLookup.create(name(), text, right())
                        : PatternLookup.create(name(), text, right()));
        if (!context.syntax().vendor().equals("mysql") || !name().startsWith("i")) {
            return plain.toSql(context);
        }
        // JSON text has a binary collation there
        Fragment left = plain.leftSql(context).wrap("LOWER(", ")");
        Fragment right = plain.rightSql(context).wrap("LOWER(", ")");
        String regex = context.syntax().regex(true);
        if (name().equals("iregex") && regex != null) {
            return Fragment.fill(regex, left, right);
        }
        return Fragment.join(" ", List.of(left, Fragment.fill(context.syntax().operator(name()), right)));
    }

    @Override
    protected Conversion adapt(SqlContext context) {
        return Conversion.NONE;
    }
}
