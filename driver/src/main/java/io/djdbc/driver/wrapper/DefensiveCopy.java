package io.djdbc.driver.wrapper;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/** Values that the application may change after it has bound them, as they are now. */
final class DefensiveCopy {

    private DefensiveCopy() {}

    /** The value itself if it cannot be changed, or is the vendor's. */
    static @Nullable Object of(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Number) {
            return value;
        }
        if (value instanceof java.util.Date date) {
            return date.clone();
        }
        if (value instanceof Calendar calendar) {
            return calendar.clone();
        }
        if (value instanceof StringBuilder text) {
            return new StringBuilder(text);
        }
        if (value instanceof StringBuffer text) {
            return new StringBuffer(text);
        }
        return value.getClass().isArray() ? array(value) : value;
    }

    private static Object array(Object array) {
        if (array instanceof byte[] elements) {
            return elements.clone();
        }
        if (array instanceof char[] elements) {
            return elements.clone();
        }
        if (array instanceof int[] elements) {
            return elements.clone();
        }
        if (array instanceof long[] elements) {
            return elements.clone();
        }
        if (array instanceof short[] elements) {
            return elements.clone();
        }
        if (array instanceof double[] elements) {
            return elements.clone();
        }
        if (array instanceof float[] elements) {
            return elements.clone();
        }
        if (array instanceof boolean[] elements) {
            return elements.clone();
        }
        @Nullable Object[] elements = ((@Nullable Object[]) array).clone();
        for (int i = 0; i < elements.length; i++) {
            elements[i] = of(elements[i]);
        }
        return elements;
    }

    static byte @Nullable [] of(byte @Nullable [] value) {
        return value == null ? null : value.clone();
    }

    static @Nullable Date of(@Nullable Date value) {
        return value == null ? null : (Date) value.clone();
    }

    static @Nullable Time of(@Nullable Time value) {
        return value == null ? null : (Time) value.clone();
    }

    static @Nullable Timestamp of(@Nullable Timestamp value) {
        return value == null ? null : (Timestamp) value.clone();
    }

    /** Null is the vendor's to refuse. */
    static @Nullable Calendar of(@Nullable Calendar value) {
        return value == null ? null : (Calendar) value.clone();
    }
}
