package io.djdbc.query.lookup;

import io.djdbc.query.expression.Bindings;
import io.djdbc.query.expression.Conversion;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.SqlContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code exact} of a JSON document or a member of one; {@code gt} and its like of a member. */
final class JsonCompare extends Lookup {

    JsonCompare(String name, Expression left, Operand right) {
        super(name, left, right);
    }

    @Override
    protected Lookup with(Expression newLeft, Operand newRight) {
        return new JsonCompare(name(), newLeft, newRight);
    }

    @Override
    public boolean takesNull() {
        return name().equals("exact");
    }

    @Override
    protected Fragment sql(SqlContext context) {
        JsonLookups.refuseWithout(context);
        boolean exact = name().equals("exact");
        String vendor = context.syntax().vendor();
        if (exact && vendor.equals("oracle")) {
            return oracle(context);
        }
        Fragment right = rightSql(context);
        if (exact && isDirect()) {
            right = asJson(vendor, right);
        }
        Fragment operand = Fragment.fill(context.syntax().operator(name()), right);
        return Fragment.join(" ", List.of(leftSql(context), operand));
    }

    private Fragment asJson(String vendor, Fragment right) {
        boolean member = left() instanceof JsonKey;
        boolean word = isNull() || directValue() instanceof Boolean;
        return vendor.equals("mysql") || vendor.equals("sqlite") && member && !word
                ? right.wrap("JSON_EXTRACT(", ", '$')")
                : right;
    }

    private Fragment oracle(SqlContext context) {
        if (!(left() instanceof JsonKey key)) {
            return Fragment.fill("JSON_EQUAL({0}, {1} ERROR ON ERROR)", leftSql(context), rightSql(context));
        }
        if (isNull()) {
            Fragment exists = JsonHasKey.exists(context, key);
            return Fragment.fill("{0} AND {1} IS NULL", exists, leftSql(context));
        }
        Fragment right = rightSql(context);
        return Fragment.fill("{0} = {1}", leftSql(context), isDirect() ? oracleValue(directValue(), right) : right);
    }

    static Fragment oracleValue(@Nullable Object value, Fragment sql) {
        boolean container = value instanceof Map || value instanceof Collection;
        return sql.wrap(
                (container ? "JSON_QUERY" : "JSON_VALUE") + "(JSON_OBJECT('value' VALUE ", " FORMAT JSON), '$.value')");
    }

    @Override
    protected Conversion adapt(SqlContext context) {
        boolean document = name().equals("exact") || context.syntax().vendor().equals("postgresql");
        return document ? Bindings.toJson(context.syntax()) : Conversion.NONE;
    }
}
