package io.djdbc.driver.sql;

/** Writes {@code x = ''} and its like, with '' on either side. */
final class EmptyComparison {
    private final StatementCopy copy;
    private final Tokens tokens;
    private final Expressions expressions;
    private final EmptyOperands empties;
    private final Output out;
    private final EmptyList lists;
    private final EmptyRow rows;

    EmptyComparison(StatementCopy copy, EmptyList lists, EmptyRow rows) {
        this.copy = copy;
        this.tokens = copy.tokens;
        this.expressions = copy.expressions;
        this.empties = copy.empties;
        this.out = copy.out;
        this.lists = lists;
        this.rows = rows;
    }

    /** '' = x */
    int leftOperand(int at) {
        int last = empties.possibleEnd(at);
        if (last < 0 || !expressions.isBoundary(at - 1) || tokens.kind(at - 1) == TokenKind.RIGHT_PARENTHESIS) {
            return copy.token(at);
        }
        int operator = last + 1;
        boolean in = expressions.isKeyword(operator, Keyword.IN)
                || expressions.isKeyword(operator, Keyword.NOT) && expressions.isKeyword(operator + 1, Keyword.IN);
        boolean compared = expressions.isComparison(operator) && !copy.assignments.isAssignment(operator);
        if (operator >= expressions.to || !in && !compared || !empties.isEmpty(at)) {
            return copy.token(at);
        }
        if (in) {
            return lists.emptyIn(at, operator);
        }
        int right = operator + 1;
        int end = expressions.operandEnd(right);
        Keyword quantifier = expressions.keyword(right);
        boolean quantified = quantifier == Keyword.ANY || quantifier == Keyword.ALL || quantifier == Keyword.SOME;
        if (end == right || quantified || empties.isEmpty(right) && empties.possibleEnd(right) + 1 == end) {
            return copy.token(at);
        }
        String mirrored = mirrored(tokens.text(operator));
        copy.space(at);
        copy.comments(at + 1, right);
        int start = out.length();
        copy.write(right, end);
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
    int comparison(int at) {
        int right = at + 1;
        if (tokens.kind(at - 1) == TokenKind.RIGHT_PARENTHESIS && tokens.kind(right) == TokenKind.LEFT_PARENTHESIS) {
            int end = rows.compared(at, right);
            if (end > 0) {
                return end;
            }
        }
        int last = empties.possibleEnd(right);
        if (last < 0 || !expressions.isBoundary(last + 1) || !empties.isEmpty(right)) {
            return copy.token(at);
        }
        int left = expressions.operandStart(at - 1);
        if (left >= at) {
            return copy.token(at);
        }
        String operator = tokens.text(at);
        if ((operator.equals("<") || operator.equals(">=")) && out.hasParametersFrom(out.start(left))) {
            return copy.token(at);
        }
        copy.space(at);
        isNull(out.start(left), operator);
        int end = operator.equals("=") ? copy.afterNotNull(left, at - 1, last + 1) : last + 1;
        copy.comments(right, end);
        return end;
    }

    /** Writes the comparison of what was written last with ''. */
    private void isNull(int start, String operator) {
        copy.change();
        switch (operator) {
            case "=", "<=" -> out.append(copy.blank() + "IS NULL");
            case ">=", "<" -> {
                Fragment operand = out.cut(start);
                out.append("(").append(operand);
                out.append(copy.blank() + "IS NULL " + (operator.equals("<") ? "AND " : "OR "));
                out.append(new Fragment(operand.text(), new int[0]));
                out.append(copy.blank() + "IS NOT NULL)");
            }
            default -> out.append(copy.blank() + "IS NOT NULL"); // <>, !=, ^=, >
        }
    }
}
