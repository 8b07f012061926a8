package io.djdbc.query.model;

import io.djdbc.query.json.Json;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.EnumeratedValue;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conversions between attributes and columns that annotations ask for. */
final class Conversions {

    private Conversions() {}

    /** A conversion and the class of what the column holds. */
    record Typed(ValueConversion conversion, Class<?> columnType) {}

    /** JPA's own converter. */
    @SuppressWarnings("unchecked")
    static Typed of(AttributeConverter<?, ?> converter, Class<?> columnType) {
        AttributeConverter<Object, Object> untyped = (AttributeConverter<Object, Object>) converter;
        return new Typed(
                new ValueConversion() {
                    @Override
                    public @Nullable Object toAttribute(@Nullable Object columnValue) {
                        return untyped.convertToEntityAttribute(columnValue);
                    }

                    @Override
                    public @Nullable Object toColumn(@Nullable Object attributeValue) {
                        return untyped.convertToDatabaseColumn(attributeValue);
                    }
                },
                columnType);
    }

    static Typed enumNames(Class<?> type) {
        Map<Object, Object> names = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            names.put(constant, ((Enum<?>) constant).name());
        }
        return enumeration(type, names, String.class);
    }

    static Typed enumNumbers(Class<?> type) {
        Map<Object, Object> numbers = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            numbers.put(constant, (short) ((Enum<?>) constant).ordinal());
        }
        return enumeration(type, numbers, Short.class);
    }

    /** By the field of the enum that has {@code @EnumeratedValue}; null if there is none. */
    static @Nullable Typed enumValues(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            if (field.isAnnotationPresent(EnumeratedValue.class)) {
                Accessor accessor = Accessors.ofField(type, field, field.getType());
                Map<Object, Object> values = new HashMap<>();
                for (Object constant : type.getEnumConstants()) {
                    Object value = accessor.get(constant);
                    if (value == null || values.containsValue(value)) {
                        throw new ModelException(
                                accessor + " has @EnumeratedValue, but not a value of its own for each constant");
                    }
                    values.put(constant, value);
                }
                return enumeration(type, values, JavaTypes.boxed(field.getType()));
            }
        }
        return null;
    }

    private static Typed enumeration(Class<?> type, Map<Object, Object> columns, Class<?> columnType) {
        Map<Object, Object> constants = new HashMap<>();
        columns.forEach((constant, column) -> constants.put(column, constant));
        return new Typed(
                new ValueConversion() {
                    @Override
                    public @Nullable Object toAttribute(@Nullable Object columnValue) {
                        Object constant = columnValue == null ? null : constants.get(columnValue);
                        if (constant == null && columnValue != null) {
                            throw new IllegalArgumentException(
                                    type.getName() + " has no constant for '" + columnValue + "'");
                        }
                        return constant;
                    }

                    @Override
                    public @Nullable Object toColumn(@Nullable Object attributeValue) {
                        return attributeValue == null ? null : columns.get(attributeValue);
                    }
                },
                columnType);
    }

    /** A document that the attribute holds as text. */
    static Typed jsonText() {
        return new Typed(
                new ValueConversion() {
                    @Override
                    public @Nullable Object toAttribute(@Nullable Object columnValue) {
                        return columnValue == null ? null : Json.write(columnValue);
                    }

                    @Override
                    public @Nullable Object toColumn(@Nullable Object attributeValue) {
                        if (attributeValue == null) {
                            return null;
                        }
                        Object document = Json.parse((String) attributeValue);
                        return document == null ? Json.NULL : document;
                    }
                },
                Object.class);
    }
}
