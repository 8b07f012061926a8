package io.djdbc.driver.sql;

/** Writes {@code x LIKE ''}, a LIKE whose pattern '' matches too, and REGEXP_LIKE with an empty pattern. */
final class EmptyPattern {
    private final StatementCopy copy;
    private final Tokens tokens;
    private final Expressions expressions;
    private final EmptyOperands empties;
    private final Output out;

    EmptyPattern(StatementCopy copy) {
        this.copy = copy;
        this.tokens = copy.tokens;
        this.expressions = copy.expressions;
        this.empties = copy.empties;
        this.out = copy.out;
    }

    /** x LIKE '' */
    int like(int at) {
        int last = empties.possiblePatternEnd(at + 1);
        if (last < 0) {
            return copy.token(at);
        }
        int end = last + 1;
        if (expressions.isKeyword(end, Keyword.ESCAPE)) {
            end = expressions.operandEnd(end + 1);
        }
        if (!expressions.isBoundary(end)) {
            return copy.token(at);
        }
        boolean not = copy.isNegated(at);
        if (!not && empties.isPattern(at + 1, last)) {
            return pattern(at, end);
        }
        boolean empty = empties.possibleEnd(at + 1) == last && empties.isEmpty(at + 1);
        if (!empty) {
            return copy.token(at); // NOT LIKE '%' is right as it is
        }
        copy.space(at);
        copy.takeBackNot(at);
        copy.change();
        out.append(copy.blank() + (not ? "IS NOT NULL" : "IS NULL"));
        copy.comments(at + 1, end);
        return end;
    }

    /** x LIKE '%', which '' is too */
    private int pattern(int at, int end) {
        int left = expressions.operandStart(at - 1);
        boolean operator = tokens.kind(at - 1) == TokenKind.OPERATOR && tokens.first(at - 1) != ']';
        if (left >= at || operator || out.hasParametersFrom(out.start(left))) {
            return copy.token(at);
        }
        if (isNullToo(left, at, end)) {
            return copy.token(at); // written so before
        }
        copy.change();
        Fragment operand = out.cut(out.start(left));
        out.append("(").append(operand);
        out.copy(at, end);
        out.append(" OR ").append(operand.text());
        out.append(copy.blank() + "IS NULL)");
        return end;
    }

    /** Whether {@code (x LIKE y OR x IS NULL)} is what is there. */
    private boolean isNullToo(int left, int at, int end) {
        int length = at - left;
        if (!expressions.isKeyword(end, Keyword.OR)
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

    /** REGEXP_LIKE(x, ''), which is found in every text. */
    int regexp(int at) {
        int open = at + 1;
        if (tokens.kind(open) != TokenKind.LEFT_PARENTHESIS) {
            return copy.token(at);
        }
        int close = expressions.match(open);
        int comma = expressions.elementEnd(open + 1, close);
        int second = comma < close ? expressions.elementEnd(comma + 1, close) : close;
        if (comma >= close || hasParameter(open, comma) || hasParameter(second, close)) {
            return copy.token(at);
        }
        if (empties.possibleEnd(comma + 1) + 1 != second || !empties.isEmpty(comma + 1)) {
            return copy.token(at);
        }
        copy.change();
        copy.space(at);
        out.append("(");
        int start = out.length();
        copy.write(open + 1, comma);
        String operand = out.cut(start).text();
        out.append(operand).append(" IS NULL OR ").append(operand).append(" IS NOT NULL)");
        return close + 1;
    }

    private boolean hasParameter(int first, int end) {
        for (int i = first; i < end; i++) {
            if (tokens.kind(i) == TokenKind.PARAMETER) {
                return true;
            }
        }
        return false;
    }
}
