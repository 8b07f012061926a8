package io.djdbc.driver.sql;

import java.util.BitSet;

/** Writes {@code x IN ('', 'a')} and {@code '' IN (x, y)}. */
final class EmptyList {
    private final StatementCopy copy;
    private final Tokens tokens;
    private final Expressions expressions;
    private final EmptyOperands empties;
    private final Output out;
    private final EmptyRow rows;

    EmptyList(StatementCopy copy, EmptyRow rows) {
        this.copy = copy;
        this.tokens = copy.tokens;
        this.expressions = copy.expressions;
        this.empties = copy.empties;
        this.out = copy.out;
        this.rows = rows;
    }

    /** x IN ('', 'a') */
    int in(int at) {
        int open = at + 1;
        if (!copy.isList(open)) {
            return copy.token(at);
        }
        boolean not = copy.isNegated(at);
        int leftLast = not ? at - 2 : at - 1;
        int left = expressions.operandStart(leftLast);
        if (left > leftLast || expressions.isKeyword(left - 1, Keyword.FOR)) { // PIVOT (… FOR x IN (…))
            return copy.token(at);
        }
        if (rows.isRow(left, leftLast)) {
            return rows.in(at, left, not);
        }
        BitSet empty = new BitSet();
        int count = 0;
        int close = expressions.match(open);
        for (int e = open + 1; e < close; e = expressions.elementEnd(e, close) + 1) {
            if (copy.isEmptyElement(e, close)) {
                empty.set(count);
            }
            count++;
        }
        if (empty.isEmpty()) {
            return copy.token(at);
        }
        int end = not ? close + 1 : copy.afterNotNull(left, leftLast, close + 1);
        boolean all = empty.cardinality() == count;
        boolean once = !all && out.hasParametersFrom(out.start(left));
        if (once && !isParameter(left, leftLast)) {
            return copy.token(at);
        }
        copy.change();
        copy.takeBackNot(at);
        if (all) {
            out.append(copy.blank() + (not ? "IS NOT NULL" : "IS NULL"));
            return end;
        }
        Fragment operand = out.cut(out.start(left));
        if (!once) { // a bound value that is not '' is in no list because of its ''
            out.append("(");
        }
        out.append(operand);
        out.append(copy.blank() + (not ? "NOT IN (" : "IN ("));
        others(open, empty);
        out.append(")");
        if (!once) {
            out.append(not ? " AND " : " OR ").append(operand.text());
            out.append(copy.blank() + (not ? "IS NOT NULL)" : "IS NULL)"));
        }
        return end;
    }

    /** The elements that are not ''. */
    private void others(int open, BitSet empty) {
        int close = expressions.match(open);
        boolean first = true;
        int number = 0;
        for (int e = open + 1; e < close; e = expressions.elementEnd(e, close) + 1) {
            if (!empty.get(number++)) {
                out.append(first ? "" : ",");
                copy.write(e, expressions.elementEnd(e, close));
                first = false;
            }
        }
    }

    private boolean isParameter(int first, int last) {
        return first == last && tokens.kind(first) == TokenKind.PARAMETER;
    }

    /** '' IN (x, y) */
    int emptyIn(int at, int operator) {
        boolean not = expressions.isKeyword(operator, Keyword.NOT);
        int open = operator + (not ? 2 : 1);
        if (!copy.isList(open)) {
            return copy.token(at);
        }
        int close = expressions.match(open);
        copy.change();
        copy.space(at);
        out.append("(");
        for (int e = open + 1; e < close; e = expressions.elementEnd(e, close) + 1) {
            out.append(e == open + 1 ? "" : not ? " AND" : " OR");
            copy.write(e, expressions.elementEnd(e, close));
            out.append(copy.blank() + (not ? "IS NOT NULL" : "IS NULL"));
        }
        out.append(")");
        return close + 1;
    }
}
