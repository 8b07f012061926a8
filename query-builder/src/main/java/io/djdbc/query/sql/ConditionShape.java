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

    private static final Object OPEN = "(";
    private static final Object CLOSE = ")";
    private static final Object NOT = "not";

    private final Object[] parts;
    private final int hash;
    private final int firstSlot;
    private final List<@Nullable Object> values;

    private ConditionShape(Object[] parts, int firstSlot, List<@Nullable Object> values) {
        this.parts = parts;
        this.hash = Arrays.hashCode(parts);
        this.firstSlot = firstSlot;
        this.values = values;
    }

    /** The shape; null if a value decides about the SQL in more than its kind. */
    static @Nullable ConditionShape of(Q condition, boolean negated, int firstSlot) {
        List<Object> parts = new ArrayList<>(8);
        List<@Nullable Object> values = new ArrayList<>(4);
        if (negated) {
            parts.add(NOT);
        }
        return add(parts, values, condition) ? new ConditionShape(parts.toArray(), firstSlot, values) : null;
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
        boolean textAsList = comparison.value() instanceof String
                && (comparison.path().endsWith("__in") || comparison.path().endsWith("__range"));
        if (kind == null || textAsList) {
            return false;
        }
        parts.add(comparison.path());
        parts.add(kind);
        if (!(comparison.value() instanceof Expression)) {
            values.add(comparison.value());
        }
        return true;
    }

    /** How many slots it has. */
    int count() {
        return values.size();
    }

    void copyValues(@Nullable Object[] target, int from) {
        for (int i = 0; i < values.size(); i++) {
            target[from + i] = values.get(i);
        }
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
        return other instanceof ConditionShape that && hash == that.hash && Arrays.equals(parts, that.parts);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
