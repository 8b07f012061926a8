package io.djdbc.driver.sql;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes one statement anew so that a comparison with '' finds what is stored as NULL. Each comparison is written where
 * its second operand is known, so that one pass does. Used once.
 */
final class EmptyStringWalk {
    private final Tokens tokens;
    private final int from;
    private final int to;
    private final Expressions expressions;
    private final EmptyOperands empties;
    private final Output out;
    private final int[] outStarts;
    private final Map<Integer, Fragment> caseOperands = new HashMap<>();
    private final Assignments assignments;
    private boolean changed;
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
        this.tokens = tokens;
        this.from = from;
        this.to = to;
        this.expressions = expressions;
        this.empties = empties;
        this.out = out;
        this.outStarts = outStarts;
        this.assignments = new Assignments(tokens);
    }

    /** Whether the text is another now. */
    boolean run() {
        write(from, to);
        return changed;
    }

    void write(int first, int end) {
        depth++;
        int at = first;
        while (at < end) {
            at = depth > 200 ? token(at) : step(at);
        }
        depth--;
    }

    /** Writes the token as it is, and what is before it. */
    private int token(int at) {
        assignments.see(at);
        space(at);
        outStarts[at] = out.length();
        if (tokens.kind(at) == TokenKind.PARAMETER) {
            out.parameter(tokens.parameterNumber(at));
        } else {
            out.append(tokens.sql(), tokens.start(at), tokens.end(at));
        }
        return at + 1;
    }

    private void space(int at) {
        out.append(tokens.sql(), at == 0 ? 0 : tokens.end(at - 1), tokens.start(at));
    }

    /** Comments before tokens that are left out stay. */
    private void comments(int first, int end) {
        for (int at = first; at < end; at++) {
            int start = tokens.end(at - 1);
            for (int i = start; i < tokens.start(at); i++) {
                if (tokens.sql().charAt(i) > ' ') {
                    out.append(tokens.sql(), start, tokens.start(at));
                    break;
                }
            }
        }
    }

    private int step(int at) {
        byte kind = tokens.kind(at);
        if (kind == TokenKind.OPERATOR && expressions.isComparison(at)) {
            return assignments.isAssignment(at) ? token(at) : comparison(at);
        }
        if (kind == TokenKind.WORD) {
            return word(at);
        }
        boolean mayBeEmpty =
                kind == TokenKind.STRING || kind == TokenKind.PARAMETER || kind == TokenKind.LEFT_PARENTHESIS;
        return mayBeEmpty ? leftOperand(at) : token(at);
    }

    private int word(int at) {
        Fragment operand = caseOperands.get(at);
        if (operand != null) {
            return when(at, operand);
        }
        if (expressions.isKeyword(at, "CASE")) {
            return simpleCase(at);
        }
        if (expressions.isKeyword(at, "IN")) {
            return in(at);
        }
        if (expressions.isKeyword(at, "BETWEEN")) {
            return between(at);
        }
        boolean like = expressions.isKeyword(at, "LIKE")
                || expressions.isKeyword(at, "LIKEC")
                || expressions.isKeyword(at, "LIKE2")
                || expressions.isKeyword(at, "LIKE4");
        return like ? like(at) : leftOperand(at);
    }

    // ---- comparisons

    /** '' = x */
    private int leftOperand(int at) {
        if (!expressions.isBoundary(at - 1) || tokens.kind(at - 1) == TokenKind.RIGHT_PARENTHESIS) {
            return token(at);
        }
        int last = empties.possibleEnd(at);
        if (last < 0) {
            return token(at);
        }
        int operator = last + 1;
        boolean in = expressions.isKeyword(operator, "IN")
                || expressions.isKeyword(operator, "NOT") && expressions.isKeyword(operator + 1, "IN");
        boolean compared = expressions.isComparison(operator) && !assignments.isAssignment(operator);
        if (operator >= to || !in && !compared || !empties.isEmpty(at)) {
            return token(at);
        }
        if (in) {
            return emptyIn(at, operator);
        }
        int right = operator + 1;
        int end = expressions.operandEnd(right);
        boolean quantified = tokens.isWord(right, "ANY") || tokens.isWord(right, "ALL") || tokens.isWord(right, "SOME");
        if (end == right || quantified || empties.isEmpty(right) && empties.possibleEnd(right) + 1 == end) {
            return token(at);
        }
        String mirrored = mirrored(tokens.text(operator));
        space(at);
        comments(at + 1, right);
        int start = out.length();
        write(right, end);
        isNull(start, mirrored);
        return end;
    }

    private static String mirrored(String operator) {
        return switch (operator) {
            case "<" -> ">";
            case ">" -> "<";
            case "<=" -> ">=";
            case ">=" -> "<=";
            default -> operator;
        };
    }

    /** x = '' */
    private int comparison(int at) {
        int right = at + 1;
        if (tokens.kind(at - 1) == TokenKind.RIGHT_PARENTHESIS && tokens.kind(right) == TokenKind.LEFT_PARENTHESIS) {
            int rows = rows(at, right);
            if (rows > 0) {
                return rows;
            }
        }
        int last = empties.possibleEnd(right);
        if (last < 0 || !expressions.isBoundary(last + 1) || !empties.isEmpty(right)) {
            return token(at);
        }
        int left = expressions.operandStart(at - 1);
        if (left >= at) {
            return token(at);
        }
        String operator = tokens.text(at);
        if ((operator.equals("<") || operator.equals(">=")) && out.hasParametersFrom(outStarts[left])) {
            return token(at);
        }
        assignments.see(at);
        space(at);
        isNull(outStarts[left], operator);
        comments(right, last + 1);
        return last + 1;
    }

    /** Writes the comparison of what was written last with ''. */
    private void isNull(int start, String operator) {
        changed = true;
        switch (operator) {
            case "=", "<=" -> out.append(blank() + "IS NULL");
            case ">=", "<" -> {
                Fragment operand = out.cut(start);
                out.append("(").append(operand);
                out.append(blank() + "IS NULL " + (operator.equals("<") ? "AND " : "OR "));
                out.append(new Fragment(operand.text(), new int[0]));
                out.append(blank() + "IS NOT NULL)");
            }
            default -> out.append(blank() + "IS NOT NULL"); // <>, !=, ^=, >
        }
    }

    private String blank() {
        return out.endsWithSpace() ? "" : " ";
    }

    /** x LIKE '' */
    private int like(int at) {
        int last = empties.possiblePatternEnd(at + 1);
        if (last < 0) {
            return token(at);
        }
        int end = last + 1;
        if (expressions.isKeyword(end, "ESCAPE")) {
            end = expressions.operandEnd(end + 1);
            for (int i = last + 1; i < end; i++) {
                if (tokens.kind(i) == TokenKind.PARAMETER) {
                    return token(at);
                }
            }
        }
        if (!expressions.isBoundary(end)) {
            return token(at);
        }
        boolean not = at - 1 >= from && expressions.isKeyword(at - 1, "NOT");
        if (!not && empties.isPattern(at + 1)) {
            return pattern(at, end);
        }
        boolean empty = empties.possibleEnd(at + 1) >= 0 && empties.isEmpty(at + 1);
        if (!empty) {
            return token(at); // NOT LIKE '%' is right as it is
        }
        space(at);
        takeBackNot(at);
        changed = true;
        out.append(blank() + (not ? "IS NOT NULL" : "IS NULL"));
        comments(at + 1, end);
        return end;
    }

    /** x LIKE '%', which '' is too */
    private int pattern(int at, int end) {
        int left = expressions.operandStart(at - 1);
        if (left >= at || out.hasParametersFrom(outStarts[left])) {
            return token(at);
        }
        if (isNullToo(left, at, end)) {
            return token(at); // written so before
        }
        changed = true;
        Fragment operand = out.cut(outStarts[left]);
        out.append("(").append(operand);
        copy(at, end);
        out.append(" OR ").append(operand.text());
        out.append(blank() + "IS NULL)");
        return end;
    }

    /** Writes tokens as they are. */
    private void copy(int first, int end) {
        for (int at = first; at < end; at++) {
            token(at);
        }
    }

    /** Whether {@code (x LIKE y OR x IS NULL)} is what is there. */
    private boolean isNullToo(int left, int at, int end) {
        int length = at - left;
        if (!expressions.isKeyword(end, "OR")
                || tokens.kind(left - 1) != TokenKind.LEFT_PARENTHESIS
                || !tokens.isWord(end + length + 1, "IS")
                || !tokens.isWord(end + length + 2, "NULL")) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!tokens.text(left + i).equals(tokens.text(end + 1 + i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether NOT is before a keyword; it is removed from the output then. */
    private boolean takeBackNot(int at) {
        if (at - 1 < from || !expressions.isKeyword(at - 1, "NOT")) {
            return false;
        }
        out.cut(outStarts[at - 1]);
        return true;
    }

    /** x BETWEEN '' AND y */
    private int between(int at) {
        int last = empties.possibleEnd(at + 1);
        if (last < 0 || !expressions.isKeyword(last + 1, "AND")) {
            return token(at);
        }
        boolean not = at - 1 >= from && expressions.isKeyword(at - 1, "NOT");
        int left = expressions.operandStart(not ? at - 2 : at - 1);
        int right = last + 2;
        int end = expressions.operandEnd(right);
        boolean simple = left < at && !out.hasParametersFrom(outStarts[left]);
        if (!empties.isEmpty(at + 1) || !simple) {
            return token(at);
        }
        changed = true;
        takeBackNot(at);
        if (empties.possibleEnd(right) + 1 == end && empties.isEmpty(right)) {
            out.append(blank() + (not ? "IS NOT NULL" : "IS NULL"));
            return end;
        }
        Fragment operand = out.cut(outStarts[left]);
        if (not) {
            out.append(operand);
            out.append(blank() + ">");
            write(right, end);
        } else {
            out.append("(").append(operand.text() + " IS NULL OR ").append(operand);
            out.append(blank() + "<=");
            write(right, end);
            out.append(")");
        }
        return end;
    }

    // ---- lists

    /** x IN ('', 'a') */
    private int in(int at) {
        int open = at + 1;
        if (tokens.kind(open) != TokenKind.LEFT_PARENTHESIS
                || expressions.isKeyword(open + 1, "SELECT")
                || expressions.isKeyword(open + 1, "WITH")) {
            return token(at);
        }
        boolean not = at - 1 >= from && expressions.isKeyword(at - 1, "NOT");
        int leftLast = not ? at - 2 : at - 1;
        int left = expressions.operandStart(leftLast);
        if (left > leftLast || expressions.isKeyword(left - 1, "FOR")) { // PIVOT (… FOR x IN (…))
            return token(at);
        }
        if (isRow(left, leftLast)) {
            return rowIn(at, left, leftLast, not);
        }
        int close = expressions.match(open);
        BitSet empty = new BitSet();
        int count = 0;
        for (int e = open + 1; e < close; e = expressions.elementEnd(e, close) + 1) {
            int end = expressions.elementEnd(e, close);
            if (empties.possibleEnd(e) + 1 == end && empties.isEmpty(e)) {
                empty.set(count);
            }
            count++;
        }
        if (empty.isEmpty()) {
            return token(at);
        }
        boolean all = empty.cardinality() == count;
        boolean once = !all && out.hasParametersFrom(outStarts[left]);
        if (once && !isParameter(left, leftLast)) {
            return token(at);
        }
        changed = true;
        if (not) {
            dropNot(at);
        }
        if (all) {
            out.append(blank() + (not ? "IS NOT NULL" : "IS NULL"));
            return close + 1;
        }
        Fragment operand = out.cut(outStarts[left]);
        if (!once) { // a bound value that is not '' is in no list because of its ''
            out.append("(");
        }
        out.append(operand);
        out.append(blank() + (not ? "NOT IN (" : "IN ("));
        boolean first = true;
        int number = 0;
        for (int e = open + 1; e < close; e = expressions.elementEnd(e, close) + 1) {
            if (!empty.get(number++)) {
                out.append(first ? "" : ",");
                write(e, expressions.elementEnd(e, close));
                first = false;
            }
        }
        out.append(")");
        if (!once) {
            out.append(not ? " AND " : " OR ").append(operand.text());
            out.append(blank() + (not ? "IS NOT NULL)" : "IS NULL)"));
        }
        return close + 1;
    }

    private boolean isParameter(int first, int last) {
        return first == last && tokens.kind(first) == TokenKind.PARAMETER;
    }

    private void dropNot(int at) {
        out.cut(outStarts[at - 1]);
    }

    /** '' IN (x, y) */
    private int emptyIn(int at, int operator) {
        boolean not = expressions.isKeyword(operator, "NOT");
        int open = operator + (not ? 2 : 1);
        if (tokens.kind(open) != TokenKind.LEFT_PARENTHESIS
                || expressions.isKeyword(open + 1, "SELECT")
                || expressions.isKeyword(open + 1, "WITH")) {
            return token(at);
        }
        int close = expressions.match(open);
        changed = true;
        space(at);
        out.append("(");
        for (int e = open + 1; e < close; e = expressions.elementEnd(e, close) + 1) {
            out.append(e == open + 1 ? "" : not ? " AND" : " OR");
            write(e, expressions.elementEnd(e, close));
            out.append(blank() + (not ? "IS NOT NULL" : "IS NULL"));
        }
        out.append(")");
        return close + 1;
    }

    // ---- rows

    /** Whether an operand is a list in parentheses, and not a function's. */
    private boolean isRow(int first, int last) {
        return tokens.kind(first) == TokenKind.LEFT_PARENTHESIS
                && expressions.match(first) == last
                && !expressions.isKeyword(first + 1, "SELECT")
                && expressions.elementEnd(first + 1, last) < last;
    }

    /** (a, b) = ('', 'x'); 0 if these are no rows, or nothing in them is empty. */
    private int rows(int at, int right) {
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
        changed = true;
        Fragment[] elements = takeBack(left);
        out.append("(");
        row(elements, left, right, equal);
        out.append(")");
        return rightClose + 1;
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
            found |= isEmptyElement(e, close);
        }
        return found;
    }

    private boolean isEmptyElement(int first, int close) {
        return empties.possibleEnd(first) + 1 == expressions.elementEnd(first, close) && empties.isEmpty(first);
    }

    /** The elements of a row that is the last that was written, which is taken back. */
    private Fragment[] takeBack(int open) {
        int close = expressions.match(open);
        int[] starts = new int[size(open)];
        int count = 0;
        for (int e = open + 1; e < close; e = expressions.elementEnd(e, close) + 1) {
            starts[count++] = outStarts[e];
        }
        Fragment[] elements = new Fragment[count];
        while (count > 0) {
            Fragment element = out.cut(starts[--count]);
            String text = element.text();
            int end = text.lastIndexOf(count == elements.length - 1 ? ')' : ',');
            elements[count] =
                    new Fragment(end < 0 ? text : text.substring(0, end).stripTrailing(), element.parameters());
        }
        out.cut(outStarts[open]);
        return elements;
    }

    /** The comparison of two rows element by element. */
    private void row(Fragment[] left, int leftOpen, int rightOpen, boolean equal) {
        int leftClose = expressions.match(leftOpen);
        int close = expressions.match(rightOpen);
        int l = leftOpen + 1;
        int number = 0;
        for (int e = rightOpen + 1; e < close; e = expressions.elementEnd(e, close) + 1) {
            out.append(number == 0 ? "" : equal ? " AND " : " OR ");
            boolean leftEmpty = isEmptyElement(l, leftClose);
            if (isEmptyElement(e, close)) {
                if (leftEmpty) {
                    out.append("''");
                } else {
                    out.append(left[number]);
                }
                out.append(equal ? " IS NULL" : " IS NOT NULL");
            } else if (leftEmpty) {
                int start = out.length();
                write(e, expressions.elementEnd(e, close));
                Fragment right = out.cut(start);
                out.append(new Fragment(right.text().strip(), right.parameters()));
                out.append(equal ? " IS NULL" : " IS NOT NULL");
            } else {
                out.append(left[number]);
                out.append(equal ? " = " : " <> ");
                int start = out.length();
                write(e, expressions.elementEnd(e, close));
                Fragment right = out.cut(start);
                out.append(new Fragment(right.text().strip(), right.parameters()));
            }
            l = expressions.elementEnd(l, leftClose) + 1;
            number++;
        }
    }

    /** (a, b) IN (('', 'x'), ('y', 'z')) */
    private int rowIn(int at, int left, int leftLast, boolean not) {
        int open = at + 1;
        int close = expressions.match(open);
        boolean leftEmpty = hasEmpty(left);
        BitSet special = new BitSet();
        int count = 0;
        for (int e = open + 1; e < close; e = expressions.elementEnd(e, close) + 1) {
            int end = expressions.elementEnd(e, close);
            if (!isRow(e, end - 1) || size(e) != size(left)) {
                return token(at);
            }
            if (hasEmpty(e) | leftEmpty) {
                special.set(count);
            }
            count++;
        }
        int start = outStarts[left];
        boolean once = count == 1;
        if (special.isEmpty() || !once && out.hasParametersFrom(start)) {
            return token(at);
        }
        changed = true;
        if (not) {
            dropNot(at);
        }
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
                    write(e, expressions.elementEnd(e, close));
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

    // ---- CASE x WHEN ''

    private int simpleCase(int at) {
        int when = expressions.nextWhen(at);
        if (when == Expressions.NONE || when == at + 1) {
            return token(at);
        }
        boolean operandEmpty = empties.possibleEnd(at + 1) + 1 == when && empties.isEmpty(at + 1);
        boolean concerned = operandEmpty;
        int whens = 0;
        for (int w = when; w != Expressions.NONE; w = expressions.nextWhen(w)) {
            if (expressions.then(w) == Expressions.NONE) {
                return token(at);
            }
            concerned |= isEmptyValue(w);
            whens++;
        }
        boolean parameter = false;
        for (int i = at + 1; i < when; i++) {
            parameter |= tokens.kind(i) == TokenKind.PARAMETER;
        }
        if (!concerned || parameter && !operandEmpty && whens > 1) {
            return token(at);
        }
        changed = true;
        token(at);
        int start = out.length();
        write(at + 1, when);
        Fragment operand = out.cut(start);
        Fragment stripped = operandEmpty
                ? new Fragment("", new int[0])
                : new Fragment(operand.text().strip(), operand.parameters());
        for (int w = when; w != Expressions.NONE; w = expressions.nextWhen(w)) {
            caseOperands.put(w, stripped);
        }
        return when;
    }

    private boolean isEmptyValue(int when) {
        return empties.possibleEnd(when + 1) + 1 == expressions.then(when) && empties.isEmpty(when + 1);
    }

    private int when(int at, Fragment operand) {
        token(at);
        int then = expressions.then(at);
        boolean emptyValue = isEmptyValue(at);
        if (operand.text().isEmpty()) {
            if (emptyValue) {
                out.append(" '' IS NULL");
            } else {
                write(at + 1, then);
                out.append(blank() + "IS NULL");
            }
            return then;
        }
        out.append(" ").append(operand);
        if (emptyValue) {
            out.append(" IS NULL");
            comments(at + 1, then);
        } else {
            out.append(" =");
            write(at + 1, then);
        }
        return then;
    }
}
