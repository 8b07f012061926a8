package io.djdbc.driver.sql;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The texts that statements have for values that are '', of all connections: the last one that was made in each of 512
 * places. One of more than 8,192 characters is not kept, so that all of them have 4,194,304 characters at most. Safe for
 * use by several threads: entries are immutable, and a lost one is made again.
 */
final class TextVariantCache {
    static final int LONGEST = 8_192;
    static final int PLACES = 512;

    private record Entry(long statement, BitSet empty, TextVariants.Variant variant) {}

    private static final @Nullable Entry[] ENTRIES = new @Nullable Entry[PLACES];

    private TextVariantCache() {}

    static TextVariants.@Nullable Variant find(long statement, BitSet empty) {
        Entry entry = ENTRIES[place(statement, empty)];
        return entry != null && entry.statement == statement && entry.empty.equals(empty) ? entry.variant : null;
    }

    /**
     * @param statement the number of the statement, so that it is not held by what is held here
     * @param empty copied
     */
    static void put(long statement, BitSet empty, TextVariants.Variant variant) {
        if (variant.text().length() <= LONGEST) {
            ENTRIES[place(statement, empty)] = new Entry(statement, (BitSet) empty.clone(), variant);
        }
    }

    private static int place(long statement, BitSet empty) {
        int hash = Long.hashCode(statement) * 31 + empty.hashCode();
        hash *= 0x9E3779B9;
        return hash >>> 32 - 9; // the highest bits, which all others have a part in
    }
}
