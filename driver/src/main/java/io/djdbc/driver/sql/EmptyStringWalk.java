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

    /** @param out where the text before this statement is */
    EmptyStringWalk(Expressions expressions, EmptyOperands empties, Output out) {
        super(expressions, empties, out);
        EmptyRow rows = new EmptyRow(this);
        lists = new EmptyList(this, rows);
        comparisons = new EmptyComparison(this, lists, rows);
    }

    @Override
    void write(int first, int end) {
        depth++;
        int at = first;
        while (at < end) {
            int next = depth > DEEPEST ? end : expressions.nextComparison(at, end);
            out.copy(at, next);
            at = next < end ? step(next) : end;
        }
        depth--;
    }

    private int step(int at) {
        return switch (tokens.kind(at)) {
            case TokenKind.OPERATOR ->
                expressions.isComparison(at) && !assignments.isAssignment(at) ? comparisons.comparison(at) : token(at);
            case TokenKind.WORD -> keyword(at);
            default -> comparisons.leftOperand(at);
        };
    }

    private int keyword(int at) {
        return switch (expressions.keyword(at)) {
            case WHEN -> cases.when(at);
            case CASE -> cases.begin(at);
            case IN -> lists.in(at);
            case BETWEEN -> ranges.between(at);
            case REGEXP_LIKE -> patterns.regexp(at);
            case LIKE, LIKEC, LIKE2, LIKE4 -> patterns.like(at);
            default -> comparisons.leftOperand(at);
        };
    }
}
