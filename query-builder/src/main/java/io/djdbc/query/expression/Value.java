package io.djdbc.query.expression;

import io.djdbc.query.model.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A value of the user, always bound: {@code Value.of("none")}. */
public final class Value extends Expression {

    private final Slot slot;
    private final @Nullable ValueType type;

    private Value(Slot slot, @Nullable ValueType type) {
        this.slot = slot;
        this.type = type;
    }

    /** The value, or the slot, with the type that goes with its class. */
    public static Value of(@Nullable Object value) {
        Slot slot = value instanceof Slot given ? given : Slot.of(value);
        return new Value(slot, typeOf(slot.value()));
    }

    public static Value of(@Nullable Object value, FieldType type) {
        return of(value, ValueType.of(type));
    }

    /** A value of a type; null: none, so it is bound as it is. */
    public static Value of(@Nullable Object value, @Nullable ValueType type) {
        return new Value(value instanceof Slot given ? given : Slot.of(value), type);
    }

    /** What is an expression already stays; everything else becomes a value. */
    public static Expression orExpression(@Nullable Object value) {
        return value instanceof Expression expression ? expression : of(value);
    }

    private static @Nullable ValueType typeOf(@Nullable Object value) {
        FieldType type = fieldType(value);
        return type == null ? null : ValueType.of(type);
    }

    private static @Nullable FieldType fieldType(@Nullable Object value) {
        if (value instanceof CharSequence || value instanceof Character) {
            return FieldType.CHAR;
        } else if (value instanceof Boolean) {
            return FieldType.BOOLEAN;
        } else if (value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte
                || value instanceof BigInteger) {
            return FieldType.INTEGER;
        } else if (value instanceof Double || value instanceof Float) {
            return FieldType.FLOAT;
        } else if (value instanceof BigDecimal) {
            return FieldType.DECIMAL;
        } else if (value instanceof Instant
                || value instanceof OffsetDateTime
                || value instanceof ZonedDateTime
                || value instanceof LocalDateTime) {
            return FieldType.DATE_TIME;
        } else if (value instanceof LocalDate) {
            return FieldType.DATE;
        } else if (value instanceof LocalTime) {
            return FieldType.TIME;
        } else if (value instanceof Duration) {
            return FieldType.DURATION;
        } else if (value instanceof byte[]) {
            return FieldType.BINARY;
        } else if (value instanceof UUID) {
            return FieldType.UUID;
        }
        return null;
    }

    public Slot slot() {
        return slot;
    }

    /** The value that the query was built with. */
    public @Nullable Object value() {
        return slot.value();
    }

    @Override
    public Expression bound(@Nullable Object[] arguments) {
        return slot.number() < 0 ? this : new Value(slot.bound(arguments), type);
    }

    @Override
    protected List<@Nullable Object> identity() {
        return slot.number() < 0 ? Arrays.asList(slot.value(), type) : Arrays.asList(slot, type);
    }

    @Override
    public @Nullable ValueType valueTypeOrNull() {
        return type;
    }

    @Override
    public List<Expression> groupByColumns() {
        return List.of();
    }

    @Override
    protected @Nullable Object emptyValue() {
        return slot.value();
    }

    @Override
    public Fragment toSql(SqlContext context) {
        if (slot.value() == null) {
            return castDecimal(context, Fragment.of("NULL"));
        }
        Conversion conversion = type == null
                ? Conversion.NONE
                : Bindings.prepare(type).then(Bindings.toDatabase(type, context.syntax()));
        String placeholder = type != null && type.type() == FieldType.INTEGER
                ? context.syntax().integerPlaceholder()
                : "?";
        return castDecimal(
                context, Fragment.of(placeholder, Parameter.of(slot, conversion, type == null ? null : type.type())));
    }
}
