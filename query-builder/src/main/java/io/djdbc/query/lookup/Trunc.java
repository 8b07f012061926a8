package io.djdbc.query.lookup;

import io.djdbc.dialect.QuerySyntax;
import io.djdbc.dialect.SqlTemplate;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.Func;
import io.djdbc.query.expression.Resolution;
import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.sql.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A date or time cut to a unit: {@code Trunc.of("month", "pub_date")}. */
public final class Trunc extends Transform {

    private static final Set<String> DATE_UNITS = Set.of("year", "quarter", "month", "week", "day");
    private static final Set<String> TIME_UNITS = Set.of("hour", "minute", "second");

    private final String unit;
    private final @Nullable FieldType type;

    private Trunc(String unit, Expression operand, @Nullable FieldType type) {
        super(operand);
        this.unit = unit;
        this.type = type;
    }

    /**
     * Cut to a unit.
     *
     * @throws IllegalArgumentException if there is no such unit
     */
    public static Trunc of(String unit, Object operand) {
        return of(unit, operand, null);
    }

    /** Cut to a unit, with the type of the result. */
    public static Trunc of(String unit, Object operand, @Nullable FieldType type) {
        if (!DATE_UNITS.contains(unit) && !TIME_UNITS.contains(unit)) {
            throw new IllegalArgumentException("Invalid lookup type: '" + unit + "'");
        }
        return new Trunc(unit, Func.expression(operand), type);
    }

    @Override
    protected Expression of(Expression newOperand) {
        return new Trunc(unit, newOperand, type);
    }

    @Override
    protected List<@Nullable Object> identity() {
        return Arrays.asList(unit, type);
    }

    @Override
    public Expression resolve(Query query, Resolution how) {
        Trunc resolved = (Trunc) super.resolve(query, how);
        FieldType from = resolved.operand().valueType().type();
        if (!from.isDateOrTime()) {
            throw new IllegalArgumentException(name(resolved) + " isn't a DateField, TimeField, or DateTimeField.");
        }
        FieldType to = resolved.resultType();
        boolean impossible =
                from == FieldType.DATE && (to == FieldType.DATE_TIME && type != null || TIME_UNITS.contains(unit))
                        || from == FieldType.TIME && (to != FieldType.TIME || DATE_UNITS.contains(unit));
        if (impossible) {
            throw new IllegalArgumentException("Cannot truncate " + from.internalType() + " '" + name(resolved)
                    + "' to " + (type == null || to == from ? "DateTimeField" : to.internalType()) + ".");
        }
        return resolved;
    }

    private static String name(Trunc resolved) {
        ValueType type = resolved.operand().valueType();
        Field field = type.field();
        return field == null ? type.internalType() : field.name();
    }

    private FieldType resultType() {
        return type != null ? type : operand().valueType().type();
    }

    @Override
    public ValueType valueTypeOrNull() {
        return ValueType.of(resultType());
    }

    @Override
    public Fragment toSql(SqlContext context) {
        QuerySyntax syntax = context.syntax();
        String zone = operand().valueType().type() == FieldType.DATE_TIME ? context.zone() : null;
        SqlTemplate template = switch (resultType()) {
            case DATE_TIME -> syntax.dateTimeTrunc(unit, zone == null ? "UTC" : zone);
            case DATE -> syntax.dateTrunc(unit, zone);
            case TIME -> syntax.timeTrunc(unit, zone);
            default ->
                throw new IllegalArgumentException("Trunc only valid on DateField, TimeField, or DateTimeField.");
        };
        return Fragment.fill(template, context.compile(operand()));
    }
}
