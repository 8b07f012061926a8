package io.djdbc.query.lookup;

import io.djdbc.query.NotSupportedError;
import io.djdbc.query.expression.Bindings;
import io.djdbc.query.expression.Conversion;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.SqlContext;

/** {@code contains} and {@code contained_by} of JSON documents. */
final class JsonContains extends Lookup {

    JsonContains(String name, Expression left, Operand right) {
        super(name, left, right);
    }

    @Override
    protected Lookup with(Expression newLeft, Operand newRight) {
        return new JsonContains(name(), newLeft, newRight);
    }

    @Override
    protected Fragment sql(SqlContext context) {
        JsonLookups.refuseWithout(context);
        boolean contains = name().equals("contains");
        Fragment left = context.compile(left());
        return switch (context.syntax().vendor()) {
            case "postgresql" -> Fragment.fill(contains ? "{0} @> {1}" : "{0} <@ {1}", left, rightSql(context));
            case "mysql" ->
                Fragment.fill(
                        contains ? "JSON_CONTAINS({0}, {1})" : "JSON_CONTAINS({1}, {0})", left, rightSql(context));
            default -> throw new NotSupportedError(name() + " lookup is not supported on this database backend.");
        };
    }

    @Override
    protected Conversion adapt(SqlContext context) {
        return Bindings.toJson(context.syntax());
    }
}
