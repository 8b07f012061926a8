package io.djdbc.conformance.queries;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a result is the recorded one. Decimals compare by value, doubles with a tolerance; instances have been turned
 * into {@link NeutralValue.ObjectReference} before.
 */
final class Comparison {

    private final double tolerance;

    /** @param tolerance relative, of numbers with a fraction */
    Comparison(double tolerance) {
        this.tolerance = tolerance;
    }

    /** @param how {@code list}, {@code multiset}, {@code value} or {@code count} */
    boolean matches(String how, @Nullable Object expected, @Nullable Object actual) {
        return switch (how) {
            case "count" -> actual instanceof Collection<?> rows && same(expected, rows.size());
            case "multiset" ->
                expected instanceof List<?> wanted
                        && actual instanceof Collection<?> rows
                        && sameRegardlessOfOrder(wanted, rows);
            default -> same(expected, actual);
        };
    }

    private boolean sameRegardlessOfOrder(List<?> expected, Collection<?> actual) {
        List<@Nullable Object> left = new ArrayList<>(actual);
        for (Object wanted : expected) {
            boolean found = false;
            for (Iterator<@Nullable Object> rest = left.iterator(); !found && rest.hasNext(); ) {
                if (same(wanted, rest.next())) {
                    rest.remove();
                    found = true;
                }
            }
            if (!found) {
                return false;
            }
        }
        return left.isEmpty();
    }

    boolean same(@Nullable Object expected, @Nullable Object actual) {
        if (expected == null || actual == null) {
            return expected == actual;
        }
        if (expected instanceof Number wanted && actual instanceof Number number) {
            return sameNumber(wanted, number);
        }
        if (expected instanceof List<?> wanted) {
            return actual instanceof Collection<?> rows && sameList(wanted, rows);
        }
        if (expected instanceof Map<?, ?> wanted) {
            return actual instanceof Map<?, ?> map && sameMap(wanted, map);
        }
        if (expected instanceof OffsetDateTime wanted) {
            return wanted.toInstant().equals(instant(actual));
        }
        if (expected instanceof byte[] wanted) {
            return actual instanceof byte[] bytes && Arrays.equals(wanted, bytes);
        }
        if (expected instanceof NeutralValue.ObjectReference wanted) {
            return actual instanceof NeutralValue.ObjectReference reference
                    && wanted.model().equals(reference.model())
                    && same(wanted.key(), reference.key());
        }
        if (expected instanceof JsonNode) {
            return Objects.equals(expected, actual);
        }
        return expected.equals(actual);
    }

    private static @Nullable Instant instant(Object moment) {
        if (moment instanceof OffsetDateTime value) {
            return value.toInstant();
        }
        if (moment instanceof ZonedDateTime value) {
            return value.toInstant();
        }
        return moment instanceof Instant value ? value : null;
    }

    private boolean sameNumber(Number expected, Number actual) {
        if (isFraction(expected) || isFraction(actual)) {
            double wanted = expected.doubleValue();
            return Math.abs(wanted - actual.doubleValue()) <= tolerance * Math.max(1, Math.abs(wanted));
        }
        return decimal(expected).compareTo(decimal(actual)) == 0
                || Math.abs(expected.doubleValue() - actual.doubleValue())
                                <= (tolerance > 1e-6 ? tolerance * Math.abs(expected.doubleValue()) : 0)
                        && expected instanceof BigDecimal;
    }

    private static boolean isFraction(Number number) {
        return number instanceof Double || number instanceof Float;
    }

    private static BigDecimal decimal(Number number) {
        if (number instanceof BigDecimal value) {
            return value;
        }
        return number instanceof BigInteger value ? new BigDecimal(value) : BigDecimal.valueOf(number.longValue());
    }

    private boolean sameList(List<?> expected, Collection<?> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        Iterator<?> other = actual.iterator();
        for (Object wanted : expected) {
            if (!same(wanted, other.next())) {
                return false;
            }
        }
        return true;
    }

    private boolean sameMap(Map<?, ?> expected, Map<?, ?> actual) {
        if (expected.size() != actual.size()) {
            return false;
        }
        for (Map.Entry<?, ?> wanted : expected.entrySet()) {
            if (!containsSame(actual, wanted)) {
                return false;
            }
        }
        return true;
    }

    private boolean containsSame(Map<?, ?> actual, Map.Entry<?, ?> wanted) {
        for (Map.Entry<?, ?> entry : actual.entrySet()) {
            if (same(wanted.getKey(), entry.getKey()) && same(wanted.getValue(), entry.getValue())) {
                return true;
            }
        }
        return false;
    }
}
