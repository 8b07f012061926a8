package io.djdbc.query.lookup;

import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.model.FieldType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The date, or the time of day, of a point in time: {@code hired_at__date}. */
final class DatePart extends Transform {

    private final boolean time;

    DatePart(boolean time, Expression operand) {
        super(operand);
        this.time = time;
    }

    @Override
    protected Expression of(Expression newOperand) {
        return new DatePart(time, newOperand);
    }

    @Override
    protected List<@Nullable Object> identity() {
        return List.of(time);
    }

    @Override
    public ValueType valueTypeOrNull() {
        return ValueType.of(time ? FieldType.TIME : FieldType.DATE);
    }

    @Override
    public Fragment toSql(SqlContext context) {
        return Fragment.fill(
                time
                        ? context.syntax().timeOf(context.zone())
                        : context.syntax().dateOf(context.zone()),
                context.compile(operand()));
    }
}
