package io.djdbc.query.lookup;

import io.djdbc.dialect.QuerySyntax;
import io.djdbc.dialect.SqlTemplate;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.Func;
import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.model.FieldType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A part of a date or time as a number: {@code year}, {@code week_day}, {@code hour} … */
public final class Extract extends Transform {

    private static final Set<String> DATE_PARTS =
            Set.of("year", "iso_year", "month", "day", "week", "week_day", "iso_week_day", "quarter");
    private static final Set<String> TIME_PARTS = Set.of("hour", "minute", "second");

    private final String part;

    private Extract(String part, Expression operand) {
        super(operand);
        this.part = part;
    }

    /**
     * The part.
     *
     * @throws IllegalArgumentException if there is no such part
     */
    public static Extract of(String part, Expression operand) {
        if (!DATE_PARTS.contains(part) && !TIME_PARTS.contains(part)) {
            throw new IllegalArgumentException("Invalid lookup type: '" + part + "'");
        }
        return new Extract(part, operand);
    }

    /** The part of a field, by its path, or of an expression. */
    public static Extract of(String part, Object operand) {
        return of(part, Func.expression(operand));
    }

    /** Whether values of a type have this part. */
    static boolean applies(String part, FieldType type) {
        return switch (type) {
            case DATE -> DATE_PARTS.contains(part);
            case DATE_TIME -> DATE_PARTS.contains(part) || TIME_PARTS.contains(part);
            case TIME -> TIME_PARTS.contains(part);
            default -> false;
        };
    }

    public String part() {
        return part;
    }

    @Override
    protected Expression of(Expression newOperand) {
        return new Extract(part, newOperand);
    }

    @Override
    protected List<@Nullable Object> identity() {
        return List.of(part);
    }

    @Override
    public ValueType valueTypeOrNull() {
        return ValueType.of(FieldType.INTEGER);
    }

    @Override
    public Fragment toSql(SqlContext context) {
        QuerySyntax syntax = context.syntax();
        SqlTemplate template = switch (operand().valueType().type()) {
            case DATE_TIME -> syntax.dateTimeExtract(part, context.zone());
            case DATE -> syntax.dateExtract(part);
            case TIME -> syntax.timeExtract(part);
            default ->
                throw new IllegalArgumentException(
                        "Extract input expression must be DateField, DateTimeField, TimeField, or" + " DurationField.");
        };
        return Fragment.fill(template, context.compile(operand()));
    }
}
