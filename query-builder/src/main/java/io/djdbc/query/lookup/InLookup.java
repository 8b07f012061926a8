package io.djdbc.query.lookup;

import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.sql.Query;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code in}: a list, or a query of one column. */
class InLookup extends Lookup {

    protected InLookup(Expression left, Operand right) {
        super("in", left, right);
    }

    static Lookup create(Expression left, @Nullable Object value) {
        return new InLookup(left, operand(left, value));
    }

    static Operand operand(Expression left, @Nullable Object value) {
        Operand right = Preparation.list(left, value);
        if (right instanceof Operand.Computed computed && computed.expression() instanceof Query query) {
            return new Operand.Computed(Subqueries.forIn(query, left.valueTypeOrNull()));
        }
        return right;
    }

    @Override
    protected Lookup with(Expression newLeft, Operand newRight) {
        return new InLookup(newLeft, newRight);
    }

    @Override
    protected Fragment sql(SqlContext context) {
        Fragment left = leftSql(context);
        if (!(right() instanceof Operand.Items list)) {
            return Fragment.fill("{0} IN {1}", left, rightSql(context));
        }
        List<Fragment> members = members(context, list);
        if (members.isEmpty()) {
            throw EmptyResultSetException.INSTANCE;
        }
        int max = context.syntax().maxInListSize();
        if (max == 0 || members.size() <= max) {
            return in(left, members);
        }
        List<Fragment> parts = new ArrayList<>();
        for (int from = 0; from < members.size(); from += max) {
            parts.add(in(left, members.subList(from, Math.min(from + max, members.size()))));
        }
        return Fragment.join(" OR ", parts).wrap("(", ")");
    }

    private static Fragment in(Fragment left, List<Fragment> members) {
        return Fragment.fill("{0} IN ({1})", left, Fragment.join(", ", members));
    }

    /** Each once, and null never, as it is equal to nothing. */
    private List<Fragment> members(SqlContext context, Operand.Items list) {
        List<Fragment> members = new ArrayList<>();
        Set<Object> seen = new LinkedHashSet<>();
        boolean mixed = hasExpressions(list);
        for (Operand item : list.items()) {
            if (item instanceof Operand.Computed computed) {
                if (seen.add(computed.expression())) {
                    members.add(context.compile(computed.expression()));
                }
            } else if (item instanceof Operand.Direct direct) {
                Object value = direct.value();
                if (value != null
                        && seen.add(value instanceof BigDecimal decimal ? decimal.stripTrailingZeros() : value)) {
                    members.add(mixed ? besideExpressions(context, member(context, direct)) : member(context, direct));
                } else {
                    context.dependsOnValues();
                }
            }
        }
        return members;
    }

    /** A bound member. */
    protected Fragment member(SqlContext context, Operand.Direct value) {
        return valueSql(context, value);
    }
}
