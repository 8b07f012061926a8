package io.djdbc.driver.sql;

import io.djdbc.dialect.Lookup;
import io.djdbc.dialect.LookupSyntax;
import io.djdbc.dialect.LookupTemplate;
import io.djdbc.driver.LookupSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Writes djdbc's lookup escapes, <code>{icontains headline, ?}</code>, in the database's own words. The left side is any
 * expression; a value on the right side is escaped before it is bound, an expression there by the database.
 */
final class LookupRewrite implements Rewrite {
    /** What no condition is an operand of. */
    private static final String[] BEFORE_CONDITIONS = {
        "AND",
        "OR",
        "NOT",
        "WHERE",
        "ON",
        "WHEN",
        "HAVING",
        "SELECT",
        "DISTINCT",
        "THEN",
        "ELSE",
        "CASE",
        "BY",
        "RETURNING",
        "QUALIFY"
    };

    /** Of what comes after one, what takes no operand before it. */
    private static final String[] AFTER_CONDITIONS = {
        "AND",
        "OR",
        "THEN",
        "ELSE",
        "END",
        "WHEN",
        "AS",
        "ASC",
        "DESC",
        "FROM",
        "WHERE",
        "GROUP",
        "HAVING",
        "ORDER",
        "LIMIT",
        "OFFSET",
        "FETCH",
        "FOR",
        "UNION",
        "INTERSECT",
        "EXCEPT",
        "MINUS",
        "RETURNING",
        "JOIN",
        "LEFT",
        "RIGHT",
        "INNER",
        "FULL",
        "CROSS",
        "NATURAL",
        "ON",
        "WINDOW",
        "QUALIFY",
        "CONNECT",
        "START"
    };

    private final LookupSyntax syntax;
    private final TextLiterals literals;
    private final boolean bindsValues;

    /** @param bindsValues whether values can be changed when they are bound; else the database escapes them */
    LookupRewrite(LookupSyntax syntax, TextLiterals literals, boolean bindsValues) {
        this.syntax = syntax;
        this.literals = literals;
        this.bindsValues = bindsValues;
    }

    @Override
    public void apply(Tokens tokens, int from, int to, StatementKind kind, Edits edits) throws LookupSyntaxException {
        TokenList braces = tokens.braces();
        for (int i = braces.indexFrom(from); i < braces.size() && braces.get(i) + 1 < to; i++) {
            Lookup lookup = lookup(tokens, braces.get(i) + 1);
            if (lookup != null) {
                rewrite(tokens, braces.get(i), to, lookup, edits);
            }
        }
    }

    private static @Nullable Lookup lookup(Tokens tokens, int word) {
        if (tokens.kind(word) != TokenKind.WORD) {
            return null;
        }
        int length = tokens.end(word) - tokens.start(word);
        return length < "regex".length() || length > "istartswith".length() ? null : Lookup.byName(tokens.text(word));
    }

    private void rewrite(Tokens tokens, int open, int to, Lookup lookup, Edits edits) throws LookupSyntaxException {
        int comma = -1;
        int depth = 0;
        int at = open + 2;
        while (at < to && (tokens.kind(at) != TokenKind.RIGHT_BRACE || depth > 0)) {
            byte kind = tokens.kind(at);
            if (kind == TokenKind.LEFT_BRACE) {
                at = tokens.closing(at);
            } else if (kind == TokenKind.LEFT_PARENTHESIS) {
                depth++;
            } else if (kind == TokenKind.RIGHT_PARENTHESIS && --depth < 0) {
                throw refused(tokens, lookup, at, comma < 0 ? "a comma" : "}");
            } else if (kind == TokenKind.COMMA && depth == 0) {
                if (comma >= 0) {
                    throw refused(tokens, lookup, at, "} after the right side");
                }
                comma = at;
            }
            at++;
        }
        if (at >= to) {
            throw refused(tokens, lookup, at, depth > 0 ? ")" : comma < 0 ? "a comma and the right side" : "}");
        }
        if (comma < 0) {
            throw refused(tokens, lookup, at, at == open + 2 ? "the left side" : "a comma and the right side");
        }
        if (comma == open + 2) {
            throw refused(tokens, lookup, comma, "the left side before the comma");
        }
        if (comma + 1 == at) {
            throw refused(tokens, lookup, at, "the right side after the comma");
        }
        write(tokens, open, comma, at, lookup, edits);
    }

    private void write(Tokens tokens, int open, int comma, int close, Lookup lookup, Edits edits)
            throws LookupSyntaxException {
        int right = comma + 1;
        boolean single = right + 1 == close;
        byte kind = tokens.kind(right);
        String literal = null;
        LookupTemplate template = syntax.withValue(lookup);
        if (template != null) {
            if (kind == TokenKind.PARAMETER && single && bindsValues) {
                edits.transform(tokens.parameterNumber(right), template.transform());
            } else {
                String value = constant(tokens, right, close);
                if (value == null) {
                    template = syntax.withExpression(lookup);
                } else {
                    literal = literals.literal(template.transform().apply(value));
                }
            }
        }
        if (template == null) {
            throw refused(tokens, lookup, open + 1, "a lookup that this database has");
        }
        boolean leftInParentheses = !isOperand(tokens, open + 2, comma);
        boolean rightInParentheses = literal == null && !(kind == TokenKind.PARAMETER && single);
        boolean inParentheses = isPartOfOperand(tokens, open, close);
        edits.replace(
                tokens.start(open),
                afterSpace(tokens.sql(), tokens.end(open + 1)),
                (touchesBefore(tokens, open) ? " " : "")
                        + (inParentheses ? "(" : "")
                        + template.before()
                        + (leftInParentheses ? "(" : ""));
        edits.replace(
                beforeSpace(tokens.sql(), tokens.start(comma)),
                afterSpace(tokens.sql(), tokens.end(comma)),
                (leftInParentheses ? ")" : "") + template.between() + (rightInParentheses ? "(" : ""));
        if (literal != null) {
            edits.replace(tokens.start(right), tokens.end(close - 1), literal);
        }
        edits.replace(
                beforeSpace(tokens.sql(), tokens.start(close)),
                tokens.end(close),
                (rightInParentheses ? ")" : "")
                        + template.after()
                        + (inParentheses ? ")" : "")
                        + (touchesAfter(tokens, close) && !inParentheses ? " " : ""));
    }

    /** Whether something touches the opening brace with which what comes instead might become one word. */
    private static boolean touchesBefore(Tokens tokens, int open) {
        return open > 0 && tokens.start(open) == tokens.end(open - 1) && !separates(tokens.kind(open - 1));
    }

    private static boolean touchesAfter(Tokens tokens, int close) {
        int after = close + 1;
        return after < tokens.size() && tokens.start(after) == tokens.end(close) && !separates(tokens.kind(after));
    }

    private static boolean separates(byte kind) {
        return kind == TokenKind.LEFT_PARENTHESIS
                || kind == TokenKind.RIGHT_PARENTHESIS
                || kind == TokenKind.LEFT_BRACE
                || kind == TokenKind.RIGHT_BRACE
                || kind == TokenKind.COMMA
                || kind == TokenKind.SEMICOLON;
    }

    /**
     * Whether an operator beside it might take a part of the condition for its operand: unless only what surely is no
     * operator stands there.
     */
    private static boolean isPartOfOperand(Tokens tokens, int open, int close) {
        return !beginsCondition(tokens, open) || !endsCondition(tokens, close + 1);
    }

    private static boolean beginsCondition(Tokens tokens, int open) {
        int before = open - 1;
        return switch (tokens.kind(before)) {
            case 0, TokenKind.LEFT_PARENTHESIS, TokenKind.COMMA, TokenKind.SEMICOLON -> true;
            case TokenKind.WORD ->
                tokens.isOneOf(before, BEFORE_CONDITIONS)
                        || tokens.kind(before - 1) == TokenKind.LEFT_BRACE && lookup(tokens, before) != null;
            default -> false;
        };
    }

    private static boolean endsCondition(Tokens tokens, int after) {
        return switch (tokens.kind(after)) {
            case 0, TokenKind.RIGHT_PARENTHESIS, TokenKind.RIGHT_BRACE, TokenKind.COMMA, TokenKind.SEMICOLON -> true;
            case TokenKind.WORD -> tokens.isOneOf(after, AFTER_CONDITIONS);
            default -> false;
        };
    }

    /** The text that the right side is, if it is a single literal or number; else null. */
    private @Nullable String constant(Tokens tokens, int from, int to) {
        boolean negative = to - from == 2 && tokens.isOperator(from, "-");
        int last = to - 1;
        if (tokens.kind(last) == TokenKind.NUMBER && (from == last || negative)) {
            return (negative ? "-" : "") + tokens.text(last);
        }
        return from == last && tokens.kind(last) == TokenKind.STRING ? literals.value(tokens, last) : null;
    }

    /** Whether the tokens bind tighter than any operator. */
    private static boolean isOperand(Tokens tokens, int from, int to) {
        if (to - from == 1) {
            return true;
        }
        int at = from;
        byte kind = tokens.kind(at);
        if (kind == TokenKind.WORD || kind == TokenKind.QUOTED_NAME) {
            at++;
            while (at + 1 < to && tokens.kind(at) == TokenKind.DOT) {
                at += 2;
            }
        }
        if (tokens.kind(from) == TokenKind.LEFT_BRACE && lookup(tokens, from + 1) != null) {
            return false; // a condition
        }
        if (at < to && (tokens.kind(at) == TokenKind.LEFT_PARENTHESIS || tokens.kind(at) == TokenKind.LEFT_BRACE)) {
            at = tokens.closing(at) + 1;
        }
        return at == to;
    }

    private static int afterSpace(String sql, int from) {
        int at = from;
        while (at < sql.length() && sql.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /** White space at the end of a line may be what ends a comment. */
    private static int beforeSpace(String sql, int to) {
        int at = to;
        while (at > 0 && sql.charAt(at - 1) == ' ') {
            at--;
        }
        return at > 0 && sql.charAt(at - 1) > ' ' && sql.charAt(at - 1) != '/' ? at : to;
    }

    private static LookupSyntaxException refused(Tokens tokens, Lookup lookup, int token, String expected) {
        String sql = tokens.sql();
        int offset = token < tokens.size() ? tokens.start(token) : sql.length();
        int line = 1;
        int column = 1;
        for (int i = 0; i < offset; i++) {
            if (sql.charAt(i) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        String found = token >= tokens.size()
                ? "the end"
                : tokens.kind(token) == TokenKind.STRING ? "a literal" : "'" + tokens.text(token) + "'";
        return new LookupSyntaxException(lookup.djangoName(), line, column, expected, found);
    }
}
