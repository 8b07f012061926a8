package io.djdbc.driver.sql;

import java.util.Arrays;

/**
 * The tokens of one statement in order, without white space and comments; each is a kind and a part of the text. Held
 * as numbers, so that a token costs eight bytes and no object. Not changed once the lexer has made it; for one thread.
 */
public final class Tokens {
    private static final int NONE = -1;

    private final String sql;
    private long[] tokens = {};
    private int size;
    private final TokenList parameters = new TokenList();
    private final TokenList semicolons = new TokenList();
    private final TokenList braces = new TokenList();
    private final TokenList likes = new TokenList();
    private int[] closings = {};

    Tokens(String sql) {
        this.sql = sql;
    }

    /** Lists a token that is noted: those that rewrites look for, so that they need not look at all. */
    void note(long token, int index) {
        switch (Token.kind(token)) {
            case TokenKind.PARAMETER -> parameters.add(index);
            case TokenKind.SEMICOLON -> semicolons.add(index);
            case TokenKind.LEFT_BRACE -> braces.add(index);
            default -> likes.add(index);
        }
    }

    /** Takes the tokens, once. */
    void complete(long[] all, int count) {
        tokens = all;
        size = count;
    }

    /** Adds tokens of another text, which has them so many characters further on, or less. */
    void addAll(Tokens other, int first, int end, int shift) {
        if (tokens.length - size < end - first) {
            tokens = Arrays.copyOf(tokens, Math.max(size + end - first, tokens.length * 2));
        }
        int moved = size - first;
        for (int i = first; i < end; i++) {
            tokens[i + moved] = Token.moved(other.tokens[i], shift);
        }
        parameters.addAll(other.parameters, first, end, moved);
        semicolons.addAll(other.semicolons, first, end, moved);
        braces.addAll(other.braces, first, end, moved);
        likes.addAll(other.likes, first, end, moved);
        size += end - first;
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
        return index >= 0 && index < size ? Token.kind(tokens[index]) : 0;
    }

    /** Where the token's first character is. */
    public int start(int index) {
        return Token.start(tokens[index]);
    }

    /** One past the token's last character. */
    public int end(int index) {
        return Token.end(tokens[index]);
    }

    /** The token as it is written. */
    public String text(int index) {
        return sql.substring(start(index), end(index));
    }

    /** The first character of a token that exists. */
    public char first(int index) {
        return sql.charAt(start(index));
    }

    /** Whether the token is this word without quotes, in any case. */
    public boolean isWord(int index, String upperCaseWord) {
        return kind(index) == TokenKind.WORD && matches(index, upperCaseWord);
    }

    /** Whether the token is one of these words. */
    boolean isOneOf(int index, String[] upperCaseWords) {
        if (kind(index) == TokenKind.WORD) {
            for (String word : upperCaseWords) {
                if (matches(index, word)) {
                    return true;
                }
            }
        }
        return false;
    }

    public boolean isOperator(int index, String operator) {
        return kind(index) == TokenKind.OPERATOR && matches(index, operator);
    }

    private boolean matches(int index, String upperCase) {
        int length = upperCase.length();
        long token = tokens[index];
        if (Token.length(token) != length) {
            return false;
        }
        int start = Token.start(token);
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
        return parameters.size();
    }

    /** JDBC's number of a token of kind {@link TokenKind#PARAMETER}, from 1 on; -1 for any other token. */
    public int parameterNumber(int index) {
        int found = parameters.indexOf(index);
        return found >= 0 ? found + 1 : NONE;
    }

    /** The token of the parameter of this number, from 1 on. */
    public int parameterToken(int number) {
        return parameters.get(number - 1);
    }

    /** The words LIKE, ILIKE and so on, whether they are the operator or names. */
    TokenList likes() {
        return likes;
    }

    /** The left ones. */
    TokenList braces() {
        return braces;
    }

    /** One past the last token of the statement to which a token belongs: a semicolon, or the end. */
    int statementEnd(int index) {
        int next = semicolons.indexFrom(index);
        return next == semicolons.size() ? size : semicolons.get(next);
    }

    /** Whether every literal, name and comment has an end. */
    public boolean isComplete() {
        return size == 0 || kind(size - 1) != TokenKind.UNTERMINATED;
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
        switch (kind(index)) {
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
