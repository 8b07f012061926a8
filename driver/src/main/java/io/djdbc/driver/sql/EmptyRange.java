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

    /** x BETWEEN '' AND y */
    int between(int at) {
        int last = empties.possibleEnd(at + 1);
        if (last < 0 || !expressions.isKeyword(last + 1, "AND")) {
            return copy.token(at);
        }
        boolean not = copy.isNegated(at);
        int left = expressions.operandStart(not ? at - 2 : at - 1);
        int right = last + 2;
        int end = expressions.operandEnd(right);
        boolean simple = left < at && !out.hasParametersFrom(copy.outStarts[left]);
        if (!empties.isEmpty(at + 1) || !simple) {
            return copy.token(at);
        }
        copy.change();
        copy.takeBackNot(at);
        if (empties.possibleEnd(right) + 1 == end && empties.isEmpty(right)) {
            out.append(copy.blank() + (not ? "IS NOT NULL" : "IS NULL"));
            return end;
        }
        Fragment operand = out.cut(copy.outStarts[left]);
        if (not) {
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
}
