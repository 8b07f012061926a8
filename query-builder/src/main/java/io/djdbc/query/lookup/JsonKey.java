package io.djdbc.query.lookup;

import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.Parameter;
import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.model.FieldType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A member of a JSON document: {@code data__owner__name}; {@code text}: as text, for comparisons of texts. */
final class JsonKey extends Transform {

    private final String key;
    private final boolean text;

    private JsonKey(String key, Expression operand, boolean text) {
        super(operand);
        this.key = key;
        this.text = text;
    }

    static JsonKey of(String key, Expression operand) {
        return new JsonKey(key, operand, false);
    }

    JsonKey asText() {
        return new JsonKey(key, operand(), true);
    }

    String key() {
        return key;
    }

    @Override
    protected Expression of(Expression newOperand) {
        return new JsonKey(key, newOperand, text);
    }

    @Override
    protected List<@Nullable Object> identity() {
        return List.of(key, text);
    }

    @Override
    public ValueType valueTypeOrNull() {
        return ValueType.of(text ? FieldType.TEXT : FieldType.JSON);
    }

    /** The document that the keys are of. */
    Expression document() {
        return operand() instanceof JsonKey parent ? parent.document() : operand();
    }

    /** All keys, the outermost first. */
    List<String> keys() {
        List<String> keys = operand() instanceof JsonKey parent ? parent.keys() : new ArrayList<>();
        keys.add(key);
        return keys;
    }

    @Override
    public Fragment toSql(SqlContext context) {
        JsonLookups.refuseWithout(context);
        Fragment document = context.compile(document());
        List<String> keys = keys();
        Fragment path = Fragment.of("?", Parameter.constant(JsonPath.of(keys)));
        return switch (context.syntax().vendor()) {
            case "postgresql" -> postgreSql(document, keys);
            case "sqlite" ->
                Fragment.fill(
                        "(CASE WHEN JSON_TYPE({0}, {1}) IN ('null','false','true') THEN JSON_TYPE({0}, {1})"
                                + " ELSE JSON_EXTRACT({0}, {1}) END)",
                        document, path);
            case "oracle" ->
                Fragment.fill(
                        "COALESCE(JSON_QUERY({0}, {1}),JSON_VALUE({0}, {1}))",
                        document, Fragment.of(JsonPath.oracleLiteral(JsonPath.of(keys))));
            default -> {
                Fragment sql = Fragment.fill("JSON_EXTRACT({0}, {1})", document, path);
                yield text ? sql.wrap("JSON_UNQUOTE(", ")") : sql;
            }
        };
    }

    private Fragment postgreSql(Fragment document, List<String> keys) {
        Object operand = keys.size() > 1 ? keys : JsonPath.isIndex(key) ? (Object) Long.valueOf(key) : key;
        String operator = (keys.size() > 1 ? "#>" : "->") + (text ? ">" : "");
        return Fragment.fill("({0} " + operator + " {1})", document, Fragment.of("?", Parameter.constant(operand)));
    }
}
