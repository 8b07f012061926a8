package io.djdbc.driver.sql;

/**
 * A token as a number: where it starts, how long it is, its kind, and whether it is noted in a list of {@link Tokens}.
 * Numbers, as a statement may have half a million of them.
 */
final class Token {
    /** What the lexer passes over: no token. */
    static final byte COMMENT = 0;

    /** Of a token, and so of a text, in characters. */
    static final int LONGEST = (1 << 27) - 1;

    private static final int START = 33;
    private static final int LENGTH = 6;
    private static final int NOTED = 1 << 5;
    private static final int KIND = NOTED - 1;

    private Token() {}

    /** @param kind one of {@link TokenKind}, or {@link #COMMENT} */
    static long of(byte kind, int start, int end) {
        return (long) start << START | (long) (end - start) << LENGTH | kind;
    }

    static long noted(byte kind, int start, int end) {
        return of(kind, start, end) | NOTED;
    }

    /** The same token so many characters further on, or less. */
    static long moved(long token, int shift) {
        return token + ((long) shift << START);
    }

    static byte kind(long token) {
        return (byte) (token & KIND);
    }

    static boolean isNoted(long token) {
        return (token & NOTED) != 0;
    }

    static int start(long token) {
        return (int) (token >>> START);
    }

    static int length(long token) {
        return (int) (token >>> LENGTH) & LONGEST;
    }

    static int end(long token) {
        return start(token) + length(token);
    }
}
