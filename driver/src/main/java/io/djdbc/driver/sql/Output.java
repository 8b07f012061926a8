package io.djdbc.driver.sql;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A statement that is written anew: its text, and which of the original's parameters are where in it. */
final class Output {
    private final StringBuilder text;
    private int[] numbers = new int[8];
    private int[] places = new int[8];
    private int count;

    Output(int length) {
        text = new StringBuilder(length + 32);
    }

    int length() {
        return text.length();
    }

    Output append(String sql) {
        text.append(sql);
        return this;
    }

    void append(String sql, int start, int end) {
        text.append(sql, start, end);
    }

    Output append(Fragment fragment) {
        int place = text.length();
        for (int number : fragment.parameters()) {
            note(number, place);
        }
        text.append(fragment.text());
        return this;
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
