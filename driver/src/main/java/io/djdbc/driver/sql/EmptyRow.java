package io.djdbc.driver.sql;

import java.util.BitSet;

/** Writes comparisons of rows in which something is '' element by element. */
final class EmptyRow {
    private final StatementCopy copy;
    private final Tokens tokens;
    private final Expressions expressions;
    private final EmptyOperands empties;
    private final Output out;

    EmptyRow(StatementCopy copy) {
        this.copy = copy;
        this.tokens = copy.tokens;
        this.expressions = copy.expressions;
        this.empties = copy.empties;
        this.out = copy.out;
    }

    /** Whether an operand is a list in parentheses, and not a function's. */
    boolean isRow(int first, int last) {
        return tokens.kind(first) == TokenKind.LEFT_PARENTHESIS
                && expressions.match(first) == last
                && !expressions.isKeyword(first + 1, Keyword.SELECT)
                && expressions.elementEnd(first + 1, last) < last;
    }

    /** (a, b) = ('', 'x'); 0 if these are no rows, or nothing in them is empty. */
    int compared(int at, int right) {
        int leftClose = at - 1;
        int left = expressions.match(leftClose);
        int rightClose = expressions.match(right);
        if (expressions.operandStart(leftClose) != left
                || !isRow(left, leftClose)
                || !isRow(right, rightClose)
                || !expressions.isBoundary(rightClose + 1)) {
            return 0;
        }
        boolean equal = tokens.isOperator(at, "=");
        boolean unequal = tokens.isOperator(at, "<>") || tokens.isOperator(at, "!=") || tokens.isOperator(at, "^=");
        if (!equal && !unequal || !hasEmpty(left) & !hasEmpty(right) || size(left) != size(right)) {
            return 0;
        }
        copy.change();
        Fragment[] elements = takeBack(left);
        out.append("(");
        row(elements, left, right, equal);
        out.append(")");
        return rightClose + 1;
    }

    /** (a, b) IN (('', 'x'), ('y', 'z')) */
    int in(int at, int left, boolean not) {
        int open = at + 1;
        int close = expressions.match(open);
        boolean leftEmpty = hasEmpty(left);
        BitSet special = new BitSet();
        int count = 0;
        for (int e = open + 1; e < close; e = expressions.elementEnd(e, close) + 1) {
            int end = expressions.elementEnd(e, close);
            if (!isRow(e, end - 1) || size(e) != size(left)) {
                return copy.token(at);
            }
            if (hasEmpty(e) | leftEmpty) {
                special.set(count);
            }
            count++;
        }
        int start = out.start(left);
        boolean once = count == 1;
        if (special.isEmpty() || !once && out.hasParametersFrom(start)) {
            return copy.token(at);
        }
        copy.change();
        copy.takeBackNot(at);
        Fragment whole = out.cut(start);
        out.append(whole);
        Fragment[] elements = takeBack(left);
        out.append("(");
        boolean first = true;
        if (special.cardinality() < count) {
            out.append(whole.text().stripTrailing()).append(not ? " NOT IN (" : " IN (");
            int number = 0;
            for (int e = open + 1; e < close; e = expressions.elementEnd(e, close) + 1) {
                if (!special.get(number++)) {
                    out.append(first ? "" : ",");
                    copy.write(e, expressions.elementEnd(e, close));
                    first = false;
                }
            }
            out.append(")");
            first = false;
        }
        int number = 0;
        for (int e = open + 1; e < close; e = expressions.elementEnd(e, close) + 1) {
            if (special.get(number++)) {
                out.append(first ? "(" : not ? " AND (" : " OR (");
                row(elements, left, e, !not);
                out.append(")");
                first = false;
            }
        }
        out.append(")");
        return close + 1;
    }

    /** The comparison of two rows element by element. */
    private void row(Fragment[] left, int leftOpen, int rightOpen, boolean equal) {
        int leftClose = expressions.match(leftOpen);
        int close = expressions.match(rightOpen);
        int l = leftOpen + 1;
        int number = 0;
        for (int e = rightOpen + 1; e < close; e = expressions.elementEnd(e, close) + 1) {
            out.append(number == 0 ? "" : equal ? " AND " : " OR ");
            boolean leftEmpty = copy.isEmptyElement(l, leftClose);
            if (copy.isEmptyElement(e, close)) {
                if (leftEmpty) {
                    out.append("''");
                } else {
                    out.append(left[number]);
                }
                out.append(equal ? " IS NULL" : " IS NOT NULL");
            } else if (leftEmpty) {
                int start = out.length();
                copy.write(e, expressions.elementEnd(e, close));
                Fragment right = out.cut(start);
                out.append(new Fragment(right.text().strip(), right.parameters()));
                out.append(equal ? " IS NULL" : " IS NOT NULL");
            } else {
                out.append(left[number]);
                out.append(equal ? " = " : " <> ");
                int start = out.length();
                copy.write(e, expressions.elementEnd(e, close));
                Fragment right = out.cut(start);
                out.append(new Fragment(right.text().strip(), right.parameters()));
            }
            l = expressions.elementEnd(l, leftClose) + 1;
            number++;
        }
    }

    /** The elements of a row that is the last that was written, which is taken back. */
    private Fragment[] takeBack(int open) {
        int close = expressions.match(open);
        int[] starts = new int[size(open)];
        int count = 0;
        for (int e = open + 1; e < close; e = expressions.elementEnd(e, close) + 1) {
            starts[count++] = out.start(e);
        }
        Fragment[] elements = new Fragment[count];
        while (count > 0) {
            Fragment element = out.cut(starts[--count]);
            String text = element.text();
            int end = text.lastIndexOf(count == elements.length - 1 ? ')' : ',');
            elements[count] =
                    new Fragment(end < 0 ? text : text.substring(0, end).stripTrailing(), element.parameters());
        }
        out.cut(out.start(open));
        return elements;
    }

    private int size(int open) {
        int close = expressions.match(open);
        int size = 0;
        for (int e = open + 1; e < close; e = expressions.elementEnd(e, close) + 1) {
            size++;
        }
        return size;
    }

    /** Asks of all elements, so that each parameter among them is known. */
    private boolean hasEmpty(int open) {
        int close = expressions.match(open);
        boolean found = false;
        for (int e = open + 1; e < close; e = expressions.elementEnd(e, close) + 1) {
            found |= copy.isEmptyElement(e, close);
        }
        return found;
    }
}
