package io.djdbc.driver.sql;

/** Writes {@code x BETWEEN '' AND y}: '' comes before every other text. */
final class EmptyRange {
    private final StatementCopy copy;
    private final Tokens tokens;
    private final Expressions expressions;
    private final EmptyOperands empties;
    private final Output out;

    EmptyRange(StatementCopy copy) {
        this.copy = copy;
        this.tokens = copy.tokens;
        this.expressions = copy.expressions;
        this.empties = copy.empties;
        this.out = copy.out;
    }

    /** x BETWEEN '' AND y, x BETWEEN y AND '' */
    int between(int at) {
        int and = expressions.operandEnd(at + 1);
        if (and >= expressions.to || !expressions.isKeyword(and, Keyword.AND)) {
            return copy.token(at);
        }
        int right = and + 1;
        int end = expressions.operandEnd(right);
        boolean lower = empties.possibleEnd(at + 1) + 1 == and && empties.isEmpty(at + 1);
        boolean upper = empties.possibleEnd(right) + 1 == end && empties.isEmpty(right); // asked always, as it counts
        boolean not = copy.isNegated(at);
        int leftLast = not ? at - 2 : at - 1;
        int left = expressions.operandStart(leftLast);
        if (!lower && !upper || left > leftLast) {
            return copy.token(at);
        }
        if (!upper && out.hasParametersFrom(out.start(left))) {
            return copy.token(at);
        }
        copy.change();
        copy.takeBackNot(at);
        if (lower && upper) {
            isNull(not);
            return end;
        }
        Fragment operand = out.cut(out.start(left));
        if (upper) {
            onlyEmpty(operand, at + 1, and, not);
        } else if (not) {
            out.append(operand);
            out.append(copy.blank() + ">");
            copy.write(right, end);
        } else {
            out.append("(").append(operand.text() + " IS NULL OR ").append(operand);
            out.append(copy.blank() + "<=");
            copy.write(right, end);
            out.append(")");
        }
        return end;
    }

    private void isNull(boolean not) {
        out.append(copy.blank() + (not ? "IS NOT NULL" : "IS NULL"));
    }

    /** Nothing is from anything but '' up to ''. */
    private void onlyEmpty(Fragment operand, int lower, int lowerEnd, boolean not) {
        out.append("(").append(operand);
        isNull(not);
        out.append(not ? " OR" : " AND");
        copy.write(lower, lowerEnd);
        isNull(not);
        out.append(")");
    }
}
