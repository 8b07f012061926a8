package io.djdbc.driver.sql;

import org.jspecify.annotations.Nullable;

/**
 * Rewritten statements by their texts: 256 sets of four, the newest of a set in place of the oldest. A look-up is a few
 * reads, without a lock and without an object; statements of more than 8,192 characters are not kept, so that it cannot
 * grow beyond 16 MB. Safe for use by several threads: entries are immutable, and a lost one is made again.
 */
final class RewriteCache {
    private static final int SETS = 256;
    private static final int WAYS = 4;
    private static final int LONGEST = 8_192;

    private record Entry(String sql, RewrittenSql rewritten) {}

    private final @Nullable Entry[] entries = new @Nullable Entry[SETS * WAYS];

    @Nullable
    RewrittenSql find(String sql) {
        int set = set(sql);
        for (int i = set; i < set + WAYS; i++) {
            Entry entry = entries[i];
            if (entry == null) {
                return null;
            }
            if (entry.sql.equals(sql)) {
                return entry.rewritten;
            }
        }
        return null;
    }

    void put(String sql, RewrittenSql rewritten) {
        if (sql.length() > LONGEST) {
            return;
        }
        int set = set(sql);
        System.arraycopy(entries, set, entries, set + 1, WAYS - 1);
        entries[set] = new Entry(sql, rewritten);
    }

    private static int set(String sql) {
        int hash = sql.hashCode();
        return ((hash ^ hash >>> 16) & (SETS - 1)) * WAYS;
    }
}
