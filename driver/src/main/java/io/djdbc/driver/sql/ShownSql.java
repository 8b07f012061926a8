package io.djdbc.driver.sql;

import io.djdbc.dialect.SyntaxFeature;

/** A statement as it may be shown: without comments and literals, which may quote what the application stores. */
final class ShownSql {
    private static final int LONGEST = 2_000;
    private static final String LEFT_OUT = "…";

    private ShownSql() {}

    /**
     * About the first 2,000 characters. Of a statement that neither reads nor writes rows, as it may name a password without
     * quotes, the first word.
     */
    static String of(Lexer lexer, String sql) {
        Tokens tokens = lexer.lex(sql);
        boolean programBlocks = lexer.syntax().has(SyntaxFeature.PROGRAM_BLOCKS);
        StringBuilder shown = new StringBuilder(Math.min(sql.length(), LONGEST) + 16);
        boolean shows = false;
        int at = 0;
        for (; at < tokens.size() && shown.length() < LONGEST; at++) {
            boolean begins = at == 0 || tokens.kind(at - 1) == TokenKind.SEMICOLON;
            if (begins) {
                shows = showsAll(tokens, at, programBlocks);
            } else if (!shows) {
                continue;
            }
            if (at > 0 && tokens.start(at) > tokens.end(at - 1)) {
                shown.append(' ');
            }
            if (shows) {
                append(tokens, at, shown);
            } else {
                shown.append(tokens.kind(at) == TokenKind.WORD ? tokens.text(at) + " " : "")
                        .append(LEFT_OUT);
            }
        }
        return at == tokens.size() ? shown.toString() : shown.append(LEFT_OUT).toString();
    }

    private static boolean showsAll(Tokens tokens, int at, boolean programBlocks) {
        return StatementKind.of(tokens, at, programBlocks) == StatementKind.QUERY
                && !tokens.isWord(at, "SET")
                && !tokens.isWord(at, "DO")
                && !tokens.isWord(at, "EXEC");
    }

    private static void append(Tokens tokens, int at, StringBuilder shown) {
        switch (tokens.kind(at)) {
            case TokenKind.STRING, TokenKind.BINARY ->
                shown.append('\'').append(LEFT_OUT).append('\'');
            case TokenKind.NUMBER, TokenKind.UNTERMINATED -> shown.append(LEFT_OUT);
            default -> shown.append(tokens.sql(), tokens.start(at), tokens.end(at));
        }
    }
}
