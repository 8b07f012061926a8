package io.djdbc.driver.sql;

import java.util.Arrays;

/**
 * The tokens of one statement in order, without white space and comments; each is a kind and a part of the text. Held
 * in arrays, so that a token costs nine bytes and no object. Not changed once the
 * lexer has made it; for one thread.
 */
public final class Tokens {
    private static final int NONE = -1;

    private final String sql;
    private byte[] kinds;
    private int[] starts;
    private int[] ends;
    private int size;
    private int[] parameters = {};
    private int parameterCount;
    private int[] closings = {};

    Tokens(String sql) {
        this.sql = sql;
        int expected = sql.length() / 4 + 16;
        kinds = new byte[expected];
        starts = new int[expected];
        ends = new int[expected];
    }

    void add(byte kind, int start, int end) {
        int index = size;
        if (index == kinds.length) {
            grow(index + 1);
        }
        kinds[index] = kind;
        starts[index] = start;
        ends[index] = end;
        size = index + 1;
        if (kind == TokenKind.PARAMETER) {
            addParameter(index);
        }
    }

    /** Adds tokens of another text, which has them so many characters further on, or less. */
    void addAll(Tokens other, int first, int end, int shift) {
        int count = end - first;
        if (kinds.length - size < count) {
            grow(size + count);
        }
        System.arraycopy(other.kinds, first, kinds, size, count);
        for (int i = 0; i < count; i++) {
            starts[size + i] = other.starts[first + i] + shift;
        }
        for (int i = 0; i < count; i++) {
            ends[size + i] = other.ends[first + i] + shift;
        }
        for (int i = other.parametersBefore(first); i < other.parametersBefore(end); i++) {
            addParameter(other.parameters[i] - first + size);
        }
        size += count;
    }

    private void grow(int needed) {
        int larger = Math.max(needed, kinds.length * 2);
        kinds = Arrays.copyOf(kinds, larger);
        starts = Arrays.copyOf(starts, larger);
        ends = Arrays.copyOf(ends, larger);
    }

    private int parametersBefore(int token) {
        int found = Arrays.binarySearch(parameters, 0, parameterCount, token);
        return found >= 0 ? found : -1 - found;
    }

    private void addParameter(int token) {
        if (parameterCount == parameters.length) {
            parameters = Arrays.copyOf(parameters, Math.max(8, parameterCount * 2));
        }
        parameters[parameterCount++] = token;
    }

    /** The whole text. */
    public String sql() {
        return sql;
    }

    public int size() {
        return size;
    }

    /** One of {@link TokenKind}; 0 for an index outside of the statement, so that looking around needs no care. */
    public byte kind(int index) {
        return index >= 0 && index < size ? kinds[index] : 0;
    }

    /** Where the token's first character is. */
    public int start(int index) {
        return starts[index];
    }

    /** One past the token's last character. */
    public int end(int index) {
        return ends[index];
    }

    /** The token as it is written. */
    public String text(int index) {
        return sql.substring(starts[index], ends[index]);
    }

    /** The first character of a token that exists. */
    public char first(int index) {
        return sql.charAt(starts[index]);
    }

    /** Whether the token is this word without quotes, in any case. */
    public boolean isWord(int index, String upperCaseWord) {
        return kind(index) == TokenKind.WORD && matches(index, upperCaseWord);
    }

    public boolean isOperator(int index, String operator) {
        return kind(index) == TokenKind.OPERATOR && matches(index, operator);
    }

    private boolean matches(int index, String upperCase) {
        int length = upperCase.length();
        int start = starts[index];
        if (ends[index] - start != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = sql.charAt(start + i);
            if (c >= 'a' && c <= 'z') {
                c -= 'a' - 'A';
            }
            if (c != upperCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** How many {@code ?} there are. */
    public int parameterCount() {
        return parameterCount;
    }

    /** JDBC's number of a token of kind {@link TokenKind#PARAMETER}, from 1 on; -1 for any other token. */
    public int parameterNumber(int index) {
        int found = Arrays.binarySearch(parameters, 0, parameterCount, index);
        return found >= 0 ? found + 1 : NONE;
    }

    /** The token of the parameter of this number, from 1 on. */
    public int parameterToken(int number) {
        return parameters[number - 1];
    }

    /** Whether every literal, name and comment has an end. */
    public boolean isComplete() {
        return size == 0 || kinds[size - 1] != TokenKind.UNTERMINATED;
    }

    /**
     * The token that closes the parenthesis, brace, bracket or CASE at an index; the number of tokens if none does. The first call
     * looks at all tokens, later ones at none, so that nested parentheses take no more than linear time.
     */
    public int closing(int opening) {
        if (closings.length == 0) {
            closings = pairs();
        }
        return closings[opening];
    }

    /** A number for each kind of opening token, its negative for the closing one; 0 for all others. */
    private int opener(int index) {
        switch (kinds[index]) {
            case TokenKind.LEFT_PARENTHESIS:
                return 1;
            case TokenKind.RIGHT_PARENTHESIS:
                return -1;
            case TokenKind.LEFT_BRACE:
                return 2;
            case TokenKind.RIGHT_BRACE:
                return -2;
            case TokenKind.OPERATOR:
                return first(index) == '[' ? 3 : first(index) == ']' ? -3 : 0;
            case TokenKind.WORD:
                return isWord(index, "CASE") ? 4 : isWord(index, "END") && kind(index - 1) != TokenKind.DOT ? -4 : 0;
            default:
                return 0;
        }
    }

    private int[] pairs() {
        int[] found = new int[size];
        int[] open = new int[16];
        int depth = 0;
        for (int i = 0; i < size; i++) {
            int opens = opener(i);
            if (opens > 0) {
                if (depth == open.length) {
                    open = Arrays.copyOf(open, depth * 2);
                }
                open[depth++] = i;
                found[i] = size;
            } else if (opens < 0 && depth > 0 && opener(open[depth - 1]) == -opens) {
                found[open[--depth]] = i;
            }
        }
        return found;
    }
}
