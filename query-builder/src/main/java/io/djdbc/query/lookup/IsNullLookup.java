package io.djdbc.query.lookup;

import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.FullResultSetException;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.expression.Value;
import org.jspecify.annotations.Nullable;

/** {@code isnull}. */
public class IsNullLookup extends Lookup {

    /** For JSON keys. */
    protected IsNullLookup(Expression left, Operand right) {
        super("isnull", left, right);
    }

    /** Whether the expression is null, or is not. */
    public static Lookup of(Expression left, boolean wanted) {
        return new IsNullLookup(left, Operand.single(wanted));
    }

    static Lookup create(Expression left, @Nullable Object value) {
        return new IsNullLookup(left, checked(value));
    }

    static Operand checked(@Nullable Object value) {
        Operand right = Operand.single(value);
        if (right instanceof Operand.Direct direct && direct.value() == null) {
            throw new IllegalArgumentException("Cannot use None as a query value");
        }
        if (!(right instanceof Operand.Direct direct && direct.value() instanceof Boolean)) {
            throw new IllegalArgumentException("The QuerySet value for an isnull lookup must be True or False.");
        }
        return right;
    }

    @Override
    protected Lookup with(Expression newLeft, Operand newRight) {
        return new IsNullLookup(newLeft, newRight);
    }

    @Override
    public boolean takesNull() {
        return true;
    }

    /** Whether it asks for null. */
    public final boolean wantsNull() {
        return Boolean.TRUE.equals(directValue());
    }

    @Override
    protected Fragment sql(SqlContext context) {
        if (left() instanceof Value value) {
            boolean isNull = value.value() == null
                    || value.value().equals("") && context.syntax().emptyStringsAreNulls();
            throw isNull == wantsNull() ? FullResultSetException.INSTANCE : EmptyResultSetException.INSTANCE;
        }
        return leftSql(context).wrap("", wantsNull() ? " IS NULL" : " IS NOT NULL");
    }
}
