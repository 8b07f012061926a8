package io.djdbc.driver.sql;

import org.jspecify.annotations.Nullable;

/**
 * Rewritten statements by their texts: 256 sets of four, the newest of a set in place of the oldest; before them the
 * last of each length, for the very String object that came before, as most applications' statements are constants. A
 * look-up is a few reads, without a lock and without an object. What is said of a text without reading it is kept for
 * its String object only. Statements of more than 8,192 characters are not kept, nor those that become longer than
 * 16,384, so that there is a bound to what is: some 40,000 characters for each. Safe for use by several threads:
 * entries are immutable, and a lost one is made again.
 */
final class RewriteCache {
    static final int LONGEST = 8_192;
    private static final int SETS = 256;
    private static final int WAYS = 4;
    private static final int LENGTHS = 128;

    private record Entry(String sql, RewrittenSql rewritten) {}

    private final @Nullable Entry[] entries = new @Nullable Entry[SETS * WAYS];
    private final @Nullable Entry[] last = new @Nullable Entry[LENGTHS];

    /** Null unless this very object came last of those that are as long. */
    @Nullable
    RewrittenSql recent(String sql) {
        Entry recent = last[sql.length() & (LENGTHS - 1)];
        return recent != null && recent.sql == sql ? recent.rewritten : null;
    }

    /** By the text. */
    @Nullable
    RewrittenSql find(String sql) {
        if (sql.length() > LONGEST) {
            return null; // and to make its hash would cost as much as a third of reading it
        }
        int set = set(sql);
        for (int i = set; i < set + WAYS; i++) {
            Entry entry = entries[i];
            if (entry == null) {
                return null;
            }
            if (entry.sql.equals(sql)) {
                if (entry.sql == sql) {
                    last[sql.length() & (LENGTHS - 1)] = entry;
                }
                return entry.rewritten;
            }
        }
        return null;
    }

    void put(String sql, RewrittenSql rewritten) {
        if (sql.length() > LONGEST || rewritten.text(sql).length() > 2 * LONGEST) {
            return;
        }
        int set = set(sql);
        System.arraycopy(entries, set, entries, set + 1, WAYS - 1);
        Entry entry = new Entry(sql, rewritten);
        entries[set] = entry;
        last[sql.length() & (LENGTHS - 1)] = entry;
    }

    /** Only for this very object: what is as quickly said of a text as its hash is made takes nobody's place. */
    void putRecent(String sql, RewrittenSql rewritten) {
        if (sql.length() <= LONGEST) {
            last[sql.length() & (LENGTHS - 1)] = new Entry(sql, rewritten);
        }
    }

    private static int set(String sql) {
        int hash = sql.hashCode();
        return ((hash ^ hash >>> 16) & (SETS - 1)) * WAYS;
    }
}
