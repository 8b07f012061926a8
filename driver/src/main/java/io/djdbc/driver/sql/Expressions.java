package io.djdbc.driver.sql;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Where the expressions of one statement begin and end: parentheses and CASE with their other ends, and the operands of
 * comparisons. Found in one pass; not changed afterwards.
 */
final class Expressions {
    /** No such place. */
    static final int NONE = -1;

    final Tokens tokens;
    final int from;
    final int to;

    /** The number of the keyword that a token is. */
    private final byte[] keywords;

    /** One more than the other end of a parenthesis, brace or CASE … END; of a WHEN, than its THEN. */
    private final int[] match;

    /** One more than, of a CASE and of a WHEN, the next WHEN of the same CASE; empty before the first CASE. */
    private int[] nextWhen = {};

    /** The tokens with which a comparison with '' may begin. */
    private final BitSet comparisons = new BitSet(0);

    private boolean assigns;
    private boolean models;

    /** What is open, and the last WHEN of each; none at the end, unless something has no end. */
    private int[] open = new int[16];

    private int[] lastWhen = new int[16];
    private int depth;

    Expressions(Tokens tokens, int from, int to) {
        this.tokens = tokens;
        this.from = from;
        this.to = to;
        keywords = new byte[to - from];
        match = new int[to - from];
        for (int at = from; at < to && depth >= 0; at++) {
            see(at);
        }
    }

    private void see(int at) {
        switch (tokens.kind(at)) {
            case TokenKind.WORD -> word(at);
            case TokenKind.LEFT_PARENTHESIS -> {
                open(at);
                note(at, at + 1);
            }
            case TokenKind.LEFT_BRACE -> open(at);
            case TokenKind.RIGHT_PARENTHESIS, TokenKind.RIGHT_BRACE -> close(at);
            case TokenKind.OPERATOR -> note(at, at + 1);
            case TokenKind.STRING, TokenKind.PARAMETER -> note(at, at);
            default -> {}
        }
    }

    private void note(int at, int operand) {
        if (EmptyOperands.mayBegin(tokens, operand)) {
            comparisons.set(at);
        }
    }

    private void word(int at) {
        if (tokens.kind(at - 1) == TokenKind.DOT || tokens.kind(at + 1) == TokenKind.DOT) {
            return; // most names
        }
        byte number = Keyword.number(tokens, at);
        if (number != 0) {
            keywords[at - from] = number;
            keyword(at, Keyword.of(number));
        }
    }

    private void keyword(int at, Keyword keyword) {
        if (keyword.mayCompare()) {
            comparisons.set(at);
        }
        switch (keyword) {
            case CASE -> {
                if (nextWhen.length == 0) {
                    nextWhen = new int[to - from];
                }
                open(at);
            }
            case END -> {
                if (nextWhen.length > 0) { // before the first CASE it is a column's name
                    close(at);
                }
            }
            case WHEN -> {
                if (isInCase()) {
                    nextWhen[lastWhen[depth - 1] - from] = at + 1;
                    lastWhen[depth - 1] = at;
                }
            }
            case THEN -> {
                if (isInCase()) {
                    match[lastWhen[depth - 1] - from] = at + 1;
                }
            }
            case SET -> assigns = true;
            case BY -> models |= isKeyword(at - 1, Keyword.DIMENSION);
            default -> {}
        }
    }

    private void open(int at) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
            lastWhen = Arrays.copyOf(lastWhen, depth * 2);
        }
        open[depth] = at;
        lastWhen[depth++] = at;
    }

    /** Ends the pass if what is closed was not opened. */
    private void close(int at) {
        if (--depth >= 0) {
            int opening = open[depth];
            match[opening - from] = at + 1;
            match[at - from] = opening + 1;
            if (!belong(opening, at)) {
                depth = NONE;
            }
        }
    }

    private boolean isInCase() {
        return depth > 0 && tokens.kind(open[depth - 1]) == TokenKind.WORD;
    }

    private boolean belong(int opening, int closing) {
        byte open = tokens.kind(opening);
        byte close = tokens.kind(closing);
        return open == TokenKind.LEFT_PARENTHESIS
                ? close == TokenKind.RIGHT_PARENTHESIS
                : open == TokenKind.LEFT_BRACE ? close == TokenKind.RIGHT_BRACE : close == TokenKind.WORD;
    }

    /** Whether every parenthesis, brace and CASE has its end. */
    boolean isBalanced() {
        return depth == 0;
    }

    /** Whether there may be something that is assigned by an equals sign. */
    boolean isAssigning() {
        return assigns;
    }

    /** Whether there is a MODEL clause, in whose rules an equals sign assigns. */
    boolean isModel() {
        return models;
    }

    /** The next token with which a comparison with '' may begin; or the end. */
    int nextComparison(int at, int end) {
        int found = comparisons.nextSetBit(at);
        return found < 0 || found > end ? end : found;
    }

    /** The keyword that a token is; none if it is part of a name with dots, or not of this statement. */
    Keyword keyword(int at) {
        return Keyword.of(at >= from && at < to ? keywords[at - from] : 0);
    }

    boolean isKeyword(int at, Keyword keyword) {
        return keyword(at) == keyword;
    }

    int match(int at) {
        return match[at - from] - 1;
    }

    /** The THEN of a WHEN in a CASE. */
    int then(int when) {
        return match(when);
    }

    int nextWhen(int at) {
        return nextWhen[at - from] - 1;
    }

    /** Whether an operand cannot go on here: at this token, or at the end of the statement. */
    boolean isBoundary(int at) {
        if (at < from || at >= to) {
            return true;
        }
        return switch (tokens.kind(at)) {
            case TokenKind.COMMA,
                    TokenKind.LEFT_PARENTHESIS,
                    TokenKind.RIGHT_PARENTHESIS,
                    TokenKind.LEFT_BRACE,
                    TokenKind.RIGHT_BRACE,
                    TokenKind.SEMICOLON -> true;
            case TokenKind.OPERATOR -> isComparison(at);
            case TokenKind.WORD -> isStop(at);
            default -> false;
        };
    }

    private boolean isStop(int at) {
        Keyword keyword = keyword(at);
        if (keyword.isStop()) {
            return keyword != Keyword.END || match(at) != NONE;
        }
        return keyword.mayBeStop() && !isFunction(at, keyword) && !isOperand(at);
    }

    /** {@code LEFT(x, 1)}, {@code LOG(10, x)} */
    private boolean isFunction(int at, Keyword keyword) {
        return tokens.kind(at + 1) == TokenKind.LEFT_PARENTHESIS
                && (keyword == Keyword.LEFT || keyword == Keyword.RIGHT || keyword == Keyword.LOG);
    }

    /** Whether what is beside the word takes operands, so that it is a column's name. */
    private boolean isOperand(int at) {
        int next = at + 1;
        if (isComparison(at - 1) || isComparison(next) || tokens.isOperator(at - 1, "||")) {
            return true;
        }
        if (isKeyword(at - 1, Keyword.BETWEEN) || isKeyword(at - 1, Keyword.LIKE) || tokens.isOperator(next, "||")) {
            return true;
        }
        if (isKeyword(next, Keyword.NOT)) {
            next++;
        }
        return isKeyword(next, Keyword.IN)
                || isKeyword(next, Keyword.LIKE)
                || isKeyword(next, Keyword.BETWEEN)
                || isKeyword(next, Keyword.IS);
    }

    boolean isComparison(int at) {
        if (tokens.kind(at) != TokenKind.OPERATOR) {
            return false;
        }
        char first = tokens.first(at);
        int length = tokens.end(at) - tokens.start(at);
        return switch (first) {
            case '=' -> length == 1;
            case '<', '>' -> true;
            case '!', '^' -> length == 2;
            default -> false;
        };
    }

    /** The first token of the operand that ends with this one. */
    int operandStart(int last) {
        int at = last;
        while (at >= from) {
            byte kind = tokens.kind(at);
            if (kind == TokenKind.RIGHT_PARENTHESIS
                    || kind == TokenKind.RIGHT_BRACE
                    || isKeyword(at, Keyword.END) && match(at) != NONE) {
                at = match(at) - 1;
            } else if (isBoundary(at)) {
                break;
            } else {
                at--;
            }
        }
        return at + 1;
    }

    /** One past the operand that begins with this token. */
    int operandEnd(int first) {
        int at = first;
        while (at < to) {
            byte kind = tokens.kind(at);
            if (kind == TokenKind.LEFT_PARENTHESIS || kind == TokenKind.LEFT_BRACE || isKeyword(at, Keyword.CASE)) {
                at = match(at) + 1;
            } else if (isBoundary(at)) {
                break;
            } else {
                at++;
            }
        }
        return at;
    }

    /** One past the element of a list that begins with this token. */
    int elementEnd(int first, int close) {
        int at = first;
        while (at < close && tokens.kind(at) != TokenKind.COMMA) {
            byte kind = tokens.kind(at);
            boolean opens = kind == TokenKind.LEFT_PARENTHESIS || kind == TokenKind.LEFT_BRACE;
            at = (opens ? match(at) : at) + 1;
        }
        return at;
    }
}
