package io.djdbc.query.model;

import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which field goes with which Java class. */
final class JavaTypes {

    private static final Map<Class<?>, FieldType> TYPES = Map.ofEntries(
            Map.entry(String.class, FieldType.CHAR),
            Map.entry(Character.class, FieldType.CHAR),
            Map.entry(URI.class, FieldType.CHAR),
            Map.entry(Long.class, FieldType.BIG_INTEGER),
            Map.entry(Integer.class, FieldType.INTEGER),
            Map.entry(Short.class, FieldType.SMALL_INTEGER),
            Map.entry(Byte.class, FieldType.SMALL_INTEGER),
            Map.entry(Boolean.class, FieldType.BOOLEAN),
            Map.entry(Double.class, FieldType.FLOAT),
            Map.entry(Float.class, FieldType.FLOAT),
            Map.entry(BigDecimal.class, FieldType.DECIMAL),
            Map.entry(BigInteger.class, FieldType.DECIMAL),
            Map.entry(LocalDate.class, FieldType.DATE),
            Map.entry(java.sql.Date.class, FieldType.DATE),
            Map.entry(LocalTime.class, FieldType.TIME),
            Map.entry(java.sql.Time.class, FieldType.TIME),
            Map.entry(Instant.class, FieldType.DATE_TIME),
            Map.entry(OffsetDateTime.class, FieldType.DATE_TIME),
            Map.entry(ZonedDateTime.class, FieldType.DATE_TIME),
            Map.entry(LocalDateTime.class, FieldType.DATE_TIME),
            Map.entry(java.sql.Timestamp.class, FieldType.DATE_TIME),
            Map.entry(Date.class, FieldType.DATE_TIME),
            Map.entry(Calendar.class, FieldType.DATE_TIME),
            Map.entry(Duration.class, FieldType.DURATION),
            Map.entry(UUID.class, FieldType.UUID),
            Map.entry(byte[].class, FieldType.BINARY),
            Map.entry(InetAddress.class, FieldType.GENERIC_IP_ADDRESS));

    /** What a text type may hold. */
    private static final Set<Class<?>> TEXTS = Set.of(String.class, Character.class, URI.class);

    private JavaTypes() {}

    /** The field for a boxed class; null if none goes with it by itself. */
    static @Nullable FieldType fieldType(Class<?> boxed) {
        return TYPES.get(boxed);
    }

    /** Whether a field of this type, which an annotation names, can hold values of this class. */
    static boolean fits(FieldType type, Class<?> boxed) {
        if (type == FieldType.JSON) {
            return true;
        }
        if (type == FieldType.GENERIC_IP_ADDRESS) {
            return boxed == String.class || InetAddress.class.isAssignableFrom(boxed);
        }
        if (type.isText()) {
            return TEXTS.contains(boxed);
        }
        if (type.isInteger()) {
            return Number.class.isAssignableFrom(boxed) && !(boxed == Double.class || boxed == Float.class);
        }
        FieldType natural = TYPES.get(boxed);
        return natural == type || (type.isNumeric() && natural != null && natural.isNumeric());
    }

    static Class<?> boxed(Class<?> type) {
        return type.isPrimitive() ? MethodType.methodType(type).wrap().returnType() : type;
    }

    /** What a primitive attribute has before it was set; null for other types. */
    static @Nullable Object zero(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }
}
