package io.djdbc.driver.sql;

import io.djdbc.dialect.LikeSyntax;

/**
 * Makes {@code \} the escape character of each LIKE that does not name one itself, with the meaning that it has in
 * PostgreSQL and MySQL. SIMILAR TO, REGEXP and GLOB are not LIKE; definitions are left alone.
 */
final class LikeRewrite implements Rewrite {
    private final LikeSyntax like;
    private final LikePattern pattern;

    LikeRewrite(LikeSyntax like, TextLiterals literals) {
        this.like = like;
        this.pattern = new LikePattern(like, literals);
    }

    @Override
    public void apply(Tokens tokens, int from, int to, StatementKind kind, Edits edits) {
        if (kind != StatementKind.QUERY) {
            return;
        }
        for (int at = from + 1; at < to; at++) {
            if (tokens.kind(at) == TokenKind.WORD && isLike(tokens, at) && isOperator(tokens, at, from)) {
                like(tokens, at + 1, to, edits);
            }
        }
    }

    static boolean isLike(Tokens tokens, int at) {
        int length = tokens.end(at) - tokens.start(at);
        return length == 4
                ? tokens.isWord(at, "LIKE")
                : length == 5
                        && (tokens.isWord(at, "ILIKE")
                                || tokens.isWord(at, "LIKEC")
                                || tokens.isWord(at, "LIKE2")
                                || tokens.isWord(at, "LIKE4"));
    }

    /** Whether it stands after an operand; else it is a function or a name ({@code like(a, b)}, {@code t.like}). */
    private static boolean isOperator(Tokens tokens, int like, int from) {
        int before = like - 1;
        if (tokens.isWord(before, "NOT")) {
            before--;
        }
        if (before < from) {
            return false;
        }
        return switch (tokens.kind(before)) {
            case TokenKind.WORD -> !LikePattern.isReserved(tokens, before);
            case TokenKind.QUOTED_NAME,
                    TokenKind.STRING,
                    TokenKind.BINARY,
                    TokenKind.NUMBER,
                    TokenKind.PARAMETER,
                    TokenKind.NAMED_PARAMETER,
                    TokenKind.RIGHT_PARENTHESIS,
                    TokenKind.RIGHT_BRACE,
                    TokenKind.CODE_COMMENT_END -> true;
            case TokenKind.OPERATOR -> tokens.isOperator(before, "]");
            default -> false;
        };
    }

    private void like(Tokens tokens, int operand, int to, Edits edits) {
        if (tokens.kind(operand + 1) == TokenKind.LEFT_PARENTHESIS
                && (tokens.isWord(operand, "ANY") || tokens.isWord(operand, "ALL") || tokens.isWord(operand, "SOME"))) {
            quantified(tokens, operand + 1, edits);
            return;
        }
        int from = tokens.isWord(operand, "BINARY") ? operand + 1 : operand;
        int end = LikePattern.end(tokens, from, to);
        if (end < 0 || hasEscape(tokens, end)) {
            return;
        }
        pattern.transform(tokens, from, end, edits);
        if (!like.escapeClause().isEmpty()) {
            edits.insert(tokens.end(end - 1), like.escapeClause());
        }
    }

    private static boolean hasEscape(Tokens tokens, int after) {
        byte kind = tokens.kind(after);
        int word = kind == TokenKind.LEFT_BRACE || kind == TokenKind.CODE_COMMENT_START ? after + 1 : after;
        return tokens.isWord(word, "ESCAPE");
    }

    /** {@code LIKE ANY (ARRAY['a', ?])} takes no ESCAPE; each text in it is a whole pattern. */
    private void quantified(Tokens tokens, int opening, Edits edits) {
        int close = tokens.closing(opening);
        for (int at = opening + 1; at < close; at = LikePattern.next(tokens, at)) {
            byte kind = tokens.kind(at);
            if (kind == TokenKind.STRING || kind == TokenKind.PARAMETER && close > opening + 2) {
                pattern.transform(tokens, at, at + 1, edits);
            }
        }
    }
}
