package io.djdbc.driver.sql;

/** What a token is. Numbers, as a statement's tokens are held in arrays. */
public final class TokenKind {
    /** A keyword or a name without quotes. */
    public static final byte WORD = 1;
    /** A name in quotes of whatever style. */
    public static final byte QUOTED_NAME = 2;
    /** A text in quotes of whatever style, with its prefix ({@code N'…'}, {@code q'[…]'}). */
    public static final byte STRING = 3;
    /** {@code X'…'}, {@code B'…'}. */
    public static final byte BINARY = 4;

    public static final byte NUMBER = 5;
    /** {@code ?} */
    public static final byte PARAMETER = 6;
    /** {@code ?1}, {@code $1}, {@code :name}, {@code @name}, {@code $name}; on MySQL also {@code @variable}. */
    public static final byte NAMED_PARAMETER = 7;
    /**
     * One operator: {@code ||}, {@code ::}, {@code <>}, {@code !=}, {@code ^=}, {@code <=}, {@code >=}, {@code :=},
     * {@code =>}, {@code ->}, {@code ??}, {@code ..}, or any other single character.
     */
    public static final byte OPERATOR = 8;

    public static final byte COMMA = 9;
    public static final byte DOT = 10;
    public static final byte SEMICOLON = 11;
    public static final byte LEFT_PARENTHESIS = 12;
    public static final byte RIGHT_PARENTHESIS = 13;
    /** The start of a JDBC escape. */
    public static final byte LEFT_BRACE = 14;

    public static final byte RIGHT_BRACE = 15;
    /** {@code /*!50720}: what follows is run, up to {@link #CODE_COMMENT_END}. */
    public static final byte CODE_COMMENT_START = 16;

    public static final byte CODE_COMMENT_END = 17;
    /** A literal, name or comment that does not end: the rest of the statement. */
    public static final byte UNTERMINATED = 18;

    private TokenKind() {}
}
