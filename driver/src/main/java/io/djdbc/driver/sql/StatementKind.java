package io.djdbc.driver.sql;

/** What of a statement the rewrites may touch. */
enum StatementKind {
    /** Queries and changes of rows. */
    QUERY,
    /** Everything else that is SQL: definitions, transactions, settings. LIKE in it is left alone. */
    OTHER,
    /** Procedures, triggers and blocks of a database's programming language: nothing is touched, to the end of the text. */
    PROGRAM;

    /** The kind of the statement that begins at a token. */
    static StatementKind of(Tokens tokens, int from, boolean programBlocks) {
        int at = from;
        while (isOpening(tokens.kind(at))) {
            at++;
        }
        byte kind = tokens.kind(at);
        if (kind == TokenKind.PARAMETER || tokens.kind(at - 1) == TokenKind.LEFT_BRACE && at > from) {
            return QUERY; // {? = call f(?)}
        }
        if (kind != TokenKind.WORD) {
            return programBlocks && tokens.isOperator(at, "<") ? PROGRAM : OTHER; // <<label>>
        }
        return switch (tokens.first(at) & 0x5f) {
            case 'S' -> query(tokens, at, "SELECT", "SET");
            case 'W' ->
                tokens.isWord(at, "WITH")
                        ? declaresProgram(tokens, at + 1) ? PROGRAM : QUERY
                        : tokens.isWord(at, "WHILE") ? PROGRAM : OTHER;
            case 'I' -> tokens.isWord(at, "IF") ? PROGRAM : query(tokens, at, "INSERT", "INSERT");
            case 'U' -> query(tokens, at, "UPDATE", "UPSERT");
            case 'D' -> tokens.isWord(at, "DECLARE") && programBlocks ? PROGRAM : query(tokens, at, "DELETE", "DO");
            case 'M' -> query(tokens, at, "MERGE", "MERGE");
            case 'R' -> query(tokens, at, "REPLACE", "REPLACE");
            case 'V' -> query(tokens, at, "VALUES", "VALUES");
            case 'E' -> query(tokens, at, "EXPLAIN", "EXEC");
            case 'F' -> query(tokens, at, "FROM", "FROM");
            case 'B' -> tokens.isWord(at, "BEGIN") && (programBlocks || tokens.isWord(at + 1, "NOT")) ? PROGRAM : OTHER;
            case 'C' ->
                tokens.isWord(at, "CREATE") && definesProgram(tokens, at + 1)
                        ? PROGRAM
                        : query(tokens, at, "CALL", "CALL");
            case 'A' -> tokens.isWord(at, "ALTER") && definesProgram(tokens, at + 1) ? PROGRAM : OTHER;
            default -> OTHER;
        };
    }

    /** One past the last token of the statement that begins at a token: the semicolon's, or one past the text's last. */
    static int end(Tokens tokens, int from) {
        int at = from;
        while (at < tokens.size() && tokens.kind(at) != TokenKind.SEMICOLON) {
            at++;
        }
        return at;
    }

    /** {@code WITH FUNCTION f RETURN …}, and no common table of that name: {@code WITH function AS (…)}. */
    private static boolean declaresProgram(Tokens tokens, int at) {
        boolean named = tokens.kind(at + 1) == TokenKind.QUOTED_NAME
                || tokens.kind(at + 1) == TokenKind.WORD && !tokens.isWord(at + 1, "AS");
        return named && (tokens.isWord(at, "FUNCTION") || tokens.isWord(at, "PROCEDURE"));
    }

    private static boolean isOpening(byte kind) {
        return kind == TokenKind.LEFT_PARENTHESIS
                || kind == TokenKind.LEFT_BRACE
                || kind == TokenKind.CODE_COMMENT_START;
    }

    private static StatementKind query(Tokens tokens, int at, String word, String other) {
        return tokens.isWord(at, word) || tokens.isWord(at, other) ? QUERY : OTHER;
    }

    /** What comes first after CREATE: a kind of program, or a kind of anything else. */
    private static boolean definesProgram(Tokens tokens, int from) {
        for (int at = from; at < tokens.size() && at < from + 16; at++) {
            if (tokens.kind(at) == TokenKind.LEFT_PARENTHESIS || tokens.kind(at) == TokenKind.SEMICOLON) {
                return false;
            }
            if (tokens.kind(at) == TokenKind.WORD) {
                if (isProgram(tokens, at)) {
                    return true;
                }
                if (tokens.isWord(at, "TABLE")
                        || tokens.isWord(at, "VIEW")
                        || tokens.isWord(at, "INDEX")
                        || tokens.isWord(at, "SEQUENCE")
                        || tokens.isWord(at, "TYPE") && !tokens.isWord(at + 1, "BODY")) {
                    return false;
                }
            }
        }
        return false;
    }

    private static boolean isProgram(Tokens tokens, int at) {
        return tokens.isWord(at, "PROCEDURE")
                || tokens.isWord(at, "FUNCTION")
                || tokens.isWord(at, "TRIGGER")
                || tokens.isWord(at, "PACKAGE")
                || tokens.isWord(at, "EVENT")
                || tokens.isWord(at, "TYPE") && tokens.isWord(at + 1, "BODY");
    }
}
