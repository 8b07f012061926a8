package io.djdbc.query.sql;

import io.djdbc.query.FieldError;
import io.djdbc.query.expression.Cast;
import io.djdbc.query.expression.Col;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.F;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.OrderBy;
import io.djdbc.query.expression.PositionRef;
import io.djdbc.query.expression.Random;
import io.djdbc.query.expression.Ref;
import io.djdbc.query.expression.Resolution;
import io.djdbc.query.expression.Value;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** ORDER BY: the query's own, or else the model's; each expression once. */
final class Ordering {

    private final SelectCompiler compiler;
    private final Query query;
    private boolean modelOrdering;

    /** An order and whether it refers to the SELECT list. */
    private record Pair(OrderBy order, boolean reference) {}

    Ordering(SelectCompiler compiler) {
        this.compiler = compiler;
        this.query = compiler.query();
    }

    /** Whether the order is only the model's default. */
    boolean isModelOrdering() {
        return modelOrdering;
    }

    List<OrderItem> orderBy() {
        List<OrderItem> result = new ArrayList<>();
        Set<Fragment> seen = new HashSet<>();
        for (Pair pair : pairs()) {
            OrderBy resolved = (OrderBy) pair.order().resolve(query, Resolution.FREE);
            if (!pair.reference()
                    && query.combinator != null
                    && !compiler.select().isEmpty()) {
                resolved = inCombination(pair.order(), resolved);
            }
            Fragment operand = resolved.operandSql(compiler);
            Fragment sql = resolved.toSql(compiler, operand);
            Fragment key = withoutDirection(sql);
            if (seen.add(key)) {
                result.add(new OrderItem(resolved, sql, key, pair.reference()));
            }
        }
        return result;
    }

    private static Fragment withoutDirection(Fragment sql) {
        int end = Math.max(sql.sql().lastIndexOf(" ASC"), sql.sql().lastIndexOf(" DESC"));
        return end < 0 ? sql : new Fragment(sql.sql().substring(0, end), sql.parameters());
    }

    private List<Pair> pairs() {
        List<?> ordering = query.order.by();
        if (ordering.isEmpty()
                && query.order.modelsOwn()
                && !query.model().ordering().isEmpty()) {
            ordering = query.model().ordering();
            modelOrdering = true;
        }
        List<Pair> pairs = new ArrayList<>();
        if (ordering.isEmpty()) {
            return pairs;
        }
        Map<Object, PositionRef> selected = new HashMap<>();
        int position = 0;
        for (SelectItem item : compiler.select()) {
            PositionRef reference = new PositionRef(++position, item.alias(), item.expression());
            if (item.alias() != null) {
                selected.put(item.alias(), reference);
            }
            selected.put(item.expression(), reference);
        }
        for (Object item : ordering) {
            if (item instanceof String path) {
                pairs.addAll(path(path, selected));
            } else {
                pairs.add(expression((Expression) item, selected));
            }
        }
        return pairs;
    }

    private Pair expression(Expression given, Map<Object, PositionRef> selected) {
        Expression expression = given instanceof Value value ? new Cast(value, value.valueType()) : given;
        OrderBy order = expression instanceof OrderBy already ? already : expression.asc();
        if (!query.order.forward()) {
            order = order.reversed();
        }
        PositionRef reference = selected.get(order.expression());
        if (reference == null && order.expression() instanceof F f) {
            reference = selected.get(f.name());
        }
        if (reference == null) {
            return new Pair(order, false);
        }
        if (!order.placesNulls() || compiler.syntax().supportsNullsOrder()) {
            order = order.of(reference);
        } else if (query.combinator != null) {
            order = order.of(new Ref(reference.name(), reference.source()));
        }
        return new Pair(order, true);
    }

    private List<Pair> path(String path, Map<Object, PositionRef> selected) {
        if (path.equals("?")) {
            return List.of(new Pair(new OrderBy(new Random(), false), false));
        }
        boolean minus = path.startsWith("-");
        String name = minus ? path.substring(1) : path;
        boolean descending = minus == query.order.forward();
        PositionRef reference = selected.get(name);
        if (reference != null) {
            return List.of(new Pair(new OrderBy(reference, descending), true));
        }
        boolean combination = query.combinator != null && !compiler.select().isEmpty();
        Expression annotation = query.annotations.get(name);
        if (annotation != null) {
            Expression expression = combination
                    ? F.of(name)
                    : annotation instanceof Value value ? new Cast(value, value.valueType()) : annotation;
            return List.of(new Pair(new OrderBy(expression, descending), false));
        }
        if (combination) {
            return List.of(new Pair(new OrderBy(F.of(name), descending), false));
        }
        List<Pair> pairs = new ArrayList<>();
        for (OrderBy order : find(name, descending, query.model(), null, new HashSet<>())) {
            pairs.add(new Pair(order, false));
        }
        return pairs;
    }

    /** By a relation is by the default order of what it leads to. */
    private List<OrderBy> find(
            String name, boolean descending, Model model, @Nullable String start, Set<List<Object>> seen) {
        List<String> names = PathResolver.split(name);
        String alias = start == null ? Joining.initialAlias(query) : start;
        PathResolver.JoinInfo info = PathResolver.join(query, names, model, alias, null, true);
        boolean byValue = info.last() instanceof Field field
                && field.attname().equals(attname(info, names.get(names.size() - 1)));
        if (info.last().isRelation()
                && !info.model().ordering().isEmpty()
                && !byValue
                && !name.equals("pk")
                && info.transforms().isEmpty()) {
            List<Object> joins = new ArrayList<>();
            for (String joined : info.joins()) {
                joins.add(
                        query.aliasMap.get(joined) instanceof FromItem.Join join
                                ? List.of(join.from(), join.to())
                                : List.of());
            }
            if (!seen.add(joins)) {
                throw new FieldError("Infinite loop caused by ordering.");
            }
            List<OrderBy> orders = new ArrayList<>();
            for (String item : info.model().ordering()) {
                boolean minus = item.startsWith("-");
                orders.addAll(
                        find(minus ? item.substring(1) : item, minus != descending, info.model(), info.alias(), seen));
            }
            return orders;
        }
        PathResolver.Trimmed trimmed = PathResolver.trim(query, info);
        return List.of(new OrderBy(PathResolver.column(query, info, trimmed), descending));
    }

    /** The last name as snake_case, so that {@code blogId} is {@code blog_id}. */
    private static String attname(PathResolver.JoinInfo info, String last) {
        Field field = (Field) info.last();
        return !last.equals(field.name()) && field.model().attribute(last) == field && !last.equals("pk")
                ? field.attname()
                : last;
    }

    /** A compound query is ordered by its columns, by name. */
    private OrderBy inCombination(OrderBy given, OrderBy resolved) {
        Expression source = resolved.expression();
        for (SelectItem item : compiler.select()) {
            if (!source.equals(item.expression())) {
                continue;
            }
            String alias = item.alias();
            boolean otherAnnotation = query.hasSelectFields()
                    && alias != null
                    && query.annotationSelect().containsKey(alias)
                    && !(given.expression() instanceof F f && alias.equals(f.name()));
            if (!otherAnnotation) {
                String name = alias != null ? alias : ((Col) source).target().column();
                return resolved.of(new Ref(name, source));
            }
        }
        String alias = "__orderbycol" + (query.select.size() + 1);
        for (Query part : query.combined) {
            if (part.hasSelectFields()) {
                throw new IllegalArgumentException("ORDER BY term does not match any column in the result set.");
            }
            part.addAnnotation(given.expression(), alias, true);
        }
        List<Expression> more = new ArrayList<>(query.select);
        more.add(Objects.requireNonNull(source));
        query.select = List.copyOf(more);
        return resolved.of(new Ref(alias, source));
    }
}
