package io.djdbc.driver.sql;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A statement that is written anew: its text, and which of the original's parameters are where in it. */
final class Output {
    private final StringBuilder text;
    private int[] numbers = new int[8];
    private int[] places = new int[8];
    private int count;

    /** How many characters may still be written, or taken back: what copies its operands again and again must end. */
    private long left;

    Output(int length) {
        text = new StringBuilder(length + 32);
        left = 16L * length + 65_536;
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

    /** What comes next is no part of the word that was written last. */
    private void separate(char next) {
        int last = text.length() - 1;
        if (isOfWord(next) && last >= 0 && isOfWord(text.charAt(last))) {
            text.append(' ');
        }
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '#' || c >= 128;
    }

    int length() {
        return text.length();
    }

    Output append(String sql) {
        if (!sql.isEmpty()) {
            spend(sql.length());
            separate(sql.charAt(0));
            text.append(sql);
        }
        return this;
    }

    void append(String sql, int start, int end) {
        if (start < end) {
            spend(end - start);
            separate(sql.charAt(start));
            text.append(sql, start, end);
        }
    }

    Output append(Fragment fragment) {
        int place = text.length();
        for (int number : fragment.parameters()) {
            note(number, place);
        }
        return append(fragment.text());
    }

    void parameter(int number) {
        note(number, text.length());
        text.append('?');
    }

    private void note(int number, int place) {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count * 2);
            places = Arrays.copyOf(places, count * 2);
        }
        numbers[count] = number;
        places[count++] = place;
    }

    /** Takes back what was written from a place on. */
    Fragment cut(int from) {
        int first = firstFrom(from);
        spend(text.length() - from);
        Fragment fragment = new Fragment(text.substring(from), Arrays.copyOfRange(numbers, first, count));
        text.setLength(from);
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
        return firstFrom(place) < count;
    }

    boolean endsWithSpace() {
        return text.length() == 0 || text.charAt(text.length() - 1) <= ' ';
    }

    /**
     * The number of each parameter in the original, in the order of this text; null if they are the same.
     *
     * @param all how many the original has
     */
    int @Nullable [] order(int all) {
        boolean same = count == all;
        for (int i = 0; same && i < count; i++) {
            same = numbers[i] == i + 1;
        }
        return same ? null : Arrays.copyOf(numbers, count);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
