package io.djdbc.driver.sql;

import java.util.HashMap;
import java.util.Map;

/** Writes {@code CASE x WHEN '' THEN …} with conditions. */
final class EmptyCase {
    private final StatementCopy copy;
    private final Tokens tokens;
    private final Expressions expressions;
    private final EmptyOperands empties;
    private final Output out;

    /** By WHEN, what comes between it and its value. */
    private final Map<Integer, Fragment> operands = new HashMap<>();

    EmptyCase(StatementCopy copy) {
        this.copy = copy;
        this.tokens = copy.tokens;
        this.expressions = copy.expressions;
        this.empties = copy.empties;
        this.out = copy.out;
    }

    /** From CASE to its first WHEN. */
    int begin(int at) {
        int when = expressions.nextWhen(at);
        if (when == Expressions.NONE || when == at + 1) {
            return copy.token(at);
        }
        boolean operandEmpty = empties.possibleEnd(at + 1) + 1 == when && empties.isEmpty(at + 1);
        boolean concerned = operandEmpty;
        int whens = 0;
        for (int w = when; w != Expressions.NONE; w = expressions.nextWhen(w)) {
            if (expressions.then(w) == Expressions.NONE) {
                return copy.token(at);
            }
            concerned |= isEmptyValue(w);
            whens++;
        }
        boolean parameter = false;
        for (int i = at + 1; i < when; i++) {
            parameter |= tokens.kind(i) == TokenKind.PARAMETER;
        }
        if (!concerned || parameter && !operandEmpty && whens > 1) {
            return copy.token(at);
        }
        copy.change();
        copy.token(at);
        int start = out.length();
        copy.write(at + 1, when);
        Fragment operand = out.cut(start);
        Fragment stripped = operandEmpty
                ? new Fragment("", new int[0])
                : new Fragment(operand.text().strip(), operand.parameters());
        for (int w = when; w != Expressions.NONE; w = expressions.nextWhen(w)) {
            operands.put(w, stripped);
        }
        return when;
    }

    private boolean isEmptyValue(int when) {
        return empties.possibleEnd(when + 1) + 1 == expressions.then(when) && empties.isEmpty(when + 1);
    }

    /** From a WHEN to its THEN, if its CASE is written with conditions. */
    int when(int at) {
        Fragment operand = operands.get(at);
        if (operand == null) {
            return copy.token(at);
        }
        copy.token(at);
        int then = expressions.then(at);
        boolean emptyValue = isEmptyValue(at);
        if (operand.text().isEmpty()) {
            if (emptyValue) {
                out.append(" '' IS NULL");
            } else {
                copy.write(at + 1, then);
                out.append(copy.blank() + "IS NULL");
            }
            return then;
        }
        out.append(" ").append(operand);
        if (emptyValue) {
            out.append(" IS NULL");
            copy.comments(at + 1, then);
        } else {
            out.append(" =");
            copy.write(at + 1, then);
        }
        return then;
    }
}
