package io.djdbc.driver.sql;

import io.djdbc.dialect.ValueTransform;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the rewrites change in one statement: parts of the text that are replaced, and parameters whose values are. Parts
 * do not overlap; at the same place the one that was added first comes first. Used by one thread.
 */
final class Edits {
    /** Bits of {@link #order}: whether it is no insertion; an insertion belongs to the token before it. */
    private static final long REPLACEMENT = 1L << 31;

    private int[] starts = {};
    private int[] ends = {};
    private String[] replacements = {};
    private int size;
    private @Nullable ValueTransform @Nullable [] transforms;
    private long @Nullable [] order;

    /** Puts a text in place of a part of the statement; of an empty part to insert it there. */
    void replace(int start, int end, String replacement) {
        if (size == starts.length) {
            int larger = Math.max(8, size * 2);
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            replacements = Arrays.copyOf(replacements, larger);
        }
        starts[size] = start;
        ends[size] = end;
        replacements[size++] = replacement;
    }

    void insert(int at, String text) {
        replace(at, at, text);
    }

    /** @param number JDBC's number of the parameter, from 1 on */
    void transform(int number, ValueTransform transform) {
        @Nullable ValueTransform[] known = transforms;
        if (known == null) {
            known = new @Nullable ValueTransform[Math.max(4, number)];
        } else if (known.length < number) {
            known = Arrays.copyOf(known, Math.max(number, known.length * 2));
        }
        known[number - 1] = transform;
        transforms = known;
    }

    boolean isEmpty() {
        return size == 0 && transforms == null;
    }

    RewrittenSql applyTo(String sql) {
        return isEmpty() ? RewrittenSql.UNCHANGED : new RewrittenSql(size == 0 ? null : text(sql), transforms);
    }

    private String text(String sql) {
        char[] text = new char[length(sql)]; // up to JDK 20 a StringBuilder appends parts of texts by character
        int at = 0;
        int from = 0;
        for (int i = 0; i < size; i++) {
            String replacement = replacement(i);
            at = copy(sql, from, start(i), text, at);
            at = copy(replacement, 0, replacement.length(), text, at);
            from = end(i);
        }
        copy(sql, from, sql.length(), text, at);
        return new String(text);
    }

    private int length(String sql) {
        int length = sql.length();
        for (int i = 0; i < size; i++) {
            length += replacements[i].length() - (ends[i] - starts[i]);
        }
        return length;
    }

    private static int copy(String from, int start, int end, char[] to, int at) {
        from.getChars(start, end, to, at);
        return at + end - start;
    }

    /** How many parts of the text are replaced. */
    int size() {
        return size;
    }

    /** Where the part is that is replaced as the first, second, … of the text, from 0 on; once all are known. */
    int start(int number) {
        return starts[edit(number)];
    }

    int end(int number) {
        return ends[edit(number)];
    }

    String replacement(int number) {
        return replacements[edit(number)];
    }

    private int edit(int number) {
        long[] known = order;
        if (known == null) {
            known = order();
            order = known;
        }
        return (int) (known[number] & (REPLACEMENT - 1));
    }

    /** The edits by their places in the text, in the lower bits of each entry. */
    private long[] order() {
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = (long) starts[i] << 32 | (ends[i] == starts[i] ? 0 : REPLACEMENT) | i;
        }
        Arrays.sort(order);
        return order;
    }
}
