package io.djdbc.conformance.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.queries.NeutralValue;
import io.djdbc.conformance.queries.Pipeline;
import io.djdbc.query.Q;
import io.djdbc.query.expression.Aggregate;
import io.djdbc.query.expression.Case;
import io.djdbc.query.expression.Exists;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.F;
import io.djdbc.query.expression.Func;
import io.djdbc.query.expression.Operator;
import io.djdbc.query.expression.OrderBy;
import io.djdbc.query.expression.OuterRef;
import io.djdbc.query.expression.Subquery;
import io.djdbc.query.expression.Value;
import io.djdbc.query.expression.When;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.sql.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Conditions and expressions of the neutral form as the query builder's own. */
final class AstReader {

    private final Function<Pipeline, Object> pipelines;
    private final Function<String, Object> variables;
    private final UnaryOperator<@Nullable Object> values;

    /**
     * A reader.
     *
     * @param pipelines the query, or instance, that a pipeline gives
     * @param variables what a variable holds
     * @param values what to take for a plain value
     */
    AstReader(
            Function<Pipeline, Object> pipelines,
            Function<String, Object> variables,
            UnaryOperator<@Nullable Object> values) {
        this.pipelines = pipelines;
        this.variables = variables;
        this.values = values;
    }

    /** Conditions that all hold. */
    Q all(JsonNode conditions) {
        List<Object> children = new ArrayList<>();
        conditions.forEach(condition -> children.add(child(condition)));
        return Q.of(Q.Connector.AND, false, children);
    }

    private Object child(JsonNode node) {
        if (node.has("lookup")) {
            return new Q.Comparison(node.get("lookup").asText(), value(node.get("value")));
        }
        return node.has("expr") ? expression(node.get("expr")) : condition(node);
    }

    Q condition(JsonNode node) {
        if (node.has("not")) {
            return condition(node.get("not")).not();
        }
        for (Q.Connector connector : Q.Connector.values()) {
            JsonNode parts = node.get(connector.name().toLowerCase(Locale.ROOT));
            if (parts != null) {
                return connected(connector, parts);
            }
        }
        return Q.of(Q.Connector.AND, false, List.of(child(node)));
    }

    private Q connected(Q.Connector connector, JsonNode parts) {
        if (connector == Q.Connector.AND) {
            return all(parts);
        }
        Q all = Q.all();
        for (JsonNode part : parts) {
            Q next = condition(part);
            all = connector == Q.Connector.OR ? all.or(next) : all.xor(next);
        }
        return all;
    }

    /** A value, an expression, a query or an instance. */
    @Nullable
    Object value(JsonNode node) {
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(member -> list.add(value(member)));
            return list;
        }
        if (!node.isObject() || node.isEmpty()) {
            return values.apply(NeutralValue.of(node));
        }
        return switch (node.fieldNames().next()) {
            case "$query" -> pipelines.apply(Pipeline.of(node.get("$query")));
            case "$var" -> variables.apply(node.get("$var").asText());
            case "$f",
                    "$value",
                    "$arith",
                    "$order",
                    "$agg",
                    "$func",
                    "$case",
                    "$wrap",
                    "$subquery",
                    "$exists",
                    "$outer_ref",
                    "$cond" -> expression(node);
            default -> values.apply(NeutralValue.of(node));
        };
    }

    Expression expression(JsonNode node) {
        String form = node.isObject() && !node.isEmpty() ? node.fieldNames().next() : "";
        JsonNode body = node.path(form);
        return switch (form) {
            case "$f" -> F.of(body.asText());
            case "$value" -> Value.of(NeutralValue.of(body));
            case "$arith" -> expression(body.get(1)).apply(operator(body.get(0).asText()), expression(body.get(2)));
            case "$order" -> order(node, expression(body));
            case "$agg" -> aggregate(node);
            case "$func" -> function(body.asText(), node.get("args"));
            case "$case" -> cases(node);
            case "$wrap" -> expression(body).as(type(node.get("type").asText()));
            case "$subquery" -> new Subquery((Query) pipelines.apply(Pipeline.of(body)));
            case "$exists" -> new Exists((Query) pipelines.apply(Pipeline.of(body)));
            case "$outer_ref" -> OuterRef.of(body.asText());
            case "$cond" -> condition(body);
            default -> Value.of(NeutralValue.of(node));
        };
    }

    private static OrderBy order(JsonNode node, Expression expression) {
        OrderBy order = node.path("desc").asBoolean() ? expression.desc() : expression.asc();
        if (node.path("nulls_first").asBoolean()) {
            return order.nullsFirst();
        }
        return node.path("nulls_last").asBoolean() ? order.nullsLast() : order;
    }

    private Aggregate aggregate(JsonNode node) {
        JsonNode argument = node.get("arg");
        Object of = argument.isTextual() ? argument.asText() : expression(argument);
        Aggregate aggregate = switch (node.get("$agg").asText()) {
            case "Count" -> Aggregate.count(of);
            case "Sum" -> Aggregate.sum(of);
            case "Avg" -> Aggregate.avg(of);
            case "Min" -> Aggregate.min(of);
            case "Max" -> Aggregate.max(of);
            default -> throw new IllegalArgumentException(node.toString());
        };
        if (node.path("distinct").asBoolean()) {
            aggregate = aggregate.distinct();
        }
        if (node.has("filter")) {
            aggregate = aggregate.filter(condition(node.get("filter")));
        }
        return node.has("default") ? aggregate.orElse(NeutralValue.of(node.get("default"))) : aggregate;
    }

    private Expression function(String name, JsonNode arguments) {
        List<Expression> parts = new ArrayList<>();
        arguments.forEach(argument -> parts.add(expression(argument)));
        return switch (name) {
            case "Lower" -> Func.lower(parts.get(0));
            case "Upper" -> Func.upper(parts.get(0));
            case "Length" -> Func.length(parts.get(0));
            case "Coalesce" -> Func.coalesce(parts.toArray());
            case "NullIf" -> Func.nullIf(parts.get(0), parts.get(1));
            case "Replace" -> Func.replace(parts.get(0), parts.get(1), parts.get(2));
            case "Concat" -> Func.concat(parts.toArray());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private Expression cases(JsonNode node) {
        List<When> branches = new ArrayList<>();
        node.get("$case")
                .forEach(
                        branch -> branches.add(When.of(condition(branch.get("when")), expression(branch.get("then")))));
        Case cases = Case.of(branches.toArray(new When[0]));
        return node.has("default") ? cases.otherwise(expression(node.get("default"))) : cases;
    }

    private static Operator operator(String symbol) {
        return switch (symbol) {
            case "+" -> Operator.ADD;
            case "-" -> Operator.SUBTRACT;
            case "*" -> Operator.MULTIPLY;
            case "/" -> Operator.DIVIDE;
            case "%" -> Operator.MODULO;
            case "^" -> Operator.POWER;
            case "bitand" -> Operator.BIT_AND;
            case "bitor" -> Operator.BIT_OR;
            case "bitxor" -> Operator.BIT_XOR;
            case "bitleftshift" -> Operator.BIT_LEFT_SHIFT;
            case "bitrightshift" -> Operator.BIT_RIGHT_SHIFT;
            default -> throw new IllegalArgumentException(symbol);
        };
    }

    private static FieldType type(String internalType) {
        for (FieldType type : FieldType.values()) {
            if (type.internalType().equals(internalType)) {
                return type;
            }
        }
        throw new IllegalArgumentException(internalType);
    }
}
