package io.djdbc.query.sql;

import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Subquery;
import io.djdbc.query.model.Instances;
import java.time.Duration;
import java.time.temporal.Temporal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Kinds of values: two values of a kind need the same SQL. */
final class ValueKinds {

    private static final Object NULL = "null";
    static final Object EMPTY_TEXT = "''";
    private static final int LONGEST_LIST = 100;

    /** A list of so many different values of a kind. */
    private record ListOf(int size, Object kind) {}

    private ValueKinds() {}

    /** The kind; null if the value itself decides. */
    static @Nullable Object of(@Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof String text) {
            return text.isEmpty() ? EMPTY_TEXT : String.class;
        }
        if (value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number
                || value instanceof Temporal
                || value instanceof UUID
                || value instanceof Duration
                || value instanceof Enum
                || value instanceof byte[]) {
            return isWhole(value) ? Long.class : value.getClass();
        }
        if (value instanceof Expression expression) {
            return isPlain(expression) ? expression : null;
        }
        if (value instanceof List<?> list) {
            return list(list);
        }
        return value instanceof Map ? null : Instances.isInstance(value) ? value.getClass() : null;
    }

    private static boolean isWhole(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte;
    }

    /** Without queries in it, which are never equal. */
    private static boolean isPlain(Expression expression) {
        return !(expression instanceof Query)
                && !(expression instanceof Subquery)
                && expression.sources().stream().allMatch(ValueKinds::isPlain);
    }

    private static @Nullable Object list(List<?> list) {
        if (list.isEmpty() || list.size() > LONGEST_LIST) {
            return null;
        }
        Set<Object> different = new HashSet<>();
        Object kind = null;
        for (Object member : list) {
            Object own = member == null || member instanceof Expression || member instanceof List ? null : of(member);
            if (own == null || kind != null && !kind.equals(own) || !different.add(member)) {
                return null;
            }
            kind = own;
        }
        return kind == null ? null : new ListOf(list.size(), kind);
    }
}
