package io.djdbc.query.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of one Java class as another, where nothing is lost. */
final class Coercion {

    private Coercion() {}

    /**
     * @param target boxed
     * @throws IllegalArgumentException if the value cannot be of that class without a loss
     */
    static @Nullable Object coerce(Field field, @Nullable Object value, Class<?> target) {
        if (value == null || target.isInstance(value)) {
            return value;
        }
        try {
            Object converted = convert(value, target);
            if (converted != null) {
                return converted;
            }
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException loss) {
            throw refusal(field, value, target, loss);
        }
        throw refusal(field, value, target, null);
    }

    private static IllegalArgumentException refusal(
            Field field, Object value, Class<?> target, @Nullable Exception cause) {
        return new IllegalArgumentException(
                field + " takes a " + target.getName() + ", not "
                        + value.getClass().getName() + " " + value,
                cause);
    }

    /** A key that an annotation gives as text. */
    static Object parse(Field field, String text) {
        try {
            return Field.resolved(coerce(field, text, field.valueType()), field);
        } catch (IllegalArgumentException unfit) {
            throw new ModelException(field + " cannot have the key '" + text + "'", unfit);
        }
    }

    private static @Nullable Object convert(Object value, Class<?> target) {
        if (Number.class.isAssignableFrom(target)) {
            return number(value, target);
        }
        if (target == Boolean.class) {
            return value instanceof Number number ? (Boolean) (number.doubleValue() != 0) : null;
        }
        if (target == UUID.class) {
            return value instanceof CharSequence text ? UUID.fromString(text.toString()) : null;
        }
        if (target == String.class) {
            return value instanceof Character
                            || value instanceof UUID
                            || value instanceof URI
                            || value instanceof CharSequence
                    ? value.toString()
                    : value instanceof InetAddress address ? address.getHostAddress() : null;
        }
        if (target == Character.class) {
            return value instanceof CharSequence text && text.length() == 1 ? text.charAt(0) : null;
        }
        if (InetAddress.class.isAssignableFrom(target)) {
            return value instanceof CharSequence text ? address(text.toString()) : null;
        }
        if (target == URI.class) {
            return value instanceof CharSequence text ? URI.create(text.toString()) : null;
        }
        return TimeCoercion.convert(value, target);
    }

    private static @Nullable Number number(Object value, Class<?> target) {
        BigDecimal exact;
        if (value instanceof BigDecimal decimal) {
            exact = decimal;
        } else if (value instanceof BigInteger integer) {
            exact = new BigDecimal(integer);
        } else if (value instanceof Double || value instanceof Float) {
            if (target == Double.class) {
                return ((Number) value).doubleValue();
            }
            if (target == Float.class) {
                return narrow(((Number) value).doubleValue());
            }
            exact = new BigDecimal(value.toString());
        } else if (value instanceof Number integer) {
            return integer(integer.longValue(), target);
        } else if (value instanceof CharSequence text) {
            exact = new BigDecimal(text.toString());
        } else if (value instanceof Boolean flag) {
            return integer(flag ? 1 : 0, target);
        } else {
            return null;
        }
        if (target == BigDecimal.class) {
            return exact;
        }
        if (target == Double.class) {
            return exact.doubleValue();
        }
        if (target == Float.class) {
            return narrow(exact.doubleValue());
        }
        return target == BigInteger.class ? exact.toBigIntegerExact() : integer(exact.longValueExact(), target);
    }

    private static @Nullable Number integer(long value, Class<?> target) {
        if (target == Long.class) {
            return value;
        }
        if (target == Integer.class) {
            return Math.toIntExact(value);
        }
        if (target == Short.class) {
            short narrow = (short) value;
            return exactly(narrow, value);
        }
        if (target == Byte.class) {
            byte narrow = (byte) value;
            return exactly(narrow, value);
        }
        if (target == BigInteger.class) {
            return BigInteger.valueOf(value);
        }
        if (target == BigDecimal.class) {
            return BigDecimal.valueOf(value);
        }
        if (target == Double.class) {
            return (double) value;
        }
        return target == Float.class ? (Number) (float) value : null;
    }

    private static Float narrow(double value) {
        float narrow = (float) value;
        if (Float.isInfinite(narrow) && !Double.isInfinite(value)) {
            throw new ArithmeticException("out of range");
        }
        return narrow;
    }

    private static Number exactly(Number narrow, long value) {
        if (narrow.longValue() != value) {
            throw new ArithmeticException("out of range");
        }
        return narrow;
    }

    /** Of digits only, so that no name is ever looked up. */
    private static InetAddress address(String text) {
        if (!text.matches("[0-9a-fA-F.:%]+") || !(text.contains(":") || text.contains("."))) {
            throw new IllegalArgumentException("no IP address");
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException wrong) {
            throw new IllegalArgumentException("no IP address", wrong);
        }
    }
}
