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

    /** Adds the tokens from the first to before the end of another list, which are so many tokens further on here. */
    void addAll(TokenList other, int first, int end, int moved) {
        for (int i = other.indexFrom(first); i < other.size && other.tokens[i] < end; i++) {
            add(other.tokens[i] + moved);
        }
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
