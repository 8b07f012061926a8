package io.djdbc.driver.sql;

import java.util.Arrays;

/** The places of some tokens among all of a statement's, in order. Not changed once the lexer has made it. */
final class TokenList {
    private int[] tokens = {};
    private int size;

    void add(int token) {
        if (size == tokens.length) {
            tokens = Arrays.copyOf(tokens, Math.max(8, size * 2));
        }
        tokens[size++] = token;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return tokens[index];
    }

    /** The index here of a token; negative if it is not here. */
    int indexOf(int token) {
        return Arrays.binarySearch(tokens, 0, size, token);
    }

    /** The index of the first that is not before a token; the size if there is none. */
    int indexFrom(int token) {
        int found = indexOf(token);
        return found < 0 ? -found - 1 : found;
    }
}
