package io.djdbc.conformance.compiler;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.golden.GoldenModels;
import io.djdbc.conformance.queries.NeutralValue;
import io.djdbc.conformance.queries.Pipeline;
import io.djdbc.conformance.queries.QueryCase;
import io.djdbc.conformance.queries.Step;
import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.Q;
import io.djdbc.query.expression.Aggregate;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.F;
import io.djdbc.query.expression.Parameter;
import io.djdbc.query.lookup.OtherShapeException;
import io.djdbc.query.lookup.Trunc;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.Models;
import io.djdbc.query.sql.AggregateQuery;
import io.djdbc.query.sql.CompiledSelect;
import io.djdbc.query.sql.CompiledStatement;
import io.djdbc.query.sql.Compiler;
import io.djdbc.query.sql.Query;
import io.djdbc.query.sql.ShapedQuery;
import io.djdbc.query.sql.Shapes;
import io.djdbc.query.sql.UpdateQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the statements of a case that need no database to be known: queries, and updates by a query. What comes after
 * rows were looked at ends the script.
 */
final class SqlScript {

    private static final int GET_LIMIT = 21;
    private static final Models MODELS = GoldenModels.models();

    /** The script goes on with rows, which only a database has. */
    static final class NeedsRows extends RuntimeException {
        private static final long serialVersionUID = 1;

        NeedsRows(String message) {
            super(message);
        }
    }

    /** A statement and its parameters. */
    record Statement(String sql, List<Parameter> parameters) {}

    private final QuerySyntax syntax;
    private final Compiler compiler;
    private final @Nullable Shapes shapes;
    private final AstReader reader;
    private final Map<String, Object> variables = new HashMap<>();
    private final List<Statement> statements = new ArrayList<>();

    SqlScript(QuerySyntax syntax, String zone) {
        this(syntax, zone, null, value -> value);
    }

    /**
     * A script that uses known shapes.
     *
     * @param shapes null: every query is built anew
     * @param values what to take for a plain value
     */
    SqlScript(QuerySyntax syntax, String zone, @Nullable Shapes shapes, UnaryOperator<@Nullable Object> values) {
        this.shapes = shapes;
        this.syntax = syntax;
        this.compiler = new Compiler(syntax, zone);
        this.reader = new AstReader(this::value, this::variable, values);
    }

    private Object variable(String name) {
        Object value = Objects.requireNonNull(variables.get(name), name);
        if (value instanceof String) {
            throw new NeedsRows("rows as a value");
        }
        return value instanceof QuerySetState set ? set.query : value;
    }

    /** Reads values, queries among them. */
    AstReader reader() {
        return reader;
    }

    List<Statement> statements() {
        return statements;
    }

    void run(QueryCase queryCase) {
        steps(queryCase.steps(), true);
    }

    private void steps(List<Step> steps, boolean outermost) {
        for (int i = 0; i < steps.size(); i++) {
            boolean last = outermost && i == steps.size() - 1;
            if (steps.get(i) instanceof Step.Atomic atomic) {
                steps(atomic.steps(), false);
            } else if (steps.get(i) instanceof Step.Run run && run.names().size() <= 1) {
                Object value = run(run.pipeline());
                if (run.names().size() == 1) {
                    variables.put(run.names().get(0), value);
                } else if (last && value instanceof QuerySetState set) {
                    select(set);
                }
            } else {
                throw new NeedsRows("an assignment");
            }
        }
    }

    /** A query as a query set has it. */
    static final class QuerySetState {
        private Query query;
        private boolean values;
        private boolean evaluated;
        private @Nullable ShapedQuery shaped;

        QuerySetState(Query query, boolean values) {
            this.query = query;
            this.values = values;
        }

        QuerySetState next() {
            return new QuerySetState(query.chain(), values);
        }

        Query query() {
            return query;
        }
    }

    /** The query, or instance, that a pipeline gives. */
    Object value(Pipeline pipeline) {
        Object value = run(pipeline);
        if (value instanceof String) {
            throw new NeedsRows("rows as a value");
        }
        return value instanceof QuerySetState set ? set.query : value;
    }

    private Object run(Pipeline pipeline) {
        Object at;
        if (pipeline.root() instanceof Pipeline.Root.Model model) {
            QuerySetState all = new QuerySetState(new Query(model(model.name()), syntax.emptyStringsAreNulls()), false);
            if (shapes != null) {
                all.shaped = shapes.all(model(model.name()));
                all.query = all.shaped.query();
            }
            at = all;
        } else if (pipeline.root() instanceof Pipeline.Root.Variable variable) {
            at = Objects.requireNonNull(variables.get(variable.name()), variable.name());
        } else {
            throw new NeedsRows("a new instance");
        }
        for (Pipeline.Operation operation : pipeline.operations()) {
            if (!(at instanceof QuerySetState set)) {
                throw new NeedsRows(operation.name() + " of a row");
            }
            at = apply(set, operation);
        }
        return at;
    }

    /** What shapes can do; null: the rest is done with the query. */
    private @Nullable QuerySetState shaped(QuerySetState set, ShapedQuery shaped, Pipeline.Operation operation) {
        ShapedQuery result;
        switch (operation.name()) {
            case "filter" -> result = shaped.where(reader.all(operation.operand("where")), false);
            case "exclude" -> result = shaped.where(reader.all(operation.operand("where")), true);
            case "order_by" -> {
                List<Object> by = list(operation.operand("by"));
                result = shaped.apply(List.of("order_by", by), query -> {
                    query.clearOrdering(true, false);
                    query.addOrdering(by);
                    return query;
                });
            }
            case "distinct" -> {
                List<String> fields = strings(operation.operand("fields"));
                result = shaped.apply(List.of("distinct", fields), query -> {
                    query.setDistinct(fields);
                    return query;
                });
            }
            default -> {
                return null;
            }
        }
        QuerySetState next = new QuerySetState(result.query(), set.values);
        next.shaped = result;
        return next;
    }

    private static Model model(String name) {
        return Objects.requireNonNull(MODELS.model(name), name);
    }

    private Object apply(QuerySetState set, Pipeline.Operation operation) {
        if (set.evaluated) {
            throw new NeedsRows("the cache of a query set");
        }
        if (set.shaped != null) {
            QuerySetState known = shaped(set, set.shaped, operation);
            if (known != null) {
                return known;
            }
        }
        QuerySetState next = set.next();
        Query query = next.query;
        switch (operation.name()) {
            case "filter" -> query.addQ(reader.all(operation.operand("where")));
            case "exclude" -> query.addQ(reader.all(operation.operand("where")).not());
            case "get" -> {
                if (operation.operand("where").size() > 0) {
                    query.addQ(reader.all(operation.operand("where")));
                }
                return instance(query, operation.operand("where"), get(query));
            }
            case "all" -> {}
            case "none" -> query.setEmpty();
            case "reverse" -> query.reverseOrdering();
            case "order_by" -> {
                query.clearOrdering(true, false);
                query.addOrdering(list(operation.operand("by")));
            }
            case "distinct" -> query.setDistinct(strings(operation.operand("fields")));
            case "values" -> values(next, operation);
            case "values_list" -> valuesList(next, operation.operand("fields"));
            case "only" -> query.setImmediate(strings(operation.operand("fields")));
            case "defer" -> {
                if (operation.operand("fields").path(0).isNull()) {
                    query.clearDeferred();
                } else {
                    query.addDeferred(strings(operation.operand("fields")));
                }
            }
            case "select_related" -> {
                if (operation.operand("fields").isNull()
                        || operation.operand("fields").path(0).isNull()) {
                    query.clearSelectRelated();
                } else {
                    query.addSelectRelated(strings(operation.operand("fields")));
                }
            }
            case "annotate" -> query.annotate(named(operation.operand("exprs")), true, set.values);
            case "alias" -> query.annotate(named(operation.operand("exprs")), false, set.values);
            case "slice" -> {
                query.setLimits(number(operation.operand("start")), number(operation.operand("stop")));
                if (operation.operand("step").isNumber()) {
                    select(query);
                    return "rows";
                }
            }
            case "select_for_update" ->
                query.setLock(new Query.Lock(
                        operation.keyword("nowait").asBoolean(),
                        operation.keyword("skip_locked").asBoolean(),
                        operation.keyword("no_key").asBoolean(),
                        strings(operation.keyword("of"))));
            case "union", "intersection", "difference" -> {
                return combined(set, operation);
            }
            case "combine" ->
                query.combine(
                        other(operation.operand("other")),
                        operation.operand("connector").asText().equals("or") ? Q.Connector.OR : Q.Connector.AND);
            case "dates" -> dates(next, operation, "datefield", FieldType.DATE);
            case "datetimes" -> dates(next, operation, "datetimefield", FieldType.DATE_TIME);
            case "index" -> {
                int index = operation.operand("i").asInt();
                query.setLimits(index, index + 1);
                select(query);
                return "row";
            }
            case "first", "last" -> {
                firstOrLast(query, operation.name().equals("last"));
                select(query);
                return "row";
            }
            case "earliest", "latest" -> {
                earliest(
                        query,
                        strings(operation.operand("fields")),
                        operation.name().equals("latest"));
                return get(query);
            }
            case "in_bulk" -> {
                JsonNode keys = operation.operand("args").path(0);
                if (keys.isArray() && keys.isEmpty()) {
                    return "rows";
                }
                select(query);
                return "rows";
            }
            case "list", "len", "bool", "iterator" -> {
                set.evaluated = true;
                select(set);
                return "rows";
            }
            case "exists" -> {
                select(query.exists(true));
                return "exists";
            }
            case "contains" -> {
                Object object = reader.value(operation.operand("args").get(0));
                query.addQ(Q.of("pk", query.model().primaryKey().get(Objects.requireNonNull(object))));
                select(query.exists(true));
                return "exists";
            }
            case "count" -> {
                aggregate(query.count());
                return "count";
            }
            case "aggregate" -> {
                aggregate(query.aggregate(aggregates(operation.operand("exprs"))));
                return "row";
            }
            case "update" -> {
                update(query, operation.operand("set"));
                return "count";
            }
            default -> throw new NeedsRows(operation.name());
        }
        return next;
    }

    /** An object got by its key is known as far as its key. */
    private static Object instance(Query query, JsonNode where, Object row) {
        String path = where.path(0).path("lookup").asText();
        if (where.size() != 1 || !path.equals("pk") && !path.equals("id") || query.hasSelectFields()) {
            return row;
        }
        Object object = query.model().newInstance();
        query.model().primaryKey().set(object, NeutralValue.of(where.get(0).get("value")));
        return object;
    }

    private Object get(Query query) {
        if (!query.isSliced()) {
            query.clearOrdering(true, true);
        }
        if (query.lock() == null || syntax.supportsForUpdateWithLimit()) {
            query.setLimits(null, GET_LIMIT);
        }
        select(query);
        return "row";
    }

    private void firstOrLast(Query query, boolean last) {
        if (!query.isOrdered()) {
            query.clearOrdering(true, false);
            query.addOrdering(List.of(last ? "-pk" : "pk"));
        } else if (last) {
            query.reverseOrdering();
        }
        query.setLimits(null, 1);
    }

    private static void earliest(Query query, List<String> fields, boolean latest) {
        if (latest) {
            query.reverseOrdering();
        }
        query.setLimits(null, 1);
        query.clearOrdering(true, true);
        query.addOrdering(fields.isEmpty() ? query.model().getLatestBy() : fields);
    }

    private void values(QuerySetState set, Pipeline.Operation operation) {
        List<String> fields = strings(operation.operand("fields"));
        Map<String, Expression> expressions = named(operation.operand("exprs"));
        List<String> all = new ArrayList<>(fields);
        all.addAll(expressions.keySet());
        if (!expressions.isEmpty()) {
            set.query.annotate(expressions, true, set.values);
        }
        set.query.setValues(all);
        set.values = true;
    }

    private void valuesList(QuerySetState set, JsonNode fields) {
        List<String> names = new ArrayList<>();
        Map<String, Expression> expressions = new LinkedHashMap<>();
        for (JsonNode field : fields) {
            if (field.isTextual()) {
                names.add(field.asText());
            } else {
                String name = "combinedexpression" + (expressions.size() + 1);
                expressions.put(name, reader.expression(field));
                names.add(name);
            }
        }
        if (!expressions.isEmpty()) {
            set.query.annotate(expressions, true, set.values);
        }
        set.query.setValues(names);
        set.values = true;
    }

    private static void dates(QuerySetState set, Pipeline.Operation operation, String name, FieldType type) {
        String field = operation.operand("args").get(0).asText();
        String unit = operation.operand("args").get(1).asText();
        boolean descending = operation.keyword("order").asText().equals("DESC");
        Map<String, Expression> expressions = new LinkedHashMap<>();
        expressions.put(name, Trunc.of(unit, field, type));
        expressions.put("plain_field", F.of(field));
        set.query.annotate(expressions, true, set.values);
        set.query.setValues(List.of(name));
        set.query.setDistinct(List.of());
        Query next = set.query.chain();
        next.addQ(Q.of("plain_field__isnull", false));
        next.clearOrdering(true, false);
        next.addOrdering(List.of(descending ? "-" + name : name));
        set.query = next;
        set.values = true;
    }

    private Object combined(QuerySetState set, Pipeline.Operation operation) {
        String operator = operation.name();
        List<Query> others = new ArrayList<>();
        operation.operand("others").forEach(other -> others.add(other(other)));
        if (!operator.equals("union")) {
            if (set.query.isEmpty()) {
                return set;
            }
            for (Query other : others) {
                if (operator.equals("intersection") && other.isEmpty()) {
                    return new QuerySetState(other, set.values);
                }
            }
        }
        QuerySetState next = set.next();
        next.query.clearOrdering(true, true);
        next.query.clearLimits();
        List<Query> all = new ArrayList<>();
        all.add(set.query);
        all.addAll(others);
        next.query.setCombined(operator, operation.operand("all").asBoolean(), all);
        return next;
    }

    private Query other(JsonNode pipeline) {
        return ((QuerySetState) run(Pipeline.of(pipeline))).query;
    }

    private void update(Query query, JsonNode set) {
        UpdateQuery update = new UpdateQuery(query);
        set.forEach(pair -> update.set(pair.get(0).asText(), reader.value(pair.get(1))));
        Query keys = update.keys(compiler);
        if (keys != null) {
            select(keys);
            throw new NeedsRows("an update of the rows selected");
        }
        for (CompiledStatement statement : update.statements(compiler, null)) {
            statements.add(new Statement(statement.sql(), statement.parameters()));
        }
    }

    private void select(QuerySetState set) {
        if (set.shaped == null) {
            select(set.query);
            return;
        }
        try {
            ShapedQuery.Selected selected = set.shaped.select(compiler);
            List<Parameter> parameters = new ArrayList<>();
            for (Object value : selected.values()) {
                parameters.add(Parameter.constant(value));
            }
            statements.add(new Statement(selected.select().sql(), parameters));
        } catch (EmptyResultSetException empty) {
            // nothing is sent
        } catch (OtherShapeException other) {
            select(set.query);
        }
    }

    private void select(Query query) {
        try {
            CompiledSelect select = compiler.select(query);
            statements.add(new Statement(select.sql(), select.parameters()));
        } catch (EmptyResultSetException empty) {
            // nothing is sent
        }
    }

    private void aggregate(AggregateQuery query) {
        try {
            CompiledSelect select = compiler.aggregate(query);
            statements.add(new Statement(select.sql(), select.parameters()));
        } catch (EmptyResultSetException empty) {
            // nothing is sent
        }
    }

    private Map<String, Expression> aggregates(JsonNode pairs) {
        Map<String, Expression> aggregates = new LinkedHashMap<>();
        for (JsonNode pair : pairs) {
            Expression aggregate = reader.expression(pair.get(1));
            String name = pair.get(0).isNull()
                    ? Objects.requireNonNull(((Aggregate) aggregate).defaultAlias())
                    : pair.get(0).asText();
            aggregates.put(name, aggregate);
        }
        return aggregates;
    }

    private Map<String, Expression> named(JsonNode pairs) {
        Map<String, Expression> named = new LinkedHashMap<>();
        for (JsonNode pair : pairs) {
            named.put(pair.get(0).asText(), reader.expression(pair.get(1)));
        }
        return named;
    }

    private List<Object> list(JsonNode nodes) {
        List<Object> list = new ArrayList<>();
        nodes.forEach(node -> list.add(node.isTextual() ? node.asText() : reader.expression(node)));
        return list;
    }

    private static List<String> strings(JsonNode nodes) {
        List<String> strings = new ArrayList<>();
        nodes.forEach(node -> strings.add(node.asText()));
        return strings;
    }

    private static @Nullable Integer number(JsonNode node) {
        return node.isNumber() ? (Integer) node.asInt() : null;
    }
}
