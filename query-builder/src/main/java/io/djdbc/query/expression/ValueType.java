package io.djdbc.query.expression;

import io.djdbc.query.model.Attribute;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.model.PathStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The type of an expression's values, Django's {@code output_field}.
 *
 * @param type the type of the values; of a foreign key, that of the keys
 * @param field the column they come from, with its limits; null if they are computed
 * @param relation the relation that the expression stands for, so that objects may be compared with it; null if none
 */
public record ValueType(
        FieldType type, @Nullable Field field, @Nullable Attribute relation) {

    public static final ValueType BOOLEAN = of(FieldType.BOOLEAN);
    public static final ValueType INTEGER = of(FieldType.INTEGER);

    public static ValueType of(FieldType type) {
        return new ValueType(type, null, null);
    }

    /** Of the values in a field's column. */
    public static ValueType of(Field field) {
        Field values = field.valueField();
        return new ValueType(values.type(), values, null);
    }

    /** Of a column that stands for a relation. */
    public static ValueType of(Field column, Attribute relation) {
        return relation.isRelation()
                ? new ValueType(column.valueField().type(), column.valueField(), relation)
                : of(column);
    }

    /** The field to which the related objects' keys belong. */
    public @Nullable Field relatedField() {
        if (relation == null) {
            return null;
        }
        List<PathStep> path = relation.path();
        return path.get(path.size() - 1).targetField();
    }

    /** Django's {@code get_internal_type()}: {@code ForeignKey} where the relation is one. */
    public String internalType() {
        return type.internalType();
    }

    /** Whether a value of this type is one of the other too, as Django's classes of fields extend each other. */
    public boolean isA(ValueType other) {
        return isA(type, other.type);
    }

    static boolean isA(FieldType type, FieldType other) {
        if (type == other) {
            return true;
        }
        return switch (other) {
            case INTEGER -> type.isInteger();
            case BIG_INTEGER -> type == FieldType.BIG_AUTO || type == FieldType.POSITIVE_BIG_INTEGER;
            case SMALL_INTEGER -> type == FieldType.SMALL_AUTO || type == FieldType.POSITIVE_SMALL_INTEGER;
            case AUTO -> type.isAuto();
            case CHAR -> type == FieldType.SLUG;
            case DATE -> type == FieldType.DATE_TIME;
            default -> false;
        };
    }
}
