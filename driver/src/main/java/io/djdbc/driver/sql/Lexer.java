package io.djdbc.driver.sql;

import io.djdbc.dialect.SqlSyntax;
import io.djdbc.dialect.SyntaxFeature;
import java.util.Arrays;

/**
 * Splits a statement into tokens as the database would, in one pass. It never fails; what does not end is one token up
 * to the end of the text. Immutable, safe for use by several threads.
 */
public final class Lexer {
    private static final byte SPACE = 0;
    /** What it begins depends on the syntax, or on what comes next. */
    private static final byte OTHER = -1;
    /** No token. */
    private static final long NONE = -1;

    /** By ASCII character: the kind of the token that it begins. All other characters are letters. */
    private static final byte[] KINDS = new byte[128];

    /** By ASCII character: whether a name goes on with it in every dialect. */
    private static final boolean[] IN_NAMES = new boolean[128];

    static {
        for (int c = 0; c < KINDS.length; c++) {
            boolean letter = isAsciiLetter(c);
            boolean digit = c >= '0' && c <= '9';
            KINDS[c] = c <= ' ' ? SPACE : letter ? TokenKind.WORD : digit ? TokenKind.NUMBER : OTHER;
            IN_NAMES[c] = letter || digit || c == '$';
        }
        KINDS[','] = TokenKind.COMMA;
        KINDS['('] = TokenKind.LEFT_PARENTHESIS;
        KINDS[')'] = TokenKind.RIGHT_PARENTHESIS;
        KINDS['}'] = TokenKind.RIGHT_BRACE;
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

    /**
     * The tokens of a statement, or of several with semicolons between them. A text of more than 134 million characters
     * is not read, but taken for something that does not end.
     */
    public Tokens lex(String sql) {
        int length = sql.length();
        Tokens tokens = new Tokens(sql);
        long[] all = new long[length / 3 + 16]; // in local variables: fields would be written for each token
        int size = 0;
        int at = 0;
        if (length > Token.LONGEST) {
            all[size++] = Token.of(TokenKind.UNTERMINATED, 0, Token.LONGEST);
            at = length;
        }
        while (at < length) {
            char c = sql.charAt(at);
            byte kind = c < 128 ? KINDS[c] : TokenKind.WORD;
            if (kind == SPACE) {
                at++;
                continue;
            }
            long token;
            if (kind == TokenKind.WORD) {
                token = word(sql, at, length, c);
            } else if (kind > TokenKind.NUMBER) {
                token = Token.of(kind, at, at + 1);
            } else if (kind == TokenKind.NUMBER) {
                token = Token.of(kind, at, numberEnd(sql, at, length));
            } else {
                token = other(sql, at, length, c);
            }
            at = Token.end(token);
            if (Token.kind(token) != Token.COMMENT) {
                if (size == all.length) {
                    all = Arrays.copyOf(all, size * 2);
                }
                if (Token.isNoted(token)) {
                    tokens.note(token, size);
                }
                all[size++] = token;
            }
        }
        tokens.complete(all, size);
        return tokens;
    }

    /** A token that may have no end. */
    private static long quoted(byte kind, String sql, int start, int end) {
        return end > start ? Token.of(kind, start, end) : Token.of(TokenKind.UNTERMINATED, start, sql.length());
    }

    // ---- words and numbers

    private long word(String sql, int at, int length, char first) {
        int end = wordEnd(sql, at + 1, length);
        if (end - at <= 2 && end < length) {
            char next = sql.charAt(end);
            if (next == '\'' || next == '&') {
                long prefixed = prefixed(sql, at, end, (char) (first | 0x20), next);
                if (prefixed != NONE) {
                    return prefixed;
                }
            }
        } else if (isLike(sql, at, end)) {
            return Token.noted(TokenKind.WORD, at, end);
        }
        return Token.of(TokenKind.WORD, at, end);
    }

    /** LIKE, ILIKE, LIKEC, LIKE2, LIKE4. */
    private static boolean isLike(String sql, int at, int end) {
        int length = end - at;
        if (length == 4) {
            return isLetters(sql, at, "like");
        }
        if (length != 5) {
            return false;
        }
        char last = sql.charAt(end - 1);
        return last == '2' || last == '4' || (last | 0x20) == 'c'
                ? isLetters(sql, at, "like")
                : isLetters(sql, at, "ilike");
    }

    private static boolean isLetters(String sql, int at, String lowerCase) {
        for (int i = 0; i < lowerCase.length(); i++) {
            if ((sql.charAt(at + i) | 0x20) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private int wordEnd(String sql, int from, int length) {
        int i = from;
        while (i < length) {
            char c = sql.charAt(i);
            if (c >= 128 || IN_NAMES[c] || c == '#' && hashInNames) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    /** A literal or name with a prefix of one or two letters; NONE if the letters are a word by themselves. */
    private long prefixed(String sql, int at, int end, char first, char next) {
        if (next == '&') {
            return end - at == 1 && first == 'u' ? unicode(sql, at, end + 1) : NONE;
        }
        if (end - at == 2) {
            boolean national = first == 'n' && (sql.charAt(at + 1) | 0x20) == 'q';
            return national && syntax.has(SyntaxFeature.Q_QUOTES)
                    ? quoted(TokenKind.STRING, sql, at, Quotes.alternativeEnd(sql, end))
                    : NONE;
        }
        if (first == 'n') {
            return quoted(TokenKind.STRING, sql, at, Quotes.end(sql, end, backslashes));
        }
        if (first == 'x' || first == 'b') {
            return quoted(TokenKind.BINARY, sql, at, Quotes.end(sql, end, backslashes));
        }
        if (first == 'e' && syntax.has(SyntaxFeature.ESCAPE_STRINGS)) {
            return quoted(TokenKind.STRING, sql, at, Quotes.end(sql, end, true));
        }
        if (first == 'q' && syntax.has(SyntaxFeature.Q_QUOTES)) {
            return quoted(TokenKind.STRING, sql, at, Quotes.alternativeEnd(sql, end));
        }
        return NONE;
    }

    private long unicode(String sql, int at, int quote) {
        if (quote >= sql.length() || !syntax.has(SyntaxFeature.UNICODE_STRINGS)) {
            return NONE;
        }
        char c = sql.charAt(quote);
        if (c != '\'' && c != '"') {
            return NONE;
        }
        return quoted(c == '"' ? TokenKind.QUOTED_NAME : TokenKind.STRING, sql, at, Quotes.end(sql, quote, false));
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

    private long other(String sql, int at, int length, char c) {
        switch (c) {
            case '\'':
                return quoted(TokenKind.STRING, sql, at, Quotes.end(sql, at, backslashes));
            case '"':
                boolean string = syntax.has(SyntaxFeature.DOUBLE_QUOTED_STRINGS);
                return quoted(
                        string ? TokenKind.STRING : TokenKind.QUOTED_NAME,
                        sql,
                        at,
                        Quotes.end(sql, at, string && backslashes));
            case '`':
                return syntax.has(SyntaxFeature.BACKTICK_NAMES)
                        ? quoted(TokenKind.QUOTED_NAME, sql, at, Quotes.end(sql, at, false))
                        : Token.of(TokenKind.OPERATOR, at, at + 1);
            case '[':
                return syntax.has(SyntaxFeature.BRACKET_NAMES)
                        ? quoted(TokenKind.QUOTED_NAME, sql, at, quotes.bracketEnd(sql, at))
                        : Token.of(TokenKind.OPERATOR, at, at + 1);
            case '{':
                return Token.noted(TokenKind.LEFT_BRACE, at, at + 1);
            case ';':
                return Token.noted(TokenKind.SEMICOLON, at, at + 1);
            case '?':
                return questionMark(sql, at, length);
            case '$':
                return dollar(sql, at, length);
            case '#', '-', '/':
                return commentOrOperator(sql, at, length, c);
            default:
                return operator(sql, at, length, c);
        }
    }

    private long questionMark(String sql, int at, int length) {
        char next = at + 1 < length ? sql.charAt(at + 1) : ' ';
        if (next == '?' && syntax.has(SyntaxFeature.DOUBLED_QUESTION_MARKS)) {
            return Token.of(TokenKind.OPERATOR, at, at + 2);
        }
        if (isDigit(next) && syntax.has(SyntaxFeature.NUMBERED_PARAMETERS)) {
            return Token.of(TokenKind.NAMED_PARAMETER, at, wordEnd(sql, at + 1, length));
        }
        return Token.noted(TokenKind.PARAMETER, at, at + 1);
    }

    private long dollar(String sql, int at, int length) {
        char next = at + 1 < length ? sql.charAt(at + 1) : ' ';
        if (isDigit(next) ? syntax.has(SyntaxFeature.DOLLAR_PARAMETERS) : isName(next)) {
            if (isDigit(next) || syntax.has(SyntaxFeature.DOLLAR_NAMES)) {
                return Token.of(TokenKind.NAMED_PARAMETER, at, wordEnd(sql, at + 1, length));
            }
        }
        if (dollarQuotes) {
            int end = quotes.dollarEnd(sql, at);
            if (end != Quotes.NONE) {
                return quoted(TokenKind.STRING, sql, at, end);
            }
        }
        return isName(next) || isDigit(next)
                ? Token.of(TokenKind.WORD, at, wordEnd(sql, at + 1, length)) // MySQL, H2
                : Token.of(TokenKind.OPERATOR, at, at + 1);
    }

    private long commentOrOperator(String sql, int at, int length, char c) {
        int end = comments.end(sql, at, c);
        if (end > 0) {
            return Token.of(Token.COMMENT, at, end);
        }
        if (end == Comments.UNTERMINATED) {
            return Token.of(TokenKind.UNTERMINATED, at, length);
        }
        if (end == Comments.CODE) {
            return Token.of(TokenKind.CODE_COMMENT_START, at, Comments.codeStart(sql, at));
        }
        return c == '#' && hashInNames
                ? Token.of(TokenKind.WORD, at, wordEnd(sql, at + 1, length)) // SQL Server's #temporary
                : operator(sql, at, length, c);
    }

    private long operator(String sql, int at, int length, char c) {
        char next = at + 1 < length ? sql.charAt(at + 1) : ' ';
        switch (c) {
            case '.':
                return next == '.' ? Token.of(TokenKind.OPERATOR, at, at + 2) : Token.of(TokenKind.DOT, at, at + 1);
            case ':':
                if ((isName(next) || isDigit(next)) && syntax.has(SyntaxFeature.COLON_PARAMETERS)) {
                    return Token.of(TokenKind.NAMED_PARAMETER, at, wordEnd(sql, at + 1, length));
                }
                break;
            case '@':
                return at(sql, at, length, next);
            case '*':
                if (next == '/' && syntax.has(SyntaxFeature.EXECUTABLE_COMMENTS)) {
                    return Token.of(TokenKind.CODE_COMMENT_END, at, at + 2);
                }
                break;
            default:
        }
        return Token.of(TokenKind.OPERATOR, at, areOneOperator(c, next) ? at + 2 : at + 1);
    }

    private static boolean areOneOperator(char c, char next) {
        return switch (c) {
            case '|' -> next == '|';
            case ':' -> next == ':' || next == '=';
            case '<' -> next == '=' || next == '>';
            case '>', '!', '^' -> next == '=';
            case '=', '-' -> next == '>';
            default -> false;
        };
    }

    private long at(String sql, int at, int length, char next) {
        if (!syntax.has(SyntaxFeature.AT_NAMES)) {
            return Token.of(TokenKind.OPERATOR, at, at + 1);
        }
        if (next == '\'' || next == '"' || next == '`') { // MySQL's @'variable', and 'user'@'host'
            return quoted(TokenKind.NAMED_PARAMETER, sql, at, Quotes.end(sql, at + 1, backslashes && next != '`'));
        }
        int name = next == '@' ? at + 2 : at + 1;
        int end = wordEnd(sql, name, length);
        return Token.of(end > name ? TokenKind.NAMED_PARAMETER : TokenKind.OPERATOR, at, Math.max(end, at + 1));
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
