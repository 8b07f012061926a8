package io.djdbc.query.lookup;

import io.djdbc.query.NotSupportedError;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.SqlContext;
import org.jspecify.annotations.Nullable;

/** The lookups of JSON documents and their members. */
final class JsonLookups {

    private JsonLookups() {}

    /** Refuses databases that cannot look into documents. */
    static void refuseWithout(SqlContext context) {
        if (!context.syntax().supportsJsonLookups()) {
            throw new NotSupportedError(context.syntax().vendor()
                    + " has no functions that look into JSON documents; filter them after reading.");
        }
    }

    static @Nullable LookupFactory find(Expression left, String name) {
        boolean key = left instanceof JsonKey;
        return switch (name) {
            case "exact" -> (expression, value) -> new JsonCompare(name, expression, Operand.single(value));
            case "gt", "gte", "lt", "lte" ->
                key ? (expression, value) -> new JsonCompare(name, expression, Operand.single(value)) : null;
            case "in" ->
                key ? (expression, value) -> new JsonIn(expression, InLookup.operand(expression, value)) : null;
            case "isnull" ->
                key ? (expression, value) -> new JsonIsNull(expression, IsNullLookup.checked(value)) : null;
            case "contains", "contained_by" ->
                (expression, value) -> new JsonContains(name, expression, Operand.single(value));
            case "has_key" -> (expression, value) -> new JsonHasKey(name, expression, Operand.single(value));
            case "has_keys", "has_any_keys" ->
                (expression, value) -> new JsonHasKey(name, expression, Operand.list(value));
            case "iexact", "icontains", "startswith", "istartswith", "endswith", "iendswith", "regex", "iregex" ->
                key ? (expression, value) -> new JsonTextLookup(name, expression, Operand.single(value)) : null;
            default -> null;
        };
    }
}
