package io.djdbc.query.expression;

import io.djdbc.query.model.FieldType;
import org.jspecify.annotations.Nullable;

/** The type of two combined expressions. */
final class ResultTypes {

    private ResultTypes() {}

    /** Null if the two do not go together. */
    static @Nullable FieldType combine(Operator operator, FieldType left, FieldType right) {
        if (operator.isBitwise()) {
            return left.isInteger() && right.isInteger() ? FieldType.INTEGER : null;
        }
        if (left.isNumeric() && right.isNumeric()) {
            return numeric(left, right);
        }
        boolean sum = operator == Operator.ADD || operator == Operator.SUBTRACT;
        if (sum && right == FieldType.DURATION) {
            return plusDuration(left);
        }
        if (operator == Operator.ADD && left == FieldType.DURATION) {
            return plusDuration(right);
        }
        if (operator == Operator.SUBTRACT && left == right && left.isDateOrTime()) {
            return FieldType.DURATION;
        }
        return null;
    }

    private static FieldType numeric(FieldType left, FieldType right) {
        if (left.isInteger() && right.isInteger()) {
            return FieldType.INTEGER;
        }
        boolean floating = left == FieldType.FLOAT || right == FieldType.FLOAT;
        return floating ? FieldType.FLOAT : FieldType.DECIMAL;
    }

    private static @Nullable FieldType plusDuration(FieldType other) {
        return switch (other) {
            case DATE, DATE_TIME -> FieldType.DATE_TIME;
            case TIME -> FieldType.TIME;
            case DURATION -> FieldType.DURATION;
            default -> null;
        };
    }
}
