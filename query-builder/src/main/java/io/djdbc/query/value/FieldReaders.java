package io.djdbc.query.value;

import io.djdbc.query.model.Field;
import io.djdbc.query.model.FieldType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Readers that give an attribute's own Java type, by the shortest way for the common ones. */
final class FieldReaders {

    private FieldReaders() {}

    static ValueReader reader(DatabaseValues values, Field field) {
        Field of = field.valueField();
        ValueReader plain = plain(values, of);
        Class<?> stored = of.valueType();
        boolean asStored = stored == natural(of.type()) || stored == Object.class || isNarrow(stored, of.type());
        if (asStored && (of != field || !of.isConverted())) {
            return plain;
        }
        return (row, column) ->
                of == field ? of.toAttribute(plain.read(row, column)) : of.toValueType(plain.read(row, column));
    }

    static ReadKind kind(DatabaseValues values, Field field) {
        Field of = field.valueField();
        FieldType type = of.type();
        Class<?> stored = of.valueType();
        if (of == field && of.isConverted() || of.decimalPlaces() != null) {
            return ReadKind.OTHER;
        }
        if (type.isInteger()) {
            return integer(stored, values.cutsIntegers());
        }
        if (type == FieldType.FLOAT && stored == Double.class) {
            return ReadKind.DOUBLE;
        }
        if (values.emptyStringsAreNulls()) {
            return ReadKind.OTHER;
        }
        return type == FieldType.BOOLEAN && stored == Boolean.class
                ? ReadKind.BOOLEAN
                : type.isText() && stored == String.class ? ReadKind.TEXT : ReadKind.OTHER;
    }

    private static ReadKind integer(Class<?> stored, boolean checked) {
        if (stored == Integer.class) {
            return checked ? ReadKind.CHECKED_INTEGER : ReadKind.INTEGER;
        }
        if (stored == Short.class) {
            return checked ? ReadKind.CHECKED_SHORT : ReadKind.SHORT;
        }
        return stored == Long.class ? ReadKind.LONG : ReadKind.OTHER;
    }

    private static boolean isNarrow(Class<?> stored, FieldType type) {
        return type.isInteger() && (stored == Integer.class || stored == Short.class);
    }

    private static ValueReader plain(DatabaseValues values, Field field) {
        Integer places = field.decimalPlaces();
        if (places != null) {
            return (row, column) -> values.readDecimal(row, column, places);
        }
        if (field.type().isInteger()) {
            Class<?> stored = field.valueType();
            if (stored == Integer.class) {
                return values.cutsIntegers() ? FieldReaders::readCheckedInteger : FieldReaders::readInteger;
            }
            if (stored == Short.class) {
                return values.cutsIntegers() ? FieldReaders::readCheckedShort : FieldReaders::readShort;
            }
        }
        return values.reader(field.type());
    }

    private static @Nullable Object readInteger(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return value == 0 && row.wasNull() ? null : (Object) value;
    }

    private static @Nullable Object readShort(ResultSet row, int column) throws SQLException {
        short value = row.getShort(column);
        return value == 0 && row.wasNull() ? null : (Object) value;
    }

    private static @Nullable Object readCheckedInteger(ResultSet row, int column) throws SQLException {
        int value = ReadLimits.getInteger(row, column);
        return value == 0 && row.wasNull() ? null : (Object) value;
    }

    private static @Nullable Object readCheckedShort(ResultSet row, int column) throws SQLException {
        short value = ReadLimits.getShort(row, column);
        return value == 0 && row.wasNull() ? null : (Object) value;
    }

    /** What a reader of this type gives by itself. */
    private static Class<?> natural(FieldType type) {
        switch (type) {
            case FLOAT:
                return Double.class;
            case DECIMAL:
                return BigDecimal.class;
            case BOOLEAN:
                return Boolean.class;
            case DATE:
                return LocalDate.class;
            case DATE_TIME:
                return Instant.class;
            case TIME:
                return LocalTime.class;
            case DURATION:
                return Duration.class;
            case UUID:
                return UUID.class;
            case BINARY:
                return byte[].class;
            default:
                return type.isInteger() ? Long.class : String.class;
        }
    }
}
