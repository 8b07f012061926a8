package io.djdbc.driver.sql;

import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts that one statement has for the vendor, by which of its parameters are bound to ''. Each is made when first
 * asked for. Safe for use by several threads.
 */
public final class TextVariants {
    /** Texts remembered; beyond that they are made each time. */
    private static final int BOUND = 64;

    /**
     * One of the texts.
     *
     * @param text for the vendor
     * @param order the application's number of each parameter in it; null if they are the same
     */
    public record Variant(String text, int @Nullable [] order) {}

    private final Tokens tokens;
    private final Adapter adapter;
    private final Variant usual;
    private final int parameterCount;
    private final boolean reordered;
    private final BitSet asked;
    private final BitSet patterns;
    private final Map<BitSet, Variant> known = new ConcurrentHashMap<>();

    /** @param usual the text for values that are not '' */
    TextVariants(Tokens tokens, Adapter adapter, Variant usual, EmptyStrings.Result result) {
        this.tokens = tokens;
        this.adapter = adapter;
        this.usual = usual;
        this.parameterCount = tokens.parameterCount();
        this.reordered = usual.order() != null;
        this.asked = result.asked();
        this.patterns = result.patterns();
    }

    /** The text for values that are not ''. */
    public Variant usual() {
        return usual;
    }

    /** Whether the usual text has not all of the parameters, or has them in another order. */
    public boolean isReordered() {
        return reordered;
    }

    /** How many parameters the application sees. */
    public int parameterCount() {
        return parameterCount;
    }

    /** Whether another text is needed if this parameter is bound to ''. */
    public boolean concerns(int parameter) {
        return parameter > 0 && asked.get(parameter);
    }

    /** Whether the value counts as ''. */
    public boolean isEmpty(int parameter, String value) {
        if (value.isEmpty()) {
            return true;
        }
        if (!patterns.get(parameter)) {
            return false;
        }
        int at = 0;
        while (at < value.length() && value.charAt(at) == '%') {
            at++;
        }
        return at == value.length();
    }

    /** @param empty the numbers of the parameters that are bound to '', of those that it {@link #concerns} */
    public Variant of(BitSet empty) {
        Variant variant = known.get(empty);
        if (variant == null) {
            variant = adapter.variant(tokens, empty);
            if (known.size() < BOUND) {
                known.put((BitSet) empty.clone(), variant);
            }
        }
        return variant;
    }
}
