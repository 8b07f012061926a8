package io.djdbc.query.value;

import io.djdbc.query.ValidationError;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.FieldType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Django's {@code get_prep_value()}: what a caller gives, as the one Java class that goes with the type of the field, or
 * the error that Django has.
 *
 * <p>Integers become {@link Long} or, beyond it, {@link BigInteger}; floats {@link Double}; decimals {@link BigDecimal};
 * texts and IP addresses {@link String}; dates {@link java.time.LocalDate}; points in time {@link java.time.Instant};
 * times {@link java.time.LocalTime}; JSON documents stay. Null stays null. Pure functions.
 */
public final class Prepared {

    private static final int PYTHON_FLOAT_DIGITS = 15;

    private Prepared() {}

    /** For a field; of a foreign key, the key. Constants of enums and what a converter takes become what the column has. */
    public static @Nullable Object prepare(Field field, @Nullable Object value) {
        Field values = field.valueField();
        if (values.type() == FieldType.BOOLEAN && value != null) {
            return values.isNullable() && "".equals(value) ? null : flag(values.toColumn(value), values.isNullable());
        }
        return prepare(values.type(), values.name(), values.maxDigits(), values.toColumn(value));
    }

    /**
     * For a type alone.
     *
     * @param name of the field, for messages; null if there is none
     * @throws IllegalArgumentException where Django has a ValueError or TypeError
     * @throws ValidationError where Django has it
     */
    public static @Nullable Object prepare(FieldType type, @Nullable String name, @Nullable Object value) {
        return prepare(type, name, null, value);
    }

    private static @Nullable Object prepare(
            FieldType type, @Nullable String name, @Nullable Integer maxDigits, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        switch (type) {
            case FLOAT:
                return floating(name, value);
            case DECIMAL:
                return decimal(maxDigits, value);
            case BOOLEAN:
                return flag(value, false);
            case DATE:
                return PreparedTimes.date(value);
            case DATE_TIME:
                return PreparedTimes.instant(value);
            case TIME:
                return PreparedTimes.time(value);
            case DURATION:
                return duration(name, value);
            case UUID:
                return uuid(value);
            case GENERIC_IP_ADDRESS:
                return address(value);
            case BINARY:
                return binary(name, value);
            case JSON:
                return value;
            default:
                return type.isInteger() ? integer(name, value) : type.isText() ? text(value) : value;
        }
    }

    /** As Python's {@code int()}: a fraction is cut off. */
    private static Number integer(@Nullable String name, Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1L : 0L;
        }
        BigInteger whole;
        try {
            if (value instanceof BigInteger big) {
                whole = big;
            } else if (value instanceof BigDecimal decimal) {
                whole = decimal.toBigInteger();
            } else if (value instanceof Double || value instanceof Float) {
                whole = new BigDecimal(value.toString()).toBigInteger();
            } else if (value instanceof CharSequence) {
                whole = new BigInteger(digits(value.toString()));
            } else {
                throw expectedNumber(name, value);
            }
        } catch (NumberFormatException wrong) {
            throw expectedNumber(name, value);
        }
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }

    private static String digits(String text) {
        String stripped = text.strip();
        return stripped.matches("[+-]?\\d+(_\\d+)*") ? stripped.replace("_", "") : text;
    }

    private static Double floating(@Nullable String name, Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1.0 : 0.0;
        }
        if (value instanceof CharSequence text) {
            try {
                return Double.valueOf(text.toString().strip());
            } catch (NumberFormatException wrong) {
                throw expectedNumber(name, value);
            }
        }
        throw expectedNumber(name, value);
    }

    private static IllegalArgumentException expectedNumber(@Nullable String name, Object value) {
        return new IllegalArgumentException(
                "Field '" + name + "' expected a number but got " + PythonText.repr(value) + ".");
    }

    private static BigDecimal decimal(@Nullable Integer maxDigits, Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof BigInteger big) {
            return new BigDecimal(big);
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (Double.isNaN(number) || Double.isInfinite(number)) {
                throw noDecimal(value);
            }
            int digits = maxDigits == null ? PYTHON_FLOAT_DIGITS : maxDigits;
            BigDecimal exact = new BigDecimal(number);
            return exact.precision() <= digits ? exact : exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
        }
        if (value instanceof Number number) {
            return BigDecimal.valueOf(number.longValue());
        }
        if (value instanceof Boolean flag) {
            return flag ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        try {
            return new BigDecimal(value.toString().strip());
        } catch (NumberFormatException wrong) {
            throw noDecimal(value);
        }
    }

    private static ValidationError noDecimal(Object value) {
        return new ValidationError("“" + PythonText.str(value) + "” value must be a decimal number.");
    }

    private static Boolean flag(@Nullable Object value, boolean nullable) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        if (value instanceof Number number && (number.doubleValue() == 0 || number.doubleValue() == 1)) {
            return number.doubleValue() == 1;
        }
        switch (value instanceof CharSequence ? value.toString() : "") {
            case "t", "True", "1":
                return true;
            case "f", "False", "0":
                return false;
            default:
                throw new ValidationError("“" + PythonText.str(value) + "” value must be either True"
                        + (nullable ? ", False, or None." : " or False."));
        }
    }

    private static Duration duration(@Nullable String name, Object value) {
        if (value instanceof Duration duration) {
            return duration;
        }
        throw new IllegalArgumentException(
                "Field '" + name + "' expected a java.time.Duration but got " + PythonText.repr(value) + ".");
    }

    private static UUID uuid(Object value) {
        if (value instanceof UUID uuid) {
            return uuid;
        }
        if (value instanceof Long || value instanceof Integer || value instanceof BigInteger) {
            // Python takes a number for all 128 bits
            BigInteger bits = new BigInteger(value.toString());
            if (bits.signum() >= 0 && bits.bitLength() <= 128) {
                return new UUID(bits.shiftRight(64).longValue(), bits.longValue());
            }
        }
        String digits = value.toString()
                .replace("urn:", "")
                .replace("uuid:", "")
                .replaceAll("^[{}]+|[{}]+$", "")
                .replace("-", "");
        if (!(value instanceof CharSequence) || !digits.matches("[0-9a-fA-F]{32}")) {
            throw new ValidationError("“" + PythonText.str(value) + "” is not a valid UUID.");
        }
        return new UUID(
                Long.parseUnsignedLong(digits.substring(0, 16), 16), Long.parseUnsignedLong(digits.substring(16), 16));
    }

    private static String address(Object value) {
        if (value instanceof InetAddress address) {
            return IpText.of(address);
        }
        String text = PythonText.str(value).strip();
        return text.contains(":") ? IpText.normalized(text) : text;
    }

    private static byte[] binary(@Nullable String name, Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        throw new IllegalArgumentException(
                "Field '" + name + "' expected a byte[] but got " + PythonText.repr(value) + ".");
    }

    private static String text(Object value) {
        return value instanceof String text
                ? text
                : value instanceof Enum<?> constant ? constant.name() : PythonText.str(value);
    }
}
