package io.djdbc.driver.sql;

import io.djdbc.dialect.SqlSyntax;
import io.djdbc.dialect.SyntaxFeature;

/** Finds where literals and quoted names end. Immutable. */
final class Quotes {
    /** What is there has no end. */
    static final int UNTERMINATED = -1;
    /** What is there is no quote. */
    static final int NONE = 0;

    private final boolean tags;
    private final boolean doubledBrackets;

    Quotes(SqlSyntax syntax) {
        tags = syntax.has(SyntaxFeature.DOLLAR_TAGS);
        doubledBrackets = syntax.has(SyntaxFeature.DOUBLED_BRACKETS);
    }

    /** One past the quote that begins at an index and in which the same character stands for itself if doubled. */
    static int end(String sql, int at, boolean backslashes) {
        char quote = sql.charAt(at);
        int length = sql.length();
        int i = at + 1;
        while (i < length) {
            char c = sql.charAt(i++);
            if (c == quote) {
                if (i == length || sql.charAt(i) != quote) {
                    return i;
                }
                i++;
            } else if (c == '\\' && backslashes) {
                i++;
            }
        }
        return UNTERMINATED;
    }

    int bracketEnd(String sql, int at) {
        int i = at;
        while (true) {
            i = sql.indexOf(']', i + 1);
            if (i < 0) {
                return UNTERMINATED;
            }
            if (!doubledBrackets || i + 1 == sql.length() || sql.charAt(i + 1) != ']') {
                return i + 1;
            }
            i++;
        }
    }

    /** Oracle's {@code q'[…]'}, from its apostrophe. */
    static int alternativeEnd(String sql, int apostrophe) {
        if (apostrophe + 1 >= sql.length()) {
            return UNTERMINATED;
        }
        char open = sql.charAt(apostrophe + 1);
        char close = open == '[' ? ']' : open == '(' ? ')' : open == '{' ? '}' : open == '<' ? '>' : open;
        int i = apostrophe + 1;
        while (true) {
            i = sql.indexOf(close, i + 1);
            if (i < 0 || i + 1 >= sql.length()) {
                return UNTERMINATED;
            }
            if (sql.charAt(i + 1) == '\'') {
                return i + 2;
            }
        }
    }

    /** {@code $$…$$} and {@code $tag$…$tag$}. */
    int dollarEnd(String sql, int at) {
        int length = sql.length();
        int i = at + 1;
        while (tags && i < length && isTag(sql.charAt(i), i > at + 1)) {
            i++;
        }
        if (i >= length || sql.charAt(i) != '$') {
            return NONE;
        }
        int tagLength = i + 1 - at;
        int body = i + 1;
        while (true) {
            int close = sql.indexOf('$', body);
            if (close < 0 || close + tagLength > length) {
                return UNTERMINATED;
            }
            if (sql.regionMatches(close, sql, at, tagLength)) {
                return close + tagLength;
            }
            body = close + 1;
        }
    }

    private static boolean isTag(char c, boolean inside) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= 128 || inside && c >= '0' && c <= '9';
    }
}
