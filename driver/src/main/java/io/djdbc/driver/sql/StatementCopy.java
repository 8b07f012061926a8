package io.djdbc.driver.sql;

/**
 * A statement that is written anew, token by token: what is not looked at is copied, and what was written last can be
 * taken back. Used once.
 */
abstract class StatementCopy {
    final Tokens tokens;
    final Expressions expressions;
    final EmptyOperands empties;
    final Assignments assignments;
    final Output out;

    private boolean changed;

    /** @param out where the text before this statement is */
    StatementCopy(Expressions expressions, EmptyOperands empties, Output out) {
        this.tokens = expressions.tokens;
        this.expressions = expressions;
        this.empties = empties;
        this.out = out;
        this.assignments = new Assignments(expressions);
    }

    /** Writes the tokens from the first to before the end, with what becomes of them. */
    abstract void write(int first, int end);

    final boolean isChanged() {
        return changed;
    }

    final void change() {
        changed = true;
    }

    /** Writes the token as it is, and what is before it. */
    final int token(int at) {
        out.copy(at, at + 1);
        return at + 1;
    }

    final void space(int at) {
        out.append(tokens.sql(), at == 0 ? 0 : tokens.end(at - 1), tokens.start(at));
    }

    /** Comments before tokens that are left out stay. */
    final void comments(int first, int end) {
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

    /** What separates a word from what was written last. */
    final String blank() {
        return out.endsWithSpace() ? "" : " ";
    }

    /** Whether NOT is before a keyword. */
    final boolean isNegated(int at) {
        return at - 1 >= expressions.from && expressions.isKeyword(at - 1, Keyword.NOT);
    }

    /** Removes the NOT before a keyword, if there is one, from the output. */
    final void takeBackNot(int at) {
        if (isNegated(at)) {
            out.cut(out.start(at - 1));
        }
    }

    /** Whether a list of values in parentheses begins here, and no subselect. */
    final boolean isList(int open) {
        return tokens.kind(open) == TokenKind.LEFT_PARENTHESIS
                && !expressions.isKeyword(open + 1, Keyword.SELECT)
                && !expressions.isKeyword(open + 1, Keyword.WITH);
    }

    /**
     * One past {@code AND x IS NOT NULL}, if that is what comes after {@code x = ''}, which says it where '' is a text,
     * and would find nothing where it is NULL; else the same place.
     */
    final int afterNotNull(int left, int leftLast, int end) {
        int length = leftLast - left + 1;
        int is = end + 1 + length;
        if (!expressions.isKeyword(end, Keyword.AND)
                || is + 3 > expressions.to
                || !tokens.isWord(is, "IS")
                || !tokens.isWord(is + 1, "NOT")
                || !tokens.isWord(is + 2, "NULL")
                || !expressions.isBoundary(is + 3)) {
            return end;
        }
        for (int i = 0; i < length; i++) {
            boolean parameter = tokens.kind(left + i) == TokenKind.PARAMETER;
            if (parameter || !tokens.text(left + i).equals(tokens.text(end + 1 + i))) {
                return end;
            }
        }
        return is + 3;
    }

    /** Whether an element of a list, which begins here and is closed there, is ''. */
    final boolean isEmptyElement(int first, int close) {
        return empties.possibleEnd(first) + 1 == expressions.elementEnd(first, close) && empties.isEmpty(first);
    }
}
