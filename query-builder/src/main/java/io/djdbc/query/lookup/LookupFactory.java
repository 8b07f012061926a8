package io.djdbc.query.lookup;

import io.djdbc.query.expression.Expression;
import org.jspecify.annotations.Nullable;

/** Makes a lookup. */
@FunctionalInterface
public interface LookupFactory {

    /**
     * The lookup of an expression.
     *
     * @param left resolved
     * @param right a value, an {@link io.djdbc.query.expression.Slot}, a resolved expression, or a list of them; see
     *     {@link Operand#single} and {@link Operand#list}
     */
    Lookup create(Expression left, @Nullable Object right);
}
