package io.djdbc.query.queryset;

import io.djdbc.query.Manager;
import io.djdbc.query.Q;
import io.djdbc.query.QuerySet;
import io.djdbc.query.expression.Expression;
import jakarta.persistence.metamodel.Attribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arguments as users give them: pairs of path and value, conditions, attributes of the metamodel, query sets as values. */
final class Conditions {

    private Conditions() {}

    static Q of(String path, @Nullable Object value, @Nullable Object... more) {
        return (Q) expression(Q.of(path, value, more));
    }

    static Q of(Expression... conditions) {
        if (conditions.length == 1 && conditions[0] instanceof Q q) {
            return (Q) expression(q);
        }
        List<Object> parts = new ArrayList<>();
        for (Expression condition : conditions) {
            parts.add(expression(condition));
        }
        return Q.of(Q.Connector.AND, false, parts);
    }

    /** With query sets among the values as queries. */
    static Expression expression(Expression expression) {
        if (!(expression instanceof Q q)) {
            return expression;
        }
        List<Object> children = q.children();
        List<Object> changed = null;
        for (int i = 0; i < children.size(); i++) {
            Object part = part(children.get(i));
            if (part != children.get(i)) {
                changed = changed == null ? new ArrayList<>(children) : changed;
                changed.set(i, part);
            }
        }
        return changed == null ? q : Q.of(q.connector(), q.isNegated(), changed);
    }

    private static Object part(Object child) {
        if (child instanceof Q.Comparison comparison) {
            Object value = value(comparison.value());
            return value == comparison.value() ? child : new Q.Comparison(comparison.path(), value);
        }
        return child instanceof Q inner ? expression(inner) : child;
    }

    /** A query set stands for its query. */
    static @Nullable Object value(@Nullable Object value) {
        // most are; to ask these first is faster than to ask for interfaces
        if (value instanceof String || value instanceof Number) {
            return value;
        }
        if (value instanceof QuerySet<?> set) {
            return set.query();
        }
        if (value instanceof Manager<?> manager) {
            return manager.all().query();
        }
        if (value instanceof Collection<?> list && list.stream().anyMatch(QuerySet.class::isInstance)) {
            List<@Nullable Object> values = new ArrayList<>();
            list.forEach(item -> values.add(value(item)));
            return values;
        }
        // nobody changes a query by changing the array that he gave
        return value instanceof Object[] array ? array.clone() : value;
    }

    /** A path as text, or an expression. */
    static Object path(Object path) {
        return path instanceof Expression ? path : name(path);
    }

    static String name(@Nullable Object path) {
        if (path == null) {
            throw new IllegalArgumentException(
                    "A path is null; an attribute of the static metamodel is until its entity"
                            + " class is registered");
        }
        if (path instanceof Attribute<?, ?> attribute) {
            return attribute.getName();
        }
        if (path instanceof String name) {
            return name;
        }
        throw new IllegalArgumentException("A path is a String or an attribute of the metamodel, not "
                + path.getClass().getName() + ": " + path);
    }

    static List<String> names(Object[] paths) {
        List<String> names = new ArrayList<>(paths.length);
        for (Object path : paths) {
            names.add(name(path));
        }
        return names;
    }

    static Map<String, @Nullable Object> pairs(String name, @Nullable Object value, @Nullable Object... more) {
        if (more.length % 2 != 0) {
            throw new IllegalArgumentException("A field without a value: " + more[more.length - 1]);
        }
        Map<String, @Nullable Object> pairs = new LinkedHashMap<>();
        pairs.put(name, value);
        for (int i = 0; i < more.length; i += 2) {
            if (!(more[i] instanceof String next)) {
                throw new IllegalArgumentException("Not the name of a field: " + more[i]);
            }
            pairs.put(next, more[i + 1]);
        }
        return pairs;
    }
}
