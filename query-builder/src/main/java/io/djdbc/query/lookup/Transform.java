package io.djdbc.query.lookup;

import io.djdbc.query.expression.Expression;
import java.util.List;

/** A function of one expression that a path can name: {@code pub_date__year}. */
public abstract class Transform extends Expression {

    private final Expression operand;

    /** For subclasses. */
    protected Transform(Expression operand) {
        this.operand = operand;
    }

    public final Expression operand() {
        return operand;
    }

    @Override
    public final List<Expression> sources() {
        return List.of(operand);
    }

    @Override
    protected final Expression withSources(List<Expression> sources) {
        return of(sources.get(0));
    }

    /** The same of another expression. */
    protected abstract Expression of(Expression newOperand);
}
