package io.djdbc.driver.sql;

import io.djdbc.dialect.SqlSyntax;
import io.djdbc.dialect.SyntaxFeature;
import org.jspecify.annotations.Nullable;

/** What literals mean, and literals that mean what is wanted. Immutable. */
final class TextLiterals {
    private final boolean backslashes;
    private final boolean escapeStrings;

    TextLiterals(SqlSyntax syntax) {
        backslashes = syntax.has(SyntaxFeature.BACKSLASH_ESCAPES);
        escapeStrings = syntax.has(SyntaxFeature.ESCAPE_STRINGS);
    }

    /** The text that a token of kind STRING stands for; null where that cannot be said. */
    @Nullable
    String value(Tokens tokens, int index) {
        String sql = tokens.sql();
        int start = tokens.start(index);
        int end = tokens.end(index);
        char first = sql.charAt(start);
        if (first == '\'' || first == '"') {
            return unquoted(sql, start, end, backslashes);
        }
        if (first == '$') {
            int body = sql.indexOf('$', start + 1) + 1;
            return sql.substring(body, end - (body - start));
        }
        char second = (char) (sql.charAt(start + 1) | 0x20);
        int letter = first | 0x20;
        if (letter == 'q') {
            return sql.substring(start + 3, end - 2);
        }
        if (letter == 'n' && second == 'q') {
            return sql.substring(start + 4, end - 2);
        }
        if (letter == 'n') {
            return unquoted(sql, start + 1, end, backslashes);
        }
        return letter == 'e' ? postgreSql(sql, start + 1, end) : null; // and not U&'…', which has UESCAPE
    }

    /**
     * A literal for a text, of the same kind as another one as far as that has a kind: a national one stays national.
     */
    String like(Tokens tokens, int index, String value) {
        char first = (char) (tokens.first(index) | 0x20);
        return first == 'n' ? "N" + plain(value) : literal(value);
    }

    /** A literal for a text. */
    String literal(String value) {
        return escapeStrings && value.indexOf('\\') >= 0
                ? "E'" + doubled(value, true) + "'" // whatever standard_conforming_strings says
                : plain(value);
    }

    private String plain(String value) {
        return "'" + doubled(value, backslashes) + "'";
    }

    private static String doubled(String value, boolean backslashesToo) {
        String quoted = value.indexOf('\'') < 0 ? value : value.replace("'", "''");
        return backslashesToo && quoted.indexOf('\\') >= 0 ? quoted.replace("\\", "\\\\") : quoted;
    }

    private static String unquoted(String sql, int start, int end, boolean backslashes) {
        char quote = sql.charAt(start);
        StringBuilder value = new StringBuilder(end - start);
        for (int i = start + 1; i < end - 1; i++) {
            char c = sql.charAt(i);
            if (c == quote) {
                i++;
            } else if (c == '\\' && backslashes) {
                i++;
                char escaped = sql.charAt(i);
                if (escaped == '%' || escaped == '_') {
                    value.append('\\'); // MySQL keeps it for LIKE
                }
                c = mySql(escaped);
            }
            value.append(c);
        }
        return value.toString();
    }

    private static char mySql(char escaped) {
        return switch (escaped) {
            case '0' -> '\0';
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'Z' -> '\u001a';
            default -> escaped;
        };
    }

    /** {@code E'…'}; null if it has escapes by number, which are bytes. */
    private static @Nullable String postgreSql(String sql, int start, int end) {
        StringBuilder value = new StringBuilder(end - start);
        for (int i = start + 1; i < end - 1; i++) {
            char c = sql.charAt(i);
            if (c == '\'') {
                i++;
            } else if (c == '\\') {
                i++;
                char escaped = sql.charAt(i);
                if (escaped == 'x' || escaped == 'u' || escaped == 'U' || escaped >= '0' && escaped <= '7') {
                    return null;
                }
                c = escaped == 'f' ? '\f' : escaped == 'Z' || escaped == '0' ? escaped : mySql(escaped);
            }
            value.append(c);
        }
        return value.toString();
    }
}
