package io.djdbc.driver.sql;

import java.util.BitSet;

/** Tells the {@code =} of {@code SET name = value} from comparisons. Sees the tokens of a statement in order. */
final class Assignments {
    private final Tokens tokens;
    /** By depth of parentheses and CASEs: in the clause, and before the next {@code =} of it. */
    private final BitSet inClause = new BitSet();

    private final BitSet expected = new BitSet();
    private final BitSet isCase = new BitSet();
    private int depth;

    Assignments(Tokens tokens) {
        this.tokens = tokens;
    }

    void see(int at) {
        switch (tokens.kind(at)) {
            case TokenKind.LEFT_PARENTHESIS, TokenKind.LEFT_BRACE -> open();
            case TokenKind.RIGHT_PARENTHESIS, TokenKind.RIGHT_BRACE -> depth = Math.max(0, depth - 1);
            case TokenKind.COMMA -> expected.set(depth, inClause.get(depth));
            case TokenKind.OPERATOR -> {
                if (tokens.isOperator(at, "=")) {
                    expected.clear(depth);
                }
            }
            case TokenKind.WORD -> word(at);
            default -> {}
        }
    }

    private void open() {
        depth++;
        inClause.clear(depth);
        expected.clear(depth);
        isCase.clear(depth);
    }

    private void word(int at) {
        if (tokens.kind(at - 1) == TokenKind.DOT) {
            return;
        }
        if (tokens.isWord(at, "CASE")) {
            open();
            isCase.set(depth);
        } else if (tokens.isWord(at, "END") && isCase.get(depth)) {
            depth = Math.max(0, depth - 1);
        } else if (tokens.isWord(at, "SET")) {
            inClause.set(depth);
            expected.set(depth);
        } else if (tokens.isWord(at, "WHERE")
                || tokens.isWord(at, "RETURNING")
                || tokens.isWord(at, "FROM")
                || tokens.isWord(at, "WHEN")
                || tokens.isWord(at, "DELETE")) {
            inClause.clear(depth);
            expected.clear(depth);
        }
    }

    /** Whether this token assigns; only the next that was not seen yet, or one in the same expression. */
    boolean isAssignment(int at) {
        return expected.get(depth) && tokens.isOperator(at, "=");
    }
}
