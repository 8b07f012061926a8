package io.djdbc.conformance.queries;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.queries.Pipeline.Operation;
import io.djdbc.query.BulkOptions;
import io.djdbc.query.CreateResult;
import io.djdbc.query.Database;
import io.djdbc.query.Deletion;
import io.djdbc.query.Lock;
import io.djdbc.query.Manager;
import io.djdbc.query.Prefetch;
import io.djdbc.query.QuerySet;
import io.djdbc.query.RelatedSet;
import io.djdbc.query.RowIterator;
import io.djdbc.query.expression.Aggregate;
import io.djdbc.query.expression.Expression;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Each operation of the neutral form as a call of the query builder. */
final class Operations {

    private final Expressions expressions;
    private final Script script;
    private final InstanceOperations instances;

    Operations(Database db, Expressions expressions, Script script) {
        this.expressions = expressions;
        this.script = script;
        this.instances = new InstanceOperations(db, script);
    }

    @Nullable
    Object apply(Object target, Operation operation) {
        switch (operation.name()) {
            case "eq":
                return Database.same(target, expressions.value(operation.operand("value")));
            case "attr":
                return instances.attribute(target, operation.operand("name").asText());
            case "map":
                return map((Iterable<?>) iterable(target), operation);
            default:
                break;
        }
        if (target instanceof RelatedSet<?> related) {
            Object done = related(related, operation);
            if (done != NOT_MINE) {
                return done;
            }
        }
        if (target instanceof Manager<?> manager) {
            return manager(manager, operation);
        }
        if (target instanceof List<?> list) {
            return list(list, operation);
        }
        return instances.apply(target, operation);
    }

    private static final Object NOT_MINE = new Object();

    private static Object iterable(Object target) {
        return target instanceof Manager<?> manager && !(target instanceof QuerySet<?>) ? manager.all() : target;
    }

    private List<@Nullable Object> map(Iterable<?> rows, Operation operation) {
        String variable = operation.operand("var").asText();
        List<@Nullable Object> result = new ArrayList<>();
        for (Object row : rows) {
            if (operation.operands().has("tuple")) {
                List<@Nullable Object> tuple = new ArrayList<>();
                operation.operand("tuple").forEach(part -> tuple.add(script.with(variable, row, Pipeline.of(part))));
                result.add(tuple);
            } else {
                result.add(script.with(variable, row, Pipeline.of(operation.operands())));
            }
        }
        return result;
    }

    private static @Nullable Object list(List<?> list, Operation operation) {
        return switch (operation.name()) {
            case "list" -> list;
            case "len", "count" -> list.size();
            case "index" -> list.get(operation.operand("i").asInt());
            default -> throw new IllegalArgumentException("no operation of a list: " + operation);
        };
    }

    private @Nullable Object related(RelatedSet<?> set, Operation operation) {
        List<@Nullable Object> arguments = arguments(operation);
        switch (operation.name()) {
            case "add":
                if (operation.keyword("through_defaults").isObject()) {
                    set.add(present(arguments), map(operation.keyword("through_defaults")));
                } else if (operation.keyword("bulk").isBoolean()
                        && !operation.keyword("bulk").asBoolean()) {
                    set.addEach(arguments.toArray());
                } else {
                    set.add(arguments.toArray());
                }
                return null;
            case "remove":
                set.remove(arguments.toArray());
                return null;
            case "clear":
                set.clear();
                return null;
            case "set":
                Object objects = Objects.requireNonNull(arguments.get(0));
                Collection<?> wanted = objects instanceof Manager<?> rows ? list(rows) : (List<?>) objects;
                set.set(wanted, operation.keyword("clear").asBoolean());
                return null;
            default:
                return NOT_MINE;
        }
    }

    private static Collection<?> present(List<@Nullable Object> arguments) {
        return arguments.stream().map(Objects::requireNonNull).toList();
    }

    private <T> @Nullable Object manager(Manager<T> rows, Operation op) {
        return switch (op.name()) {
            case "filter" -> rows.filter(expressions.conditions(op.operand("where")));
            case "exclude" -> rows.exclude(expressions.conditions(op.operand("where")));
            case "get" -> rows.get(expressions.conditions(op.operand("where")));
            case "all" -> rows.all();
            case "none" -> rows.none();
            case "reverse" -> rows.reverse();
            case "count" -> rows.count();
            case "exists" -> rows.exists();
            case "first" -> rows.first();
            case "last" -> rows.last();
            case "order_by" -> rows.orderBy(names(op.operand("by")));
            case "distinct" -> rows.distinct(strings(op.operand("fields")));
            case "values" ->
                op.operands().has("exprs")
                        ? rows.values(List.of(names(op.operand("fields"))), named(op.operand("exprs")))
                        : rows.values(names(op.operand("fields")));
            case "values_list" ->
                op.operand("flat").asBoolean()
                        ? rows.flat(names(op.operand("fields")))
                        : rows.valuesList(names(op.operand("fields")));
            case "only" -> rows.only(strings(op.operand("fields")));
            case "defer" -> rows.defer(stringsOrNull(op.operand("fields")));
            case "select_related" -> rows.selectRelated(stringsOrNull(op.operand("fields")));
            case "prefetch_related" -> rows.prefetchRelated(prefetches(op.operand("lookups")));
            case "annotate" -> rows.annotate(named(op.operand("exprs")));
            case "alias" -> rows.alias(named(op.operand("exprs")));
            case "aggregate" -> rows.aggregate(named(op.operand("exprs")));
            case "slice" -> slice(rows, op);
            case "index" -> rows.at(op.operand("i").asInt());
            case "union" -> op.operand("all").asBoolean() ? rows.unionAll(others(op)) : rows.union(others(op));
            case "intersection" -> rows.intersection(others(op));
            case "difference" -> rows.difference(others(op));
            case "combine" -> combine(rows.all(), op);
            case "earliest" -> rows.earliest(strings(op.operand("fields")));
            case "latest" -> rows.latest(strings(op.operand("fields")));
            case "in_bulk" ->
                op.operands().has("args")
                        ? rows.inBulk((Collection<?>)
                                Objects.requireNonNull(arguments(op).get(0)))
                        : rows.inBulk();
            case "contains" ->
                rows.contains(Objects.requireNonNull(arguments(op).get(0)));
            case "dates" -> dates(rows, op);
            case "datetimes" -> dates(rows, op);
            case "iterator" -> iterator(rows, op);
            case "select_for_update" -> rows.selectForUpdate(lock(op));
            case "raw" ->
                rows.raw(
                        op.operand("sql").asText().replace("%s", "?").replace("%%", "%"),
                        values(op.operand("params")).toArray());
            case "list" -> list(rows);
            default -> writing(rows, op);
        };
    }

    /** The rows; a query set keeps them. */
    static List<?> list(Manager<?> rows) {
        return rows instanceof QuerySet<?> set ? set.toList() : rows.all().toList();
    }

    private <T> @Nullable Object writing(Manager<T> rows, Operation op) {
        return switch (op.name()) {
            case "create" -> rows.create(pairs(op.operand("set")));
            case "update" -> rows.update(pairs(op.operand("set")));
            case "get_or_create" -> pair(rows.getOrCreate(pairs(op.operand("where")), pairs(op.operand("defaults"))));
            case "update_or_create" ->
                pair(
                        op.operands().has("create_defaults")
                                ? rows.updateOrCreate(
                                        pairs(op.operand("where")),
                                        pairs(op.operand("defaults")),
                                        pairs(op.operand("create_defaults")))
                                : rows.updateOrCreate(pairs(op.operand("where")), pairs(op.operand("defaults"))));
            case "bulk_create" -> bulkCreate(rows, op);
            case "bulk_update" ->
                rows.bulkUpdate(
                        InstanceOperations.<T>cast(arguments(op).get(0)),
                        InstanceOperations.<String>cast(arguments(op).get(1)),
                        op.keyword("batch_size").isInt()
                                ? op.keyword("batch_size").asInt()
                                : null);
            default -> querySet(rows, op);
        };
    }

    /** What managers do not have. */
    private static @Nullable Object querySet(Manager<?> manager, Operation op) {
        if (!(manager instanceof QuerySet<?> rows)) {
            throw new UnsupportedOperationException("'Manager' object has no attribute '" + op.name() + "'");
        }
        return switch (op.name()) {
            case "delete" -> deletion(rows.delete());
            case "len" -> rows.size();
            case "bool" -> !rows.isEmpty();
            default -> throw new IllegalArgumentException("an operation that this runner does not know: " + op);
        };
    }

    static List<Object> deletion(Deletion deletion) {
        return List.of(deletion.total(), deletion.perModel());
    }

    private static List<Object> pair(CreateResult<?> result) {
        return List.of(Objects.requireNonNull(result.object()), result.created());
    }

    private <T> List<T> bulkCreate(Manager<T> rows, Operation op) {
        BulkOptions options = new BulkOptions(
                op.keyword("batch_size").isInt()
                        ? (Integer) op.keyword("batch_size").asInt()
                        : null,
                op.keyword("ignore_conflicts").asBoolean(),
                op.keyword("update_conflicts").asBoolean(),
                List.of(strings(op.keyword("update_fields"))),
                List.of(strings(op.keyword("unique_fields"))));
        return rows.bulkCreate(InstanceOperations.<T>cast(arguments(op).get(0)), options);
    }

    private static <T> Object slice(Manager<T> rows, Operation op) {
        Integer start = number(op.operand("start"));
        Integer stop = number(op.operand("stop"));
        Integer step = number(op.operand("step"));
        return step == null ? rows.slice(start, stop) : rows.slice(start, stop, step);
    }

    private static @Nullable Integer number(JsonNode node) {
        return node.isNumber() ? (Integer) node.asInt() : null;
    }

    private <T> QuerySet<T> combine(QuerySet<T> rows, Operation op) {
        @SuppressWarnings("unchecked")
        QuerySet<T> other = (QuerySet<T>) script.querySet(Pipeline.of(op.operand("other")));
        return op.operand("connector").asText().equals("or") ? rows.or(other) : rows.and(other);
    }

    private QuerySet<?>[] others(Operation op) {
        List<QuerySet<?>> others = new ArrayList<>();
        op.operand("others").forEach(other -> others.add(script.querySet(Pipeline.of(other))));
        return others.toArray(QuerySet<?>[]::new);
    }

    private static QuerySet<?> dates(Manager<?> rows, Operation op) {
        JsonNode arguments = op.operand("args");
        String field = arguments.get(0).asText();
        String kind = arguments.get(1).asText();
        String order = op.keyword("order").asText("ASC");
        order = order.isEmpty() ? "ASC" : order;
        return op.name().equals("dates") ? rows.dates(field, kind, order) : rows.datetimes(field, kind, order);
    }

    private static <T> List<T> iterator(Manager<T> rows, Operation op) {
        List<T> list = new ArrayList<>();
        int chunk = op.keyword("chunk_size").asInt(2000);
        try (RowIterator<T> iterator = rows.iterate(chunk == 0 ? 2000 : chunk)) {
            iterator.forEachRemaining(list::add);
        }
        return list;
    }

    private static Lock lock(Operation op) {
        return new Lock(
                op.keyword("nowait").asBoolean(),
                op.keyword("skip_locked").asBoolean(),
                List.of(strings(op.keyword("of"))),
                op.keyword("no_key").asBoolean());
    }

    private Object[] prefetches(JsonNode lookups) {
        List<Object> result = new ArrayList<>();
        for (JsonNode lookup : lookups) {
            if (lookup.isTextual()) {
                result.add(lookup.asText());
                continue;
            }
            Prefetch prefetch = Prefetch.of(lookup.get("$prefetch").asText());
            if (lookup.path("queryset").isObject()) {
                prefetch = Prefetch.of(prefetch.path(), script.querySet(Pipeline.of(lookup.get("queryset"))));
            }
            result.add(
                    lookup.path("to_attr").isTextual()
                            ? prefetch.to(lookup.get("to_attr").asText())
                            : prefetch);
        }
        return result.toArray();
    }

    private Object[] names(JsonNode array) {
        List<Object> names = new ArrayList<>();
        array.forEach(node -> names.add(node.isTextual() ? node.asText() : expressions.expression(node)));
        return names.toArray();
    }

    private static String[] strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(node -> strings.add(node.asText()));
        return strings.toArray(String[]::new);
    }

    /** Null for null and for a list of null, which clear. */
    private static String @Nullable [] stringsOrNull(JsonNode array) {
        return array.isNull() || (array.size() == 1 && array.get(0).isNull()) ? null : strings(array);
    }

    private Map<String, Expression> named(JsonNode pairs) {
        Map<String, Expression> named = new LinkedHashMap<>();
        for (JsonNode pair : pairs) {
            Expression expression = expressions.expression(pair.get(1));
            String name = pair.get(0).textValue();
            if (name == null && expression instanceof Aggregate aggregate) {
                name = aggregate.defaultAlias();
            }
            named.put(Objects.requireNonNull(name), expression);
        }
        return named;
    }

    private Map<String, @Nullable Object> pairs(JsonNode pairs) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        pairs.forEach(pair -> result.put(pair.get(0).asText(), expressions.value(pair.get(1))));
        return result;
    }

    private Map<String, @Nullable Object> map(JsonNode node) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        Map<?, ?> map = (Map<?, ?>) Objects.requireNonNull(expressions.value(node));
        map.forEach((key, value) -> result.put(String.valueOf(key), value));
        return result;
    }

    private List<@Nullable Object> arguments(Operation operation) {
        return values(operation.operand("args"));
    }

    private List<@Nullable Object> values(JsonNode array) {
        List<@Nullable Object> values = new ArrayList<>();
        array.forEach(node -> values.add(expressions.value(node)));
        return values;
    }
}
