package io.djdbc.driver.sql;

import java.util.Arrays;

/**
 * Where the expressions of one statement begin and end: parentheses and CASE with their other ends, and the operands of
 * comparisons. Found in one pass; not changed afterwards.
 */
final class Expressions {
    /** No such place. */
    static final int NONE = -1;

    /** What cannot be part of an operand: comes before one, or after one. Oracle has no columns of these names. */
    private static final String[] STOPS = {
        "AND",
        "OR",
        "NOT",
        "WHERE",
        "ON",
        "WHEN",
        "THEN",
        "ELSE",
        "END",
        "HAVING",
        "SELECT",
        "DISTINCT",
        "BETWEEN",
        "BY",
        "WITH",
        "CASE",
        "SET",
        "IN",
        "LIKE",
        "LIKEC",
        "LIKE2",
        "LIKE4",
        "IS",
        "VALUES",
        "FROM",
        "GROUP",
        "ORDER",
        "UNION",
        "INTERSECT",
        "MINUS",
        "FOR",
        "CONNECT",
        "START",
        "AS",
        "ASC",
        "DESC",
        "INTO",
        "UPDATE",
        "DELETE",
        "INSERT"
    };

    /** The same where they are keywords; but a column may have the name. */
    private static final String[] PERHAPS_STOPS = {
        "RETURN",
        "QUALIFY",
        "USING",
        "JOIN",
        "ESCAPE",
        "EXCEPT",
        "FETCH",
        "OFFSET",
        "LIMIT",
        "INNER",
        "FULL",
        "CROSS",
        "NATURAL",
        "OUTER",
        "RETURNING",
        "LOG",
        "NULLS",
        "WINDOW",
        "MODEL",
        "PIVOT",
        "UNPIVOT",
        "LEFT",
        "RIGHT",
        "SAMPLE",
        "PARTITION"
    };

    private final Tokens tokens;
    private final int from;
    private final int to;
    /** The other end of a parenthesis, brace or CASE … END; of a WHEN its THEN. */
    private final int[] match;
    /** Of a CASE and of a WHEN: the next WHEN of the same CASE. */
    private final int[] nextWhen;

    private boolean balanced = true;

    Expressions(Tokens tokens, int from, int to) {
        this.tokens = tokens;
        this.from = from;
        this.to = to;
        match = new int[to - from];
        nextWhen = new int[to - from];
        Arrays.fill(match, NONE);
        Arrays.fill(nextWhen, NONE);
        findEnds();
    }

    private void findEnds() {
        int[] open = new int[16];
        int[] lastWhen = new int[16];
        int depth = 0;
        boolean cases = false; // before the first one END is a column's name
        for (int i = from; i < to; i++) {
            byte kind = tokens.kind(i);
            cases |= isKeyword(i, "CASE");
            boolean begins = kind == TokenKind.LEFT_PARENTHESIS || kind == TokenKind.LEFT_BRACE || isKeyword(i, "CASE");
            if (begins) {
                if (depth == open.length) {
                    open = Arrays.copyOf(open, depth * 2);
                    lastWhen = Arrays.copyOf(lastWhen, depth * 2);
                }
                open[depth] = i;
                lastWhen[depth++] = i;
            } else if (kind == TokenKind.RIGHT_PARENTHESIS
                    || kind == TokenKind.RIGHT_BRACE
                    || cases && isKeyword(i, "END")) {
                if (depth == 0 || !belong(open[depth - 1], i)) {
                    balanced = false;
                    return;
                }
                depth--;
                match[open[depth] - from] = i;
                match[i - from] = open[depth];
            } else if (depth > 0 && tokens.isWord(open[depth - 1], "CASE")) {
                if (isKeyword(i, "WHEN")) {
                    nextWhen[lastWhen[depth - 1] - from] = i;
                    lastWhen[depth - 1] = i;
                } else if (isKeyword(i, "THEN")) {
                    match[lastWhen[depth - 1] - from] = i;
                }
            }
        }
        balanced &= depth == 0;
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
        return balanced;
    }

    /** Whether the token is this word and not part of a name with dots. */
    boolean isKeyword(int at, String word) {
        return at < to
                && tokens.isWord(at, word)
                && tokens.kind(at - 1) != TokenKind.DOT
                && tokens.kind(at + 1) != TokenKind.DOT;
    }

    int match(int at) {
        return match[at - from];
    }

    /** The THEN of a WHEN in a CASE. */
    int then(int when) {
        return match[when - from];
    }

    int nextWhen(int at) {
        return nextWhen[at - from];
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
        int length = tokens.end(at) - tokens.start(at);
        if (length < 2 || length > 9 || tokens.kind(at - 1) == TokenKind.DOT || tokens.kind(at + 1) == TokenKind.DOT) {
            return false;
        }
        for (String word : STOPS) {
            if (tokens.isWord(at, word)) {
                return match(at) != NONE || !word.equals("END");
            }
        }
        for (String word : PERHAPS_STOPS) {
            if (tokens.isWord(at, word)) {
                return !isFunction(at) && !isOperand(at);
            }
        }
        return false;
    }

    /** {@code LEFT(x, 1)}, {@code LOG(10, x)} */
    private boolean isFunction(int at) {
        return tokens.kind(at + 1) == TokenKind.LEFT_PARENTHESIS
                && (tokens.isWord(at, "LEFT") || tokens.isWord(at, "RIGHT") || tokens.isWord(at, "LOG"));
    }

    /** Whether what is beside the word takes operands, so that it is a column's name. */
    private boolean isOperand(int at) {
        int next = at + 1;
        if (isComparison(at - 1) || isComparison(next) || tokens.isOperator(at - 1, "||")) {
            return true;
        }
        if (isKeyword(at - 1, "BETWEEN") || isKeyword(at - 1, "LIKE") || tokens.isOperator(next, "||")) {
            return true;
        }
        if (isKeyword(next, "NOT")) {
            next++;
        }
        return isKeyword(next, "IN") || isKeyword(next, "LIKE") || isKeyword(next, "BETWEEN") || isKeyword(next, "IS");
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
                    || isKeyword(at, "END") && match(at) != NONE) {
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
            if (kind == TokenKind.LEFT_PARENTHESIS || kind == TokenKind.LEFT_BRACE || isKeyword(at, "CASE")) {
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
