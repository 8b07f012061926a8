package io.djdbc.query.lookup;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Values as Python's {@code str()} writes them. */
final class Texts {

    private Texts() {}

    static @Nullable String of(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        return value.toString();
    }
}
