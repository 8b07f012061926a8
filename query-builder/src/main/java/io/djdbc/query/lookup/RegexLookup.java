package io.djdbc.query.lookup;

import io.djdbc.query.expression.Conversion;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.SqlContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code regex} and {@code iregex}: the database's own regular expressions. */
final class RegexLookup extends Lookup {

    private RegexLookup(String name, Expression left, Operand right) {
        super(name, left, right);
    }

    static Lookup create(String name, Expression left, @Nullable Object value) {
        return new RegexLookup(name, left, Operand.single(value));
    }

    @Override
    protected Lookup with(Expression newLeft, Operand newRight) {
        return new RegexLookup(name(), newLeft, newRight);
    }

    @Override
    protected Fragment sql(SqlContext context) {
        String template = context.syntax().regex(name().equals("iregex"));
        if (template != null) {
            return Fragment.fill(template, leftSql(context), rightSql(context));
        }
        Fragment operand = Fragment.fill(context.syntax().operator(name()), rightSql(context));
        return Fragment.join(" ", List.of(leftSql(context), operand));
    }

    @Override
    protected Conversion adapt(SqlContext context) {
        return Conversion.NONE;
    }
}
