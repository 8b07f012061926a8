package io.djdbc.query.lookup;

import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.SqlContext;
import org.jspecify.annotations.Nullable;

/** {@code range}: between two values, both included. */
final class RangeLookup extends Lookup {

    private RangeLookup(Expression left, Operand right) {
        super("range", left, right);
    }

    static Lookup create(Expression left, @Nullable Object value) {
        Operand right = Preparation.list(left, value);
        if (!(right instanceof Operand.Items list) || list.items().size() != 2) {
            throw new IllegalArgumentException("The value of a range lookup must be a list of two values");
        }
        return new RangeLookup(left, right);
    }

    @Override
    protected Lookup with(Expression newLeft, Operand newRight) {
        return new RangeLookup(newLeft, newRight);
    }

    @Override
    protected Fragment sql(SqlContext context) {
        Operand.Items bounds = (Operand.Items) right();
        return Fragment.fill(
                "{0} BETWEEN {1} AND {2}", leftSql(context), bound(context, bounds, 0), bound(context, bounds, 1));
    }

    private Fragment bound(SqlContext context, Operand.Items bounds, int index) {
        if (bounds.items().get(index) instanceof Operand.Computed computed) {
            return context.compile(computed.expression());
        }
        Fragment value = valueSql(context, (Operand.Direct) bounds.items().get(index));
        return hasExpressions(bounds) ? besideExpressions(context, value) : value;
    }
}
