package io.djdbc.query.json;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes as Python's {@code json.dumps} does. */
final class JsonWriter {

    /** As deep as the reader reads; a document that holds itself ends here too. */
    private static final int MAX_DEPTH = 1000;

    /** Where Python's floats take to an exponent. */
    private static final double LARGE = 1e16;

    private static final double SMALL = 1e-4;

    private final StringBuilder out = new StringBuilder();
    private int depth;

    String write(@Nullable Object document) {
        value(document);
        return out.toString();
    }

    private void value(@Nullable Object value) {
        if (value == null || value == Json.NULL || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Map<?, ?> map) {
            object(map);
        } else if (value instanceof Iterable<?> list) {
            list(list);
        } else if (value.getClass().isArray()) {
            array(value);
        } else if (value instanceof CharSequence
                || value instanceof Character
                || value instanceof UUID
                || value instanceof Temporal) {
            string(value.toString());
        } else if (value instanceof Enum<?> constant) {
            string(constant.name());
        } else {
            throw new IllegalArgumentException(
                    "a " + value.getClass().getName() + " has no form in JSON; use maps, lists, texts and numbers");
        }
    }

    private void object(Map<?, ?> map) {
        enter('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            separator = ", ";
            if (!(entry.getKey() instanceof CharSequence key)) {
                throw new IllegalArgumentException("keys in JSON are texts, not " + entry.getKey());
            }
            string(key.toString());
            out.append(": ");
            value(entry.getValue());
        }
        leave('}');
    }

    private void list(Iterable<?> list) {
        enter('[');
        String separator = "";
        for (Object element : list) {
            out.append(separator);
            separator = ", ";
            value(element);
        }
        leave(']');
    }

    private void array(Object array) {
        enter('[');
        for (int i = 0; i < Array.getLength(array); i++) {
            out.append(i == 0 ? "" : ", ");
            value(Array.get(array, i));
        }
        leave(']');
    }

    private void enter(char bracket) {
        out.append(bracket);
        if (++depth > MAX_DEPTH) {
            throw new IllegalArgumentException("JSON nested more than " + MAX_DEPTH + " deep");
        }
    }

    private void leave(char bracket) {
        out.append(bracket);
        depth--;
    }

    private void number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            double value = Double.parseDouble(number.toString());
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw new IllegalArgumentException(value + " has no form in JSON");
            }
            out.append(python(value));
        } else if (number instanceof BigDecimal decimal) {
            out.append(decimal);
        } else if (number instanceof BigInteger
                || number instanceof Long
                || number instanceof Integer
                || number instanceof Short
                || number instanceof Byte) {
            out.append(number);
        } else {
            out.append(number.longValue());
        }
    }

    /** The shortest digits, as both Java and Python choose them, laid out as Python does: 1e-10, 1e+100, 1.5. */
    static String python(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size >= LARGE || size < SMALL)) {
            BigDecimal digits = new BigDecimal(Double.toString(value)).stripTrailingZeros();
            String unscaled = digits.unscaledValue().abs().toString();
            int exponent = unscaled.length() - 1 - digits.scale();
            String tail = unscaled.length() > 1 ? "." + unscaled.substring(1) : "";
            String power = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : "" + Math.abs(exponent);
            return (value < 0 ? "-" : "") + unscaled.charAt(0) + tail + "e" + (exponent < 0 ? "-" : "+") + power;
        }
        String plain =
                new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        return value == 0 && 1 / value < 0 ? "-0.0" : plain.contains(".") ? plain : plain + ".0";
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ' || c > '~') {
                        out.append("\\u");
                        String hex = Integer.toHexString(c);
                        out.append("0".repeat(4 - hex.length())).append(hex);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
