package io.djdbc.query.lookup;

import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.Parameter;
import io.djdbc.query.expression.SqlContext;

/** Whether a JSON document has no such member; JSON's null is a member. */
final class JsonIsNull extends IsNullLookup {

    JsonIsNull(Expression left, Operand right) {
        super(left, right);
    }

    @Override
    protected Lookup with(Expression newLeft, Operand newRight) {
        return new JsonIsNull(newLeft, newRight);
    }

    @Override
    protected Fragment sql(SqlContext context) {
        if (!(left() instanceof JsonKey key)) {
            return super.sql(context);
        }
        switch (context.syntax().vendor()) {
            case "sqlite" -> {
                Fragment path = Fragment.of("?", Parameter.constant(JsonPath.of(key.keys())));
                String template = wantsNull() ? "JSON_TYPE({0}, {1}) IS NULL" : "JSON_TYPE({0}, {1}) IS NOT NULL";
                return Fragment.fill(template, context.compile(key.document()), path);
            }
            case "oracle" -> {
                Fragment exists = JsonHasKey.exists(context, key);
                return wantsNull()
                        ? Fragment.fill("(NOT {0} OR {1} IS NULL)", exists, context.compile(key.document()))
                        : exists;
            }
            default -> {
                return super.sql(context);
            }
        }
    }
}
