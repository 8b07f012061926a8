package io.djdbc.driver.sql;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is written anew: its text, and which of the original's parameters are where in it. Tokens that are
 * copied one after the other are written together, and not before something else is: a statement in which nothing
 * changes is never written.
 */
final class Output {
    private final Tokens tokens;
    private @Nullable StringBuilder text;
    private int[] numbers = {};
    private int[] places = {};
    private int count;

    /** By token, where it was last written. */
    private int[] starts = {};

    /** The tokens that are to be copied. */
    private int copyFrom;

    private int copyTo;

    /** How many characters may still be written, or taken back: what copies its operands again and again must end. */
    private long left;

    Output(Tokens tokens) {
        this.tokens = tokens;
        left = 16L * tokens.sql().length() + 65_536;
    }

    /** There is more to write than a statement of this length is worth. */
    static final class TooLongException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("", null, false, false);
        }
    }

    private void spend(int characters) {
        left -= characters;
        if (left < 0) {
            throw new TooLongException();
        }
    }

    /** Copies tokens, and what is before each. */
    void copy(int first, int end) {
        if (first != copyTo) {
            written();
            copyFrom = first;
        }
        copyTo = end;
    }

    /** What was written, with all that is to be copied. */
    private StringBuilder written() {
        StringBuilder known = text;
        if (known == null) {
            known = new StringBuilder(tokens.sql().length() + 32);
            text = known;
            starts = new int[tokens.size()];
        }
        if (copyFrom < copyTo) {
            int from = copyFrom;
            copyFrom = copyTo;
            write(known, from, copyTo);
        }
        return known;
    }

    private void write(StringBuilder to, int first, int end) {
        String sql = tokens.sql();
        append(sql, first == 0 ? 0 : tokens.end(first - 1), tokens.start(first));
        int place = to.length();
        int last = tokens.end(end - 1);
        append(sql, tokens.start(first), last);
        int shift = to.length() - last;
        int number = 0;
        for (int at = first; at < end; at++) {
            starts[at] = tokens.start(at) + shift;
            if (tokens.kind(at) == TokenKind.PARAMETER) {
                number = number == 0 ? tokens.parameterNumber(at) : number + 1;
                note(number, starts[at]);
            }
        }
        starts[first] = place;
    }

    /** What comes next is no part of the word that was written last. */
    private static void separate(StringBuilder text, char next) {
        int last = text.length() - 1;
        if (isOfWord(next) && last >= 0 && isOfWord(text.charAt(last))) {
            text.append(' ');
        }
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '#' || c >= 128;
    }

    int length() {
        return written().length();
    }

    /** Where a token is that was written. */
    int start(int token) {
        written();
        return starts[token];
    }

    Output append(String sql) {
        append(sql, 0, sql.length());
        return this;
    }

    void append(String sql, int start, int end) {
        StringBuilder to = written();
        if (start < end) {
            spend(end - start);
            separate(to, sql.charAt(start));
            to.append(sql, start, end);
        }
    }

    Output append(Fragment fragment) {
        int place = length();
        for (int number : fragment.parameters()) {
            note(number, place);
        }
        return append(fragment.text());
    }

    private void note(int number, int place) {
        if (count == numbers.length) {
            int larger = Math.max(8, count * 2);
            numbers = Arrays.copyOf(numbers, larger);
            places = Arrays.copyOf(places, larger);
        }
        numbers[count] = number;
        places[count++] = place;
    }

    /** Takes back what was written from a place on. */
    Fragment cut(int from) {
        StringBuilder all = written();
        int first = firstFrom(from);
        spend(all.length() - from);
        Fragment fragment = new Fragment(all.substring(from), Arrays.copyOfRange(numbers, first, count));
        all.setLength(from);
        count = first;
        return fragment;
    }

    private int firstFrom(int place) {
        int first = count;
        while (first > 0 && places[first - 1] >= place) {
            first--;
        }
        return first;
    }

    boolean hasParametersFrom(int place) {
        written();
        return firstFrom(place) < count;
    }

    boolean endsWithSpace() {
        StringBuilder all = written();
        return all.length() == 0 || all.charAt(all.length() - 1) <= ' ';
    }

    /** The number of each parameter in the original, in the order of this text; null if they are the same. */
    int @Nullable [] order() {
        written();
        boolean same = count == tokens.parameterCount();
        for (int i = 0; same && i < count; i++) {
            same = numbers[i] == i + 1;
        }
        return same ? null : Arrays.copyOf(numbers, count);
    }

    @Override
    public String toString() {
        return written().toString();
    }
}
