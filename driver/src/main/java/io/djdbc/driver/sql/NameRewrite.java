package io.djdbc.driver.sql;

import io.djdbc.dialect.NameLimit;

/**
 * Cuts names that are too long, wherever they stand for something in the database or for a part of the statement. Left
 * alone are schemas, users, parameters, and whatever belongs to programs: procedures, functions and blocks have names of
 * their own in texts that no rewrite looks into.
 */
final class NameRewrite {
    private final NameLimit limit;
    private final boolean programBlocks;

    NameRewrite(NameLimit limit, boolean programBlocks) {
        this.limit = limit;
        this.programBlocks = programBlocks;
    }

    /** The text with shorter names; the same object if it has no longer ones. */
    String rewrite(Tokens tokens) {
        if (!concerns(tokens)) {
            return tokens.sql();
        }
        Edits edits = new Edits();
        int from = 0;
        while (from < tokens.size()) {
            StatementKind kind = StatementKind.of(tokens, from, programBlocks);
            if (kind == StatementKind.PROGRAM) {
                break;
            }
            int to = StatementKind.end(tokens, from);
            if (hasNames(tokens, from, kind)) {
                new NameWalk(limit, tokens, from, to, kind, edits).run();
            }
            from = to + 1;
        }
        return edits.applyTo(tokens.sql()).text(tokens.sql());
    }

    /** Whether there is a name that may be too long. */
    boolean concerns(Tokens tokens) {
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.end(at) - tokens.start(at) > limit.maxLength()
                    && (tokens.kind(at) == TokenKind.WORD || tokens.kind(at) == TokenKind.QUOTED_NAME)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the statement speaks of tables and the like: not of sessions, users, programs and their parameters. */
    private static boolean hasNames(Tokens tokens, int from, StatementKind kind) {
        int at = from;
        while (tokens.kind(at) == TokenKind.LEFT_PARENTHESIS) {
            at++;
        }
        if (tokens.kind(at) != TokenKind.WORD) {
            return false; // {call …}
        }
        if (kind == StatementKind.QUERY) {
            return !tokens.isWord(at, "CALL")
                    && !tokens.isWord(at, "EXEC")
                    && !tokens.isWord(at, "DO")
                    && !tokens.isWord(at, "SET");
        }
        if (tokens.isWord(at, "CREATE") || tokens.isWord(at, "ALTER") || tokens.isWord(at, "DROP")) {
            return definesNamed(tokens, at + 1);
        }
        return tokens.isWord(at, "TRUNCATE")
                || tokens.isWord(at, "COMMENT")
                || tokens.isWord(at, "GRANT")
                || tokens.isWord(at, "REVOKE")
                || tokens.isWord(at, "LOCK")
                || tokens.isWord(at, "RENAME")
                || tokens.isWord(at, "ANALYZE")
                || tokens.isWord(at, "FLASHBACK")
                || tokens.isWord(at, "PURGE");
    }

    private static boolean definesNamed(Tokens tokens, int from) {
        for (int at = from; at < from + 8 && tokens.kind(at) == TokenKind.WORD; at++) {
            if (tokens.isWord(at, "TABLE")
                    || tokens.isWord(at, "VIEW")
                    || tokens.isWord(at, "INDEX")
                    || tokens.isWord(at, "SEQUENCE")
                    || tokens.isWord(at, "SYNONYM")
                    || tokens.isWord(at, "LINK")
                    || tokens.isWord(at, "CLUSTER")
                    || tokens.isWord(at, "DOMAIN")) {
                return true;
            }
        }
        return false;
    }
}
