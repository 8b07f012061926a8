package io.djdbc.driver.sql;

/**
 * Writes one statement anew so that a comparison with '' finds what is stored as NULL. Each comparison is written where
 * its second operand is known, so that one pass does. Used once.
 */
final class EmptyStringWalk extends StatementCopy {
    private static final int DEEPEST = 200;

    private final EmptyCase cases = new EmptyCase(this);
    private final EmptyRange ranges = new EmptyRange(this);
    private final EmptyPattern patterns = new EmptyPattern(this);
    private final EmptyList lists;
    private final EmptyComparison comparisons;
    private int depth;

    /**
     * @param out where the text before this statement is
     * @param outStarts by token, where it is in the output
     */
    EmptyStringWalk(
            Tokens tokens,
            int from,
            int to,
            Expressions expressions,
            EmptyOperands empties,
            Output out,
            int[] outStarts) {
        super(tokens, from, to, expressions, empties, out, outStarts);
        EmptyRow rows = new EmptyRow(this);
        lists = new EmptyList(this, rows);
        comparisons = new EmptyComparison(this, lists, rows);
    }

    @Override
    void write(int first, int end) {
        depth++;
        int at = first;
        while (at < end) {
            at = depth > DEEPEST ? token(at) : step(at);
        }
        depth--;
    }

    private int step(int at) {
        byte kind = tokens.kind(at);
        if (kind == TokenKind.OPERATOR && expressions.isComparison(at)) {
            return assignments.isAssignment(at) ? token(at) : comparisons.comparison(at);
        }
        if (kind == TokenKind.WORD) {
            return word(at);
        }
        boolean mayBeEmpty =
                kind == TokenKind.STRING || kind == TokenKind.PARAMETER || kind == TokenKind.LEFT_PARENTHESIS;
        return mayBeEmpty ? comparisons.leftOperand(at) : token(at);
    }

    private int word(int at) {
        int when = cases.when(at);
        if (when > 0) {
            return when;
        }
        if (expressions.isKeyword(at, "CASE")) {
            return cases.begin(at);
        }
        if (expressions.isKeyword(at, "IN")) {
            return lists.in(at);
        }
        if (expressions.isKeyword(at, "BETWEEN")) {
            return ranges.between(at);
        }
        if (tokens.kind(at + 1) == TokenKind.LEFT_PARENTHESIS && expressions.isKeyword(at, "REGEXP_LIKE")) {
            return patterns.regexp(at);
        }
        boolean like = expressions.isKeyword(at, "LIKE")
                || expressions.isKeyword(at, "LIKEC")
                || expressions.isKeyword(at, "LIKE2")
                || expressions.isKeyword(at, "LIKE4");
        return like ? patterns.like(at) : comparisons.leftOperand(at);
    }
}
