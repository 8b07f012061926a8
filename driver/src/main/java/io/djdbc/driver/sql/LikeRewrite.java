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
        TokenList likes = tokens.likes();
        for (int i = likes.indexFrom(from + 1); i < likes.size() && likes.get(i) < to; i++) {
            if (isOperator(tokens, likes.get(i), from)) {
                like(tokens, likes.get(i) + 1, to, edits);
            }
        }
    }

    /**
     * Whether a text has the word anywhere, be it in a literal. K is rare, and nothing finds a character as fast as
     * {@code indexOf}: most texts need not be read to know that nothing is to be done.
     */
    static boolean mayBeIn(String sql) {
        return hasLike(sql, 'K') || hasLike(sql, 'k');
    }

    private static boolean hasLike(String sql, char k) {
        int at = sql.indexOf(k, 2);
        while (at >= 0 && !sql.regionMatches(true, at - 2, "LIKE", 0, 4)) {
            at = sql.indexOf(k, at + 1);
        }
        return at >= 0;
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
