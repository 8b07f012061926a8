package io.djdbc.driver.sql;

import io.djdbc.dialect.SqlSyntax;
import io.djdbc.dialect.SyntaxFeature;

/**
 * Splits a statement into tokens as the database would, in one pass. It never fails; what does not end is one token up
 * to the end of the text. Immutable, safe for use by several threads.
 */
public final class Lexer {
    private static final byte SPACE = 1;
    private static final byte LETTER = 2;
    private static final byte DIGIT = 3;
    private static final byte OTHER = 4;

    /** By character; what is not ASCII is a letter. */
    private static final byte[] CLASSES = new byte[128];

    static {
        for (int c = 0; c < CLASSES.length; c++) {
            CLASSES[c] = c <= ' ' ? SPACE : isAsciiLetter(c) ? LETTER : c >= '0' && c <= '9' ? DIGIT : OTHER;
        }
    }

    private final SqlSyntax syntax;
    private final Comments comments;
    private final Quotes quotes;
    private final boolean backslashes;
    private final boolean hashInNames;
    private final boolean dollarQuotes;

    public Lexer(SqlSyntax syntax) {
        this.syntax = syntax;
        comments = new Comments(syntax);
        quotes = new Quotes(syntax);
        backslashes = syntax.has(SyntaxFeature.BACKSLASH_ESCAPES);
        hashInNames = syntax.has(SyntaxFeature.HASH_IN_NAMES);
        dollarQuotes = syntax.has(SyntaxFeature.DOLLAR_QUOTES);
    }

    public SqlSyntax syntax() {
        return syntax;
    }

    /** The tokens of a statement, or of several with semicolons between them. */
    public Tokens lex(String sql) {
        Tokens tokens = new Tokens(sql);
        int length = sql.length();
        int at = 0;
        while (at < length) {
            char c = sql.charAt(at);
            byte type = c < 128 ? CLASSES[c] : LETTER;
            if (type == SPACE) {
                at++;
            } else if (type == LETTER) {
                at = word(tokens, sql, at, length, c);
            } else if (type == DIGIT) {
                at = add(tokens, TokenKind.NUMBER, at, numberEnd(sql, at, length));
            } else {
                at = other(tokens, sql, at, length, c);
            }
        }
        return tokens;
    }

    private static int add(Tokens tokens, byte kind, int start, int end) {
        if (end > start) {
            tokens.add(kind, start, end);
            return end;
        }
        int length = tokens.sql().length();
        tokens.add(TokenKind.UNTERMINATED, start, length);
        return length;
    }

    // ---- words and numbers

    private int word(Tokens tokens, String sql, int at, int length, char first) {
        int end = wordEnd(sql, at + 1, length);
        if (end < length && end - at <= 2) {
            char next = sql.charAt(end);
            if (next == '\'' || next == '&') {
                int prefixed = prefixed(tokens, sql, at, end, (char) (first | 0x20), next);
                if (prefixed > 0) {
                    return prefixed;
                }
            }
        }
        tokens.add(TokenKind.WORD, at, end);
        return end;
    }

    private int wordEnd(String sql, int from, int length) {
        int i = from;
        while (i < length) {
            char c = sql.charAt(i);
            byte type = c < 128 ? CLASSES[c] : LETTER;
            if (type == LETTER || type == DIGIT || c == '$' || c == '#' && hashInNames) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    /** A literal or name with a prefix of one or two letters; 0 if the letters are a word by themselves. */
    private int prefixed(Tokens tokens, String sql, int at, int end, char first, char next) {
        if (next == '&') {
            return end - at == 1 && first == 'u' ? unicode(tokens, sql, at, end + 1) : 0;
        }
        if (end - at == 2) {
            boolean national = first == 'n' && (sql.charAt(at + 1) | 0x20) == 'q';
            return national && syntax.has(SyntaxFeature.Q_QUOTES)
                    ? add(tokens, TokenKind.STRING, at, Quotes.alternativeEnd(sql, end))
                    : 0;
        }
        if (first == 'n') {
            return add(tokens, TokenKind.STRING, at, Quotes.end(sql, end, backslashes));
        }
        if (first == 'x' || first == 'b') {
            return add(tokens, TokenKind.BINARY, at, Quotes.end(sql, end, backslashes));
        }
        if (first == 'e' && syntax.has(SyntaxFeature.ESCAPE_STRINGS)) {
            return add(tokens, TokenKind.STRING, at, Quotes.end(sql, end, true));
        }
        if (first == 'q' && syntax.has(SyntaxFeature.Q_QUOTES)) {
            return add(tokens, TokenKind.STRING, at, Quotes.alternativeEnd(sql, end));
        }
        return 0;
    }

    private int unicode(Tokens tokens, String sql, int at, int quote) {
        if (quote >= sql.length() || !syntax.has(SyntaxFeature.UNICODE_STRINGS)) {
            return 0;
        }
        char c = sql.charAt(quote);
        if (c != '\'' && c != '"') {
            return 0;
        }
        return add(tokens, c == '"' ? TokenKind.QUOTED_NAME : TokenKind.STRING, at, Quotes.end(sql, quote, false));
    }

    /** Numbers may be followed by letters, as in {@code 0x1F}, {@code 1e5} or MySQL's names that begin with a digit. */
    private int numberEnd(String sql, int at, int length) {
        boolean hexadecimal = at + 1 < length && sql.charAt(at) == '0' && (sql.charAt(at + 1) | 0x20) == 'x';
        int i = at;
        boolean point = false;
        while (true) {
            i = wordEnd(sql, i, length);
            if (i >= length) {
                return length;
            }
            char c = sql.charAt(i);
            if (c == '.' && !point && !(i + 1 < length && sql.charAt(i + 1) == '.')) {
                point = true;
                i++;
            } else if ((c == '+' || c == '-')
                    && !hexadecimal
                    && (sql.charAt(i - 1) | 0x20) == 'e'
                    && i + 1 < length
                    && isDigit(sql.charAt(i + 1))) {
                i++;
            } else {
                return i;
            }
        }
    }

    // ---- everything else

    private int other(Tokens tokens, String sql, int at, int length, char c) {
        switch (c) {
            case '\'':
                return add(tokens, TokenKind.STRING, at, Quotes.end(sql, at, backslashes));
            case '"':
                boolean string = syntax.has(SyntaxFeature.DOUBLE_QUOTED_STRINGS);
                return add(
                        tokens,
                        string ? TokenKind.STRING : TokenKind.QUOTED_NAME,
                        at,
                        Quotes.end(sql, at, string && backslashes));
            case '`':
                return syntax.has(SyntaxFeature.BACKTICK_NAMES)
                        ? add(tokens, TokenKind.QUOTED_NAME, at, Quotes.end(sql, at, false))
                        : add(tokens, TokenKind.OPERATOR, at, at + 1);
            case '[':
                return syntax.has(SyntaxFeature.BRACKET_NAMES)
                        ? add(tokens, TokenKind.QUOTED_NAME, at, quotes.bracketEnd(sql, at))
                        : add(tokens, TokenKind.OPERATOR, at, at + 1);
            case ',':
                return add(tokens, TokenKind.COMMA, at, at + 1);
            case '(':
                return add(tokens, TokenKind.LEFT_PARENTHESIS, at, at + 1);
            case ')':
                return add(tokens, TokenKind.RIGHT_PARENTHESIS, at, at + 1);
            case '{':
                return add(tokens, TokenKind.LEFT_BRACE, at, at + 1);
            case '}':
                return add(tokens, TokenKind.RIGHT_BRACE, at, at + 1);
            case ';':
                return add(tokens, TokenKind.SEMICOLON, at, at + 1);
            case '?':
                return questionMark(tokens, sql, at, length);
            case '$':
                return dollar(tokens, sql, at, length);
            case '#', '-', '/':
                return commentOrOperator(tokens, sql, at, length, c);
            default:
                return operator(tokens, sql, at, length, c);
        }
    }

    private int questionMark(Tokens tokens, String sql, int at, int length) {
        char next = at + 1 < length ? sql.charAt(at + 1) : ' ';
        if (next == '?' && syntax.has(SyntaxFeature.DOUBLED_QUESTION_MARKS)) {
            return add(tokens, TokenKind.OPERATOR, at, at + 2);
        }
        if (isDigit(next) && syntax.has(SyntaxFeature.NUMBERED_PARAMETERS)) {
            return add(tokens, TokenKind.NAMED_PARAMETER, at, wordEnd(sql, at + 1, length));
        }
        return add(tokens, TokenKind.PARAMETER, at, at + 1);
    }

    private int dollar(Tokens tokens, String sql, int at, int length) {
        char next = at + 1 < length ? sql.charAt(at + 1) : ' ';
        if (isDigit(next) ? syntax.has(SyntaxFeature.DOLLAR_PARAMETERS) : isName(next)) {
            if (isDigit(next) || syntax.has(SyntaxFeature.DOLLAR_NAMES)) {
                return add(tokens, TokenKind.NAMED_PARAMETER, at, wordEnd(sql, at + 1, length));
            }
        }
        if (dollarQuotes) {
            int end = quotes.dollarEnd(sql, at);
            if (end != Quotes.NONE) {
                return add(tokens, TokenKind.STRING, at, end);
            }
        }
        return isName(next) || isDigit(next)
                ? add(tokens, TokenKind.WORD, at, wordEnd(sql, at + 1, length)) // MySQL, H2
                : add(tokens, TokenKind.OPERATOR, at, at + 1);
    }

    private int commentOrOperator(Tokens tokens, String sql, int at, int length, char c) {
        int end = comments.end(sql, at, c);
        if (end > 0) {
            return end;
        }
        if (end == Comments.UNTERMINATED) {
            return add(tokens, TokenKind.UNTERMINATED, at, length);
        }
        if (end == Comments.CODE) {
            return add(tokens, TokenKind.CODE_COMMENT_START, at, Comments.codeStart(sql, at));
        }
        return c == '#' && hashInNames
                ? add(tokens, TokenKind.WORD, at, wordEnd(sql, at + 1, length)) // SQL Server's #temporary
                : operator(tokens, sql, at, length, c);
    }

    private int operator(Tokens tokens, String sql, int at, int length, char c) {
        char next = at + 1 < length ? sql.charAt(at + 1) : ' ';
        switch (c) {
            case '.':
                return next == '.'
                        ? add(tokens, TokenKind.OPERATOR, at, at + 2)
                        : add(tokens, TokenKind.DOT, at, at + 1);
            case ':':
                if (isName(next) || isDigit(next)) {
                    if (syntax.has(SyntaxFeature.COLON_PARAMETERS)) {
                        return add(tokens, TokenKind.NAMED_PARAMETER, at, wordEnd(sql, at + 1, length));
                    }
                }
                return add(tokens, TokenKind.OPERATOR, at, next == ':' || next == '=' ? at + 2 : at + 1);
            case '@':
                return at(tokens, sql, at, length, next);
            case '*':
                return next == '/' && syntax.has(SyntaxFeature.EXECUTABLE_COMMENTS)
                        ? add(tokens, TokenKind.CODE_COMMENT_END, at, at + 2)
                        : add(tokens, TokenKind.OPERATOR, at, at + 1);
            case '|':
                return add(tokens, TokenKind.OPERATOR, at, next == '|' ? at + 2 : at + 1);
            case '<':
                return add(tokens, TokenKind.OPERATOR, at, next == '=' || next == '>' ? at + 2 : at + 1);
            case '=':
                return add(tokens, TokenKind.OPERATOR, at, next == '>' ? at + 2 : at + 1);
            case '>', '!', '^':
                return add(tokens, TokenKind.OPERATOR, at, next == '=' ? at + 2 : at + 1);
            case '-':
                return add(tokens, TokenKind.OPERATOR, at, next == '>' ? at + 2 : at + 1);
            default:
                return add(tokens, TokenKind.OPERATOR, at, at + 1);
        }
    }

    private int at(Tokens tokens, String sql, int at, int length, char next) {
        if (!syntax.has(SyntaxFeature.AT_NAMES)) {
            return add(tokens, TokenKind.OPERATOR, at, at + 1);
        }
        if (next == '\'' || next == '"' || next == '`') { // MySQL's @'variable', and 'user'@'host'
            return add(tokens, TokenKind.NAMED_PARAMETER, at, Quotes.end(sql, at + 1, backslashes && next != '`'));
        }
        int name = next == '@' ? at + 2 : at + 1;
        int end = wordEnd(sql, name, length);
        return add(tokens, end > name ? TokenKind.NAMED_PARAMETER : TokenKind.OPERATOR, at, Math.max(end, at + 1));
    }

    private static boolean isName(char c) {
        return c >= 128 || isAsciiLetter(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAsciiLetter(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }
}
