package io.djdbc.query.lookup;

import io.djdbc.query.expression.Conversion;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The right-hand side of a lookup. */
public sealed interface Operand {

    /**
     * A value.
     *
     * @param slot where it comes from
     * @param conversion what is done to it
     */
    record Direct(Slot slot, Conversion conversion) implements Operand {

        /** The value that the query was built with, converted. */
        public @Nullable Object value() {
            return conversion.convert(slot.value());
        }

        /** Converted further. */
        public Direct then(Conversion next) {
            return new Direct(slot, conversion.then(next));
        }
    }

    /**
     * An expression, or a query.
     *
     * @param expression resolved
     */
    record Computed(Expression expression) implements Operand {}

    /**
     * A list.
     *
     * @param items each a value or an expression
     */
    record Items(List<Operand> items) implements Operand {

        public Items {
            items = List.copyOf(items);
        }
    }

    /** One value or expression. */
    static Operand single(@Nullable Object value) {
        if (value instanceof Operand operand) {
            return operand;
        }
        if (value instanceof Expression expression) {
            return new Computed(expression);
        }
        return new Direct(value instanceof Slot slot ? slot : Slot.of(value), Conversion.NONE);
    }

    /** A list, or a query that gives one. */
    static Operand list(@Nullable Object value) {
        if (value instanceof Operand operand) {
            return operand;
        }
        if (value instanceof Expression expression) {
            return new Computed(expression);
        }
        Slot slot = value instanceof Slot given ? given : Slot.of(value);
        List<@Nullable Object> members = members(slot.value());
        List<Operand> items = new ArrayList<>(members.size());
        for (int i = 0; i < members.size(); i++) {
            items.add(
                    members.get(i) instanceof Expression expression
                            ? new Computed(expression)
                            : new Direct(slot, new Member(i)));
        }
        return new Items(items);
    }

    /** The members of a list, set or array; of a text its characters, as in Python. */
    static List<@Nullable Object> members(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return new ArrayList<>(list);
        } else if (value instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        } else if (value instanceof Object[] array) {
            return Arrays.asList(array);
        } else if (value instanceof int[] array) {
            return new ArrayList<>(Arrays.stream(array).boxed().toList());
        } else if (value instanceof long[] array) {
            return new ArrayList<>(Arrays.stream(array).boxed().toList());
        } else if (value instanceof CharSequence text) {
            return new ArrayList<>(
                    text.codePoints().mapToObj(Character::toString).toList());
        } else if (value instanceof Iterable<?> iterable) {
            List<@Nullable Object> list = new ArrayList<>();
            iterable.forEach(list::add);
            return list;
        }
        throw new IllegalArgumentException("Not a list: " + value);
    }

    /** All expressions in it replaced. */
    default Operand map(UnaryOperator<Expression> function) {
        if (this instanceof Computed computed) {
            Expression mapped = function.apply(computed.expression());
            return mapped == computed.expression() ? this : new Computed(mapped);
        }
        if (this instanceof Items list) {
            List<Operand> mapped = new ArrayList<>();
            boolean same = true;
            for (Operand item : list.items()) {
                Operand result = item.map(function);
                same &= result == item;
                mapped.add(result);
            }
            return same ? this : new Items(mapped);
        }
        return this;
    }

    /** The numbered slots in it filled for good. */
    default Operand bound(@Nullable Object[] arguments) {
        if (this instanceof Direct direct) {
            return direct.slot().number() < 0 ? this : new Direct(direct.slot().bound(arguments), direct.conversion());
        }
        if (this instanceof Items list) {
            return new Items(
                    list.items().stream().map(item -> item.bound(arguments)).toList());
        }
        return map(expression -> expression.bound(arguments));
    }

    /** All values in it converted. */
    default Operand then(Conversion next) {
        if (this instanceof Direct direct) {
            return direct.then(next);
        }
        if (this instanceof Items list) {
            return new Items(list.items().stream().map(item -> item.then(next)).toList());
        }
        return this;
    }

    /** The expressions in it, in order. */
    default List<Expression> expressions() {
        if (this instanceof Computed computed) {
            return List.of(computed.expression());
        }
        if (this instanceof Items list) {
            return list.items().stream()
                    .flatMap(item -> item.expressions().stream())
                    .toList();
        }
        return List.of();
    }

    /** The member of a list with an index. */
    record Member(int index) implements Conversion {
        @Override
        public @Nullable Object convert(@Nullable Object value) {
            return value instanceof List<?> list
                    ? list.get(index)
                    : members(value).get(index);
        }
    }
}
