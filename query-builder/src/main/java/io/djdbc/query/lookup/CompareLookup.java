package io.djdbc.query.lookup;

import io.djdbc.dialect.ConditionStyle;
import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.FullResultSetException;
import io.djdbc.query.expression.Condition;
import io.djdbc.query.expression.Conversion;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.sql.Query;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code exact}, {@code gt}, {@code gte}, {@code lt}, {@code lte}. */
class CompareLookup extends Lookup {

    /** Django rounds up what an integer is compared with by {@code gte} and {@code lt}. */
    private static final Conversion CEILING = new Ceiling();

    protected CompareLookup(String name, Expression left, Operand right) {
        super(name, left, right);
    }

    static Lookup create(String name, Expression left, @Nullable Object value) {
        Operand right = Operand.single(value);
        ValueType type = left.valueTypeOrNull();
        if (type != null
                && type.relation() == null
                && type.type().isInteger()
                && (name.equals("gte") || name.equals("lt"))) {
            right = right.then(CEILING);
        }
        right = right.then(Preparation.of(left));
        Preparation.check(right);
        if (right instanceof Operand.Computed computed && computed.expression() instanceof Query query) {
            right = new Operand.Computed(
                    name.equals("exact") ? Subqueries.forExact(query) : Subqueries.oneColumn(query));
        }
        return new CompareLookup(name, left, right);
    }

    @Override
    protected Lookup with(Expression newLeft, Operand newRight) {
        return new CompareLookup(name(), newLeft, newRight);
    }

    @Override
    protected Fragment sql(SqlContext context) {
        checkRange(context);
        if (name().equals("exact") && directValue() instanceof Boolean wanted && standsAlone(context, left())) {
            if (!(((Operand.Direct) right()).slot().value() instanceof Boolean)) {
                context.dependsOnValues();
            }
            Fragment sql = leftSql(context);
            return wanted ? sql : sql.wrap("NOT ", "");
        }
        Fragment operand = Fragment.fill(context.syntax().operator(name()), rightSql(context));
        return Fragment.join(" ", List.of(leftSql(context), operand));
    }

    private static boolean standsAlone(SqlContext context, Expression expression) {
        if (!expression.isConditional()) {
            return false;
        }
        return context.syntax().conditionStyle() == ConditionStyle.ANY || expression instanceof Condition;
    }

    /** An integer that the column cannot have decides without the database. */
    private void checkRange(SqlContext context) {
        ValueType type = left().valueTypeOrNull();
        if (type == null || type.relation() != null || !type.type().isInteger()) {
            return;
        }
        BigInteger value = integer(directValue());
        long[] range = value == null ? null : context.syntax().integerRange(type.internalType());
        if (value == null || range == null) {
            return;
        }
        int side = value.compareTo(BigInteger.valueOf(range[0])) < 0
                ? -1
                : value.compareTo(BigInteger.valueOf(range[1])) > 0 ? 1 : 0;
        if (side != 0) {
            context.dependsOnValues();
            boolean all = side < 0 ? name().startsWith("gt") : name().startsWith("lt");
            throw all ? FullResultSetException.INSTANCE : EmptyResultSetException.INSTANCE;
        }
    }

    @Override
    protected Conversion adapt(SqlContext context) {
        ValueType type = left().valueTypeOrNull();
        long[] range = type == null || type.relation() != null || !type.type().isInteger()
                ? null
                : context.syntax().integerRange(type.internalType());
        Conversion toDatabase = super.adapt(context);
        return range == null ? toDatabase : new Within(range[0], range[1]).then(toDatabase);
    }

    /** Compiled for a value that the column can have, so other values must be such too. */
    private record Within(long least, long greatest) implements Conversion {
        @Override
        public @Nullable Object convert(@Nullable Object value) {
            boolean outside = value instanceof Long whole
                    ? whole < least || whole > greatest
                    : value instanceof BigInteger big && isOutside(big);
            if (outside) {
                throw OtherShapeException.INSTANCE;
            }
            return value;
        }

        private boolean isOutside(BigInteger big) {
            return big.bitLength() > 63 || big.longValue() < least || big.longValue() > greatest;
        }
    }

    private static @Nullable BigInteger integer(@Nullable Object value) {
        if (value instanceof BigInteger big) {
            return big;
        }
        return value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte
                ? BigInteger.valueOf(((Number) value).longValue())
                : null;
    }

    private record Ceiling() implements Conversion {
        @Override
        public @Nullable Object convert(@Nullable Object value) {
            if (value instanceof Double || value instanceof Float) {
                double number = ((Number) value).doubleValue();
                return Double.isFinite(number)
                        ? new BigDecimal(number)
                                .setScale(0, RoundingMode.CEILING)
                                .toBigInteger()
                        : value;
            }
            return value;
        }
    }
}
