package io.djdbc.driver.sql;

import io.djdbc.dialect.SqlSyntax;
import io.djdbc.dialect.SyntaxFeature;

/** Finds where comments end. Immutable. */
final class Comments {
    /** What is there is no comment. */
    static final int NONE = 0;
    /** The comment has no end. */
    static final int UNTERMINATED = -1;
    /** A comment whose text is run. */
    static final int CODE = -2;

    private final boolean hash;
    private final boolean dashNeedsSpace;
    private final boolean doubleSlash;
    private final boolean nested;
    private final boolean code;
    private final boolean open;

    Comments(SqlSyntax syntax) {
        hash = syntax.has(SyntaxFeature.HASH_COMMENTS);
        dashNeedsSpace = syntax.has(SyntaxFeature.DASH_COMMENTS_NEED_SPACE);
        doubleSlash = syntax.has(SyntaxFeature.SLASH_COMMENTS);
        nested = syntax.has(SyntaxFeature.NESTED_COMMENTS);
        code = syntax.has(SyntaxFeature.EXECUTABLE_COMMENTS);
        open = syntax.has(SyntaxFeature.OPEN_COMMENTS);
    }

    /** One past the comment that begins at an index with this character; or one of the constants. */
    int end(String sql, int at, char c) {
        int length = sql.length();
        if (c == '#') {
            return hash ? lineEnd(sql, at, length) : NONE;
        }
        if (at + 1 >= length) {
            return NONE;
        }
        char next = sql.charAt(at + 1);
        if (c == '-') {
            boolean comment = next == '-' && (!dashNeedsSpace || at + 2 == length || sql.charAt(at + 2) <= ' ');
            return comment ? lineEnd(sql, at, length) : NONE;
        }
        if (c != '/') {
            return NONE;
        }
        if (next == '/') {
            return doubleSlash ? lineEnd(sql, at, length) : NONE;
        }
        if (next != '*') {
            return NONE;
        }
        return code && isCode(sql, at + 2, length) ? CODE : blockEnd(sql, at, length);
    }

    private static int lineEnd(String sql, int at, int length) {
        int end = at;
        while (end < length && sql.charAt(end) != '\n' && sql.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int blockEnd(String sql, int at, int length) {
        int depth = 1;
        int i = at + 2;
        while (i + 1 < length) {
            char c = sql.charAt(i);
            if (c == '*' && sql.charAt(i + 1) == '/') {
                i += 2;
                if (--depth == 0) {
                    return i;
                }
            } else if (nested && c == '/' && sql.charAt(i + 1) == '*') {
                depth++;
                i += 2;
            } else {
                i++;
            }
        }
        return open && at + 2 < length ? length : UNTERMINATED;
    }

    private static boolean isCode(String sql, int at, int length) {
        return at < length && sql.charAt(at) == '!'
                || at + 1 < length && sql.charAt(at) == 'M' && sql.charAt(at + 1) == '!';
    }

    /** One past {@code /*!50720}, the start of a comment that is run. */
    static int codeStart(String sql, int at) {
        int end = sql.indexOf('!', at) + 1;
        while (end < sql.length() && sql.charAt(end) >= '0' && sql.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
