package io.djdbc.query.model;

import org.jspecify.annotations.Nullable;

/** What a field was declared to be. */
record FieldSpec(
        String name,
        String attname,
        String column,
        FieldType type,
        Class<?> valueType,
        @Nullable ValueConversion conversion,
        boolean nullable,
        boolean primaryKey,
        boolean unique,
        boolean dbIndex,
        @Nullable Integer maxLength,
        @Nullable Integer maxDigits,
        @Nullable Integer decimalPlaces) {}
