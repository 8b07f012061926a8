package io.djdbc.query.sql;

import io.djdbc.query.Q;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What two conditions have in common that differ in values only: connectors, paths and kinds of values. */
final class ConditionShape {

    private static final Object OPEN = new Object();
    private static final Object CLOSE = new Object();
    private static final Object NOT = new Object();
    private static final Object NONE = new Object();

    private final Q.Connector connector;
    private final boolean negated;
    private final boolean opposite;
    private final Object[] parts;
    private final int hash;
    private final int firstSlot;
    private final @Nullable Object[] values;

    private ConditionShape(Q condition, boolean negated, Object[] parts, int firstSlot, @Nullable Object[] values) {
        this.connector = condition.connector();
        this.negated = condition.isNegated();
        this.opposite = negated;
        this.parts = parts;
        this.firstSlot = firstSlot;
        this.values = values;
        int hashed = connector.ordinal() * 4 + (this.negated ? 2 : 0) + (opposite ? 1 : 0);
        for (Object part : parts) {
            hashed = 31 * hashed + part.hashCode();
        }
        this.hash = hashed;
    }

    /** The shape; null if a value decides about the SQL in more than its kind. Ask {@link #isReusable} before it is kept. */
    static @Nullable ConditionShape of(Q condition, boolean negated, int firstSlot) {
        List<Object> children = condition.children();
        int count = children.size();
        Object[] parts = new Object[2 * count];
        @Nullable Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            Object kind = children.get(i) instanceof Q.Comparison comparison ? ValueKinds.of(comparison.value()) : NONE;
            if (kind == null) {
                return null;
            }
            if (kind == NONE || kind instanceof Expression) {
                return nested(condition, negated, firstSlot);
            }
            Q.Comparison comparison = (Q.Comparison) children.get(i);
            parts[2 * i] = comparison.path();
            parts[2 * i + 1] = kind;
            values[i] = comparison.value();
        }
        return new ConditionShape(condition, negated, parts, firstSlot, values);
    }

    /** Conditions within conditions, and expressions. */
    private static @Nullable ConditionShape nested(Q condition, boolean negated, int firstSlot) {
        List<Object> parts = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        return add(parts, values, condition)
                ? new ConditionShape(condition, negated, parts.toArray(), firstSlot, values.toArray())
                : null;
    }

    private static boolean add(List<Object> parts, List<@Nullable Object> values, Q condition) {
        parts.add(OPEN);
        parts.add(condition.connector());
        if (condition.isNegated()) {
            parts.add(NOT);
        }
        for (Object child : condition.children()) {
            boolean added = child instanceof Q.Comparison comparison
                    ? add(parts, values, comparison)
                    : child instanceof Q inner && add(parts, values, inner);
            if (!added) {
                return false;
            }
        }
        parts.add(CLOSE);
        return true;
    }

    private static boolean add(List<Object> parts, List<@Nullable Object> values, Q.Comparison comparison) {
        Object kind = ValueKinds.of(comparison.value());
        if (kind == null) {
            return false;
        }
        parts.add(comparison.path());
        parts.add(kind);
        if (!(comparison.value() instanceof Expression)) {
            values.add(comparison.value());
        }
        return true;
    }

    /** Whether other values of these kinds need the same SQL: not where a text stands for the list of its letters. */
    boolean isReusable() {
        for (int i = 1; i < parts.length; i++) {
            boolean text = parts[i] == String.class || parts[i] == ValueKinds.EMPTY_TEXT;
            if (text && parts[i - 1] instanceof String path && (path.endsWith("__in") || path.endsWith("__range"))) {
                return false;
            }
        }
        return true;
    }

    /** How many slots it has. */
    int count() {
        return values.length;
    }

    /** These values, and the condition's behind them. */
    @Nullable
    Object[] behind(@Nullable Object[] others) {
        if (others.length == 0) {
            return values;
        }
        @Nullable Object[] all = Arrays.copyOf(others, others.length + values.length);
        System.arraycopy(values, 0, all, others.length, values.length);
        return all;
    }

    /** The condition with slots in place of its values, in the same order. */
    Q slotted(Q condition) {
        return slotted(condition, new int[] {firstSlot});
    }

    private static Q slotted(Q condition, int[] number) {
        List<Object> children = new ArrayList<>();
        for (Object child : condition.children()) {
            if (child instanceof Q inner) {
                children.add(slotted(inner, number));
            } else if (child instanceof Q.Comparison comparison && !(comparison.value() instanceof Expression)) {
                children.add(new Q.Comparison(comparison.path(), Slot.numbered(number[0]++, comparison.value())));
            } else {
                children.add(child);
            }
        }
        return Q.of(condition.connector(), condition.isNegated(), children);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof ConditionShape that)
                || hash != that.hash
                || connector != that.connector
                || negated != that.negated
                || opposite != that.opposite
                || parts.length != that.parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            // nearly always the very same object
            if (parts[i] != that.parts[i] && !parts[i].equals(that.parts[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
