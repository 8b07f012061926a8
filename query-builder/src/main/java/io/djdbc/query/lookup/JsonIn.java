package io.djdbc.query.lookup;

import io.djdbc.query.expression.Bindings;
import io.djdbc.query.expression.Conversion;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.SqlContext;

/** {@code in} of a member of a JSON document. */
final class JsonIn extends InLookup {

    JsonIn(Expression left, Operand right) {
        super(left, right);
    }

    @Override
    protected Lookup with(Expression newLeft, Operand newRight) {
        return new JsonIn(newLeft, newRight);
    }

    @Override
    protected Fragment member(SqlContext context, Operand.Direct value) {
        Fragment sql = valueSql(context, value);
        return switch (context.syntax().vendor()) {
            case "oracle" -> JsonCompare.oracleValue(value.value(), sql);
            case "mysql" -> sql.wrap("JSON_UNQUOTE(JSON_EXTRACT(", ", '$'))");
            case "sqlite" -> value.value() instanceof Boolean ? sql : sql.wrap("JSON_EXTRACT(", ", '$')");
            default -> sql;
        };
    }

    @Override
    protected Conversion adapt(SqlContext context) {
        return Bindings.toJson(context.syntax());
    }
}
