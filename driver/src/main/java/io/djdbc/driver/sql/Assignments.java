package io.djdbc.driver.sql;

import java.util.BitSet;

/** Tells the {@code =} of {@code SET name = value} from comparisons, for one statement; found in one pass. */
final class Assignments {
    private final Tokens tokens;
    private final Expressions expressions;
    private final BitSet found = new BitSet(0);

    /** By depth of parentheses and CASEs: in the clause, and before the next {@code =} of it. */
    private final BitSet inClause = new BitSet(0);

    private final BitSet expected = new BitSet(0);
    private final BitSet isCase = new BitSet(0);
    private int depth;

    Assignments(Expressions expressions) {
        this.tokens = expressions.tokens;
        this.expressions = expressions;
        if (expressions.isAssigning()) {
            for (int at = expressions.from; at < expressions.to; at++) {
                see(at);
            }
        }
    }

    /** Whether this token assigns. */
    boolean isAssignment(int at) {
        return found.get(at);
    }

    private void see(int at) {
        switch (tokens.kind(at)) {
            case TokenKind.LEFT_PARENTHESIS, TokenKind.LEFT_BRACE -> open();
            case TokenKind.RIGHT_PARENTHESIS, TokenKind.RIGHT_BRACE -> depth = Math.max(0, depth - 1);
            case TokenKind.COMMA -> expected.set(depth, inClause.get(depth));
            case TokenKind.OPERATOR -> {
                if (tokens.isOperator(at, "=")) {
                    found.set(at, expected.get(depth));
                    expected.clear(depth);
                }
            }
            case TokenKind.WORD -> word(expressions.keyword(at));
            default -> {}
        }
    }

    private void open() {
        depth++;
        inClause.clear(depth);
        expected.clear(depth);
        isCase.clear(depth);
    }

    private void word(Keyword keyword) {
        switch (keyword) {
            case CASE -> {
                open();
                isCase.set(depth);
            }
            case END -> {
                if (isCase.get(depth)) {
                    depth = Math.max(0, depth - 1);
                }
            }
            case SET -> {
                inClause.set(depth);
                expected.set(depth);
            }
            case WHERE, RETURNING, FROM, WHEN, DELETE -> {
                inClause.clear(depth);
                expected.clear(depth);
            }
            default -> {}
        }
    }
}
