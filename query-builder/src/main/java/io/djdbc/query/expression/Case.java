package io.djdbc.query.expression;

import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.FullResultSetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of the first branch whose condition holds.
 *
 * <pre>{@code
 * Case.of(When.of(Q.of("rating__gte", 5), Value.of("top"))).otherwise(Value.of("low"))
 * }</pre>
 */
public final class Case extends Expression {

    private final List<Expression> branches;
    private final Expression otherwise;
    private final @Nullable ValueType type;

    private Case(List<Expression> branches, Expression otherwise, @Nullable ValueType type) {
        this.branches = List.copyOf(branches);
        this.otherwise = otherwise;
        this.type = type;
    }

    /** The branches; without {@link #otherwise} the result is null if no condition holds. */
    public static Case of(When... branches) {
        return new Case(Arrays.asList(branches), Value.of(null), null);
    }

    /** With another result if no condition holds. */
    public Case otherwise(Object result) {
        return new Case(branches, Value.orExpression(result), type);
    }

    /** With the type of a column. */
    public Case typed(ValueType resultType) {
        return new Case(branches, otherwise, resultType);
    }

    @Override
    public List<Expression> sources() {
        List<Expression> sources = new ArrayList<>(branches);
        sources.add(otherwise);
        return sources;
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        int last = sources.size() - 1;
        return new Case(sources.subList(0, last), sources.get(last), type);
    }

    @Override
    protected List<@Nullable Object> identity() {
        return Arrays.asList((Object) type);
    }

    @Override
    public @Nullable ValueType valueTypeOrNull() {
        return type != null ? type : super.valueTypeOrNull();
    }

    @Override
    public List<Expression> groupByColumns() {
        if (branches.isEmpty()) {
            return otherwise.groupByColumns();
        }
        return super.groupByColumns();
    }

    @Override
    public Fragment toSql(SqlContext context) {
        // the branches must have one type
        valueTypeOrNull();
        List<Fragment> parts = new ArrayList<>();
        Fragment last = null;
        for (Expression branch : branches) {
            try {
                parts.add(context.compile(branch));
            } catch (EmptyResultSetException never) {
                // this branch is never taken
            } catch (FullResultSetException always) {
                last = context.compile(((When) branch).result());
                break;
            }
        }
        Fragment otherwiseSql = last != null ? last : context.compile(otherwise);
        if (parts.isEmpty()) {
            return otherwiseSql;
        }
        return castDecimal(context, Fragment.fill("CASE {0} ELSE {1} END", Fragment.join(" ", parts), otherwiseSql));
    }
}
