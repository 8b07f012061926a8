package io.djdbc.query.expression;

import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.Q;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One branch of a {@link Case}: {@code When.of(Q.of("rating__gte", 5), Value.of("top"))}. */
public final class When extends Expression {

    private final Expression condition;
    private final Expression then;

    private When(Expression condition, Expression then) {
        this.condition = condition;
        this.then = then;
    }

    /**
     * A branch.
     *
     * @param condition a {@link Q} or another condition
     * @param then an expression, or a value
     */
    public static When of(Expression condition, Object then) {
        if (condition instanceof Q q && q.isEmpty()) {
            throw new IllegalArgumentException("An empty Q() can't be used as a When() condition.");
        }
        return new When(condition, Value.orExpression(then));
    }

    @Override
    public List<Expression> sources() {
        return List.of(condition, then);
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return new When(sources.get(0), sources.get(1));
    }

    @Override
    protected List<Expression> typeSources() {
        return List.of(then);
    }

    @Override
    public List<Expression> groupByColumns() {
        return containsAggregate()
                ? super.groupByColumns()
                : sources().stream()
                        .flatMap(source -> source.groupByColumns().stream())
                        .toList();
    }

    @Override
    protected @Nullable Object emptyValue() {
        return NOT_IMPLEMENTED;
    }

    Expression result() {
        return then;
    }

    @Override
    public Fragment toSql(SqlContext context) {
        Fragment when = context.compile(condition);
        if (when.sql().isEmpty()) {
            throw EmptyResultSetException.INSTANCE;
        }
        return Fragment.fill("WHEN {0} THEN {1}", when, context.compile(then));
    }
}
