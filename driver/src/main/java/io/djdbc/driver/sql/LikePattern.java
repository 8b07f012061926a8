package io.djdbc.driver.sql;

import io.djdbc.dialect.LikeSyntax;
import io.djdbc.dialect.ValueTransform;
import org.jspecify.annotations.Nullable;

/** The right side of a LIKE: where it ends, and which literals and parameters in it are pattern text. Immutable. */
final class LikePattern {
    /** Deeper parentheses than anybody writes are left alone. */
    private static final int DEEPEST = 50;

    /** What is no operand, by length. */
    private static final String[][] RESERVED = {
        {},
        {},
        {"AS", "BY", "IN", "IS", "ON", "OR"},
        {"AND", "NOT"},
        {"LIKE", "ELSE", "FROM", "THEN", "WHEN"},
        {"ILIKE", "LIKEC", "LIKE2", "LIKE4", "WHERE"},
        {"ESCAPE", "HAVING", "SELECT"},
        {"BETWEEN"}
    };

    private final LikeSyntax like;
    private final TextLiterals literals;

    LikePattern(LikeSyntax like, TextLiterals literals) {
        this.like = like;
        this.literals = literals;
    }

    // ---- where it ends

    /** One past the expression that begins at a token, as tightly bound as LIKE's operands are; -1 if there is none. */
    static int end(Tokens tokens, int from, int to) {
        int at = from;
        while (true) {
            while (isSign(tokens, at)) {
                at++;
            }
            at = primaryEnd(tokens, at, to);
            if (at < 0) {
                return -1;
            }
            int operator = operatorEnd(tokens, at, to);
            if (operator < 0) {
                return at;
            }
            at = operator;
        }
    }

    private static boolean isSign(Tokens tokens, int at) {
        return tokens.isOperator(at, "-") || tokens.isOperator(at, "+");
    }

    private static int primaryEnd(Tokens tokens, int from, int to) {
        if (from >= to) {
            return -1;
        }
        int at;
        switch (tokens.kind(from)) {
            case TokenKind.STRING:
                at = from + 1;
                while (tokens.kind(at) == TokenKind.STRING) {
                    at++; // adjacent literals are one
                }
                break;
            case TokenKind.NUMBER, TokenKind.BINARY, TokenKind.PARAMETER, TokenKind.NAMED_PARAMETER:
                at = from + 1;
                break;
            case TokenKind.LEFT_PARENTHESIS, TokenKind.LEFT_BRACE:
                at = tokens.closing(from) + 1;
                break;
            case TokenKind.WORD:
                if (isReserved(tokens, from)) {
                    return -1;
                }
                at = tokens.isWord(from, "CASE") ? tokens.closing(from) + 1 : nameEnd(tokens, from, to);
                break;
            case TokenKind.QUOTED_NAME:
                at = nameEnd(tokens, from, to);
                break;
            default:
                return -1;
        }
        return at > to ? -1 : suffixEnd(tokens, at, to);
    }

    /** A word that is no operand; no SQL has it there, so the text is the vendor's to refuse. */
    static boolean isReserved(Tokens tokens, int word) {
        int length = tokens.end(word) - tokens.start(word);
        return length < RESERVED.length && tokens.isOneOf(word, RESERVED[length]);
    }

    /** A name of several parts, a call, or a literal after its type ({@code _utf8mb4'x'}). */
    private static int nameEnd(Tokens tokens, int from, int to) {
        int at = from + 1;
        while (at + 1 < to && tokens.kind(at) == TokenKind.DOT && isName(tokens, at + 1)) {
            at += 2;
        }
        if (at < to && tokens.kind(at) == TokenKind.LEFT_PARENTHESIS) {
            return tokens.closing(at) + 1; // beyond the statement if none closes it
        }
        if (at == from + 1 && tokens.kind(from) == TokenKind.WORD && at < to && tokens.kind(at) == TokenKind.STRING) {
            return at + 1;
        }
        return tokens.isWord(from, "ARRAY") && tokens.isOperator(at, "[") ? tokens.closing(at) + 1 : at;
    }

    private static boolean isName(Tokens tokens, int at) {
        return tokens.kind(at) == TokenKind.WORD || tokens.kind(at) == TokenKind.QUOTED_NAME;
    }

    /** {@code ::text}, {@code [1]}, {@code COLLATE "C"}, {@code (…).field}. */
    private static int suffixEnd(Tokens tokens, int from, int to) {
        int at = from;
        while (at < to) {
            if (tokens.isOperator(at, "::") || tokens.isWord(at, "COLLATE")) {
                int name = at + 1;
                boolean text = tokens.kind(name) == TokenKind.STRING && tokens.isWord(at, "COLLATE");
                if (name >= to || isReserved(tokens, name) || !isName(tokens, name) && !text) {
                    return -1;
                }
                at = nameEnd(tokens, name, to);
            } else if (tokens.isOperator(at, "[")) {
                at = tokens.closing(at) + 1;
            } else if (tokens.kind(at) == TokenKind.DOT) {
                if (at + 1 >= to || !isName(tokens, at + 1)) {
                    return -1;
                }
                at += 2;
            } else {
                break;
            }
        }
        return at > to ? -1 : at;
    }

    /** One past an operator that binds tighter than LIKE; -1 if there is none. */
    private static int operatorEnd(Tokens tokens, int at, int to) {
        if (at >= to || tokens.kind(at) != TokenKind.OPERATOR) {
            return -1;
        }
        char first = tokens.first(at);
        int length = tokens.end(at) - tokens.start(at);
        boolean tighter = length == 1
                ? "+-*/%&|#".indexOf(first) >= 0
                : first == '|' || first == '-' && tokens.isOperator(at, "->");
        if (!tighter) {
            return -1;
        }
        int end = at + 1;
        while (tokens.isOperator(end, ">") && tokens.start(end) == tokens.end(end - 1)) {
            end++; // ->>, #>>
        }
        return end;
    }

    // ---- what of it is pattern text

    /** Notes what the literals and parameters of the pattern become. */
    void transform(Tokens tokens, int from, int to, Edits edits) {
        if (like.transform() != null) {
            parts(tokens, from, to, true, 0, edits);
        }
    }

    /** @param last whether the pattern ends with these tokens */
    private void parts(Tokens tokens, int from, int to, boolean last, int depth, Edits edits) {
        if (depth > DEEPEST || !isConcatenation(tokens, from, to)) {
            return;
        }
        int start = from;
        for (int at = from; at <= to; at = next(tokens, at)) {
            if (at == to || tokens.isOperator(at, "||")) {
                part(tokens, start, at, last && at == to, depth, edits);
                start = at + 1;
            }
            if (at == to) {
                return;
            }
        }
    }

    private static boolean isConcatenation(Tokens tokens, int from, int to) {
        for (int at = from; at < to; at = next(tokens, at)) {
            if (tokens.kind(at) == TokenKind.OPERATOR && !tokens.isOperator(at, "||") && !tokens.isOperator(at, "::")) {
                return false;
            }
        }
        return true;
    }

    /** The token after this one, or after what it opens. */
    static int next(Tokens tokens, int at) {
        byte kind = tokens.kind(at);
        return kind == TokenKind.LEFT_PARENTHESIS || kind == TokenKind.LEFT_BRACE ? tokens.closing(at) + 1 : at + 1;
    }

    private void part(Tokens tokens, int from, int to, boolean last, int depth, Edits edits) {
        if (from >= to) {
            return;
        }
        switch (tokens.kind(from)) {
            case TokenKind.STRING -> {
                if (from + 1 == to || tokens.kind(from + 1) != TokenKind.STRING) {
                    literal(tokens, from, last, edits);
                }
            }
            case TokenKind.PARAMETER -> {
                ValueTransform transform = last ? like.transform() : like.partTransform();
                if (transform != null) {
                    edits.transform(tokens.parameterNumber(from), transform);
                }
            }
            case TokenKind.LEFT_PARENTHESIS -> parts(tokens, from + 1, tokens.closing(from), last, depth + 1, edits);
            case TokenKind.LEFT_BRACE -> {
                if (tokens.isWord(from + 1, "FN")) {
                    part(tokens, from + 2, tokens.closing(from), last, depth, edits);
                }
            }
            case TokenKind.WORD -> {
                if (tokens.kind(from + 1) == TokenKind.LEFT_PARENTHESIS) {
                    call(tokens, from, last, depth + 1, edits);
                }
            }
            default -> {}
        }
    }

    /** The arguments of the functions that leave a pattern a pattern. */
    private void call(Tokens tokens, int name, boolean last, int depth, Edits edits) {
        boolean concatenates = tokens.isWord(name, "CONCAT");
        if (!concatenates && !keepsPattern(tokens, name)) {
            return;
        }
        int close = tokens.closing(name + 1);
        int start = name + 2;
        for (int at = start; at < close; at = next(tokens, at)) {
            if (tokens.kind(at) == TokenKind.COMMA) {
                parts(tokens, start, at, last && !concatenates, depth, edits);
                start = at + 1;
            }
        }
        parts(tokens, start, close, last, depth, edits);
    }

    private static boolean keepsPattern(Tokens tokens, int name) {
        return tokens.isWord(name, "UPPER")
                || tokens.isWord(name, "LOWER")
                || tokens.isWord(name, "UCASE")
                || tokens.isWord(name, "LCASE")
                || tokens.isWord(name, "CAST")
                || tokens.isWord(name, "COALESCE")
                || tokens.isWord(name, "NVL")
                || tokens.isWord(name, "IFNULL")
                || tokens.isWord(name, "TO_CHAR")
                || tokens.isWord(name, "TO_NCHAR")
                || tokens.isWord(name, "TRANSLATE") && isConversion(tokens, name + 1);
    }

    /** {@code TRANSLATE(x USING NCHAR_CS)}, not {@code TRANSLATE(x, 'abc', 'def')}. */
    private static boolean isConversion(Tokens tokens, int opening) {
        int close = tokens.closing(opening);
        return close - 2 > opening && tokens.isWord(close - 2, "USING");
    }

    private void literal(Tokens tokens, int index, boolean last, Edits edits) {
        String changed = changed(tokens, index, last ? like.transform() : like.partTransform());
        if (changed != null) {
            edits.replace(tokens.start(index), tokens.end(index), changed);
        }
    }

    private static boolean hasBackslash(Tokens tokens, int index) {
        for (int i = tokens.start(index); i < tokens.end(index); i++) {
            if (tokens.sql().charAt(i) == '\\') {
                return true;
            }
        }
        return false;
    }

    private @Nullable String changed(Tokens tokens, int index, @Nullable ValueTransform transform) {
        if (transform == null || !hasBackslash(tokens, index)) {
            return null;
        }
        String value = literals.value(tokens, index);
        String transformed = value == null ? null : transform.apply(value);
        return transformed == null || transformed.equals(value) ? null : literals.like(tokens, index, transformed);
    }
}
