package io.djdbc.query.model;

import org.jspecify.annotations.Nullable;

/** Between a Java attribute and what its column holds: a JPA converter, an enum's name or number. */
interface ValueConversion {

    /** Of the attribute's type. */
    @Nullable
    Object toAttribute(@Nullable Object columnValue);

    /** Of the field's {@link Field#valueType()}. */
    @Nullable
    Object toColumn(@Nullable Object attributeValue);
}
