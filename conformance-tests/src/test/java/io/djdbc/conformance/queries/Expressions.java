package io.djdbc.conformance.queries;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.query.Q;
import io.djdbc.query.expression.Aggregate;
import io.djdbc.query.expression.Case;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.F;
import io.djdbc.query.expression.Func;
import io.djdbc.query.expression.Operator;
import io.djdbc.query.expression.OrderBy;
import io.djdbc.query.expression.OuterRef;
import io.djdbc.query.expression.Value;
import io.djdbc.query.expression.When;
import io.djdbc.query.model.FieldType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Conditions, expressions and values of the neutral form as those of the query builder. */
final class Expressions {

    private final Scope scope;

    Expressions(Scope scope) {
        this.scope = scope;
    }

    /** Conditions that all hold. */
    Expression[] conditions(JsonNode array) {
        if (array.isEmpty()) {
            return new Expression[0];
        }
        List<Object> children = new ArrayList<>();
        array.forEach(node -> children.add(child(node)));
        return new Expression[] {Q.of(Q.Connector.AND, false, children)};
    }

    Expression condition(JsonNode node) {
        Object child = child(node);
        return child instanceof Expression expression ? expression : Q.of(Q.Connector.AND, false, List.of(child));
    }

    /** A comparison as such, as it is one keyword in Django; else an expression. */
    private Object child(JsonNode node) {
        if (node.has("lookup")) {
            return new Q.Comparison(node.get("lookup").asText(), value(node.get("value")));
        }
        if (node.has("expr")) {
            return expression(node.get("expr"));
        }
        if (node.has("not")) {
            Object child = child(node.get("not"));
            if (child instanceof Expression expression) {
                return expression.not();
            }
            return Q.of(Q.Connector.AND, true, List.of(child));
        }
        for (Q.Connector connector : Q.Connector.values()) {
            JsonNode parts = node.get(connector.name().toLowerCase(java.util.Locale.ROOT));
            if (parts != null) {
                List<Object> children = new ArrayList<>();
                parts.forEach(part -> children.add(child(part)));
                return Q.of(connector, false, children);
            }
        }
        throw new IllegalArgumentException("a condition that this reader does not know: " + node);
    }

    /** A plain or typed value, an expression, an instance, a query set, or a list or map of them. */
    @Nullable
    Object value(JsonNode node) {
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(item -> list.add(value(item)));
            return list;
        }
        if (!node.isObject() || node.isEmpty()) {
            return NeutralValue.of(node);
        }
        if (node.has("$query")) {
            return scope.run(Pipeline.of(node.get("$query")));
        }
        if (node.has("$var")) {
            return scope.variable(node.get("$var").asText());
        }
        if (node.has("$map")) {
            Map<@Nullable Object, @Nullable Object> map = new LinkedHashMap<>();
            node.get("$map").forEach(pair -> map.put(value(pair.get(0)), value(pair.get(1))));
            return map;
        }
        Expression expression = expressionOrNull(node);
        return expression != null ? expression : NeutralValue.of(node);
    }

    Expression expression(JsonNode node) {
        Expression expression = expressionOrNull(node);
        return expression != null ? expression : Value.orExpression(Objects.requireNonNull(value(node)));
    }

    private @Nullable Expression expressionOrNull(JsonNode node) {
        String form = node.isObject() && !node.isEmpty() ? node.fieldNames().next() : "";
        return switch (form) {
            case "$f" -> F.of(node.get("$f").asText());
            case "$value" -> Value.of(value(node.get("$value")));
            case "$arith" -> arithmetic(node.get("$arith"));
            case "$order" -> order(node);
            case "$agg" -> aggregate(node);
            case "$func" -> function(node);
            case "$case" -> branches(node);
            case "$wrap" ->
                expression(node.get("$wrap")).as(type(node.get("type").asText()));
            case "$subquery" -> scope.subquery(Pipeline.of(node.get("$subquery")));
            case "$exists" -> scope.exists(Pipeline.of(node.get("$exists")));
            case "$outer_ref" -> OuterRef.of(node.get("$outer_ref").asText());
            case "$cond" -> condition(node.get("$cond"));
            default -> null;
        };
    }

    private static FieldType type(String internal) {
        for (FieldType type : FieldType.values()) {
            if (type.internalType().equals(internal)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no such type: " + internal);
    }

    private Expression arithmetic(JsonNode parts) {
        Expression left = expression(parts.get(1));
        Object right = Objects.requireNonNull(value(parts.get(2)));
        return switch (parts.get(0).asText()) {
            case "+" -> left.plus(right);
            case "-" -> left.minus(right);
            case "*" -> left.times(right);
            case "/" -> left.dividedBy(right);
            case "%" -> left.modulo(right);
            case "^" -> left.power(right);
            case "bitand" -> left.apply(Operator.BIT_AND, right);
            case "bitor" -> left.apply(Operator.BIT_OR, right);
            case "bitxor" -> left.apply(Operator.BIT_XOR, right);
            case "bitleftshift" -> left.apply(Operator.BIT_LEFT_SHIFT, right);
            case "bitrightshift" -> left.apply(Operator.BIT_RIGHT_SHIFT, right);
            default -> throw new IllegalArgumentException("an operator that this reader does not know: " + parts);
        };
    }

    private Expression order(JsonNode node) {
        OrderBy order =
                new OrderBy(expression(node.get("$order")), node.path("desc").asBoolean());
        if (node.path("nulls_first").asBoolean()) {
            return order.nullsFirst();
        }
        return node.path("nulls_last").asBoolean() ? order.nullsLast() : order;
    }

    private Expression aggregate(JsonNode node) {
        JsonNode argument = node.get("arg");
        boolean star = argument.isTextual() && argument.asText().equals("*");
        Object of = star ? "*" : expression(argument);
        Aggregate aggregate = switch (node.get("$agg").asText()) {
            case "Count" -> Aggregate.count(of);
            case "Sum" -> Aggregate.sum(of);
            case "Avg" -> Aggregate.avg(of);
            case "Min" -> Aggregate.min(of);
            case "Max" -> Aggregate.max(of);
            default -> throw new IllegalArgumentException("an aggregate that this reader does not know: " + node);
        };
        if (node.path("distinct").asBoolean()) {
            aggregate = aggregate.distinct();
        }
        if (node.has("filter")) {
            aggregate = aggregate.filter(condition(node.get("filter")));
        }
        if (node.has("default")) {
            aggregate = aggregate.orElse(Objects.requireNonNull(value(node.get("default"))));
        }
        return aggregate;
    }

    private Expression function(JsonNode node) {
        List<Object> arguments = new ArrayList<>();
        node.get("args").forEach(argument -> arguments.add(expression(argument)));
        Object first = arguments.get(0);
        return switch (node.get("$func").asText()) {
            case "Lower" -> Func.lower(first);
            case "Upper" -> Func.upper(first);
            case "Length" -> Func.length(first);
            case "Coalesce" -> Func.coalesce(arguments.toArray());
            case "Concat" -> Func.concat(arguments.toArray());
            case "Now" -> Func.now();
            default -> throw new IllegalArgumentException("a function that this reader does not know: " + node);
        };
    }

    private Expression branches(JsonNode node) {
        List<When> branches = new ArrayList<>();
        node.get("$case")
                .forEach(
                        branch -> branches.add(When.of(condition(branch.get("when")), expression(branch.get("then")))));
        Case made = Case.of(branches.toArray(When[]::new));
        return node.has("default") ? made.otherwise(expression(node.get("default"))) : made;
    }
}
