package io.djdbc.driver.sql;

import java.util.BitSet;

/**
 * Which operands of a statement are '': literals, parameters that are bound to it, and conversions of these. Notes the
 * parameters that it was asked of, as those are the ones that matter. Used by one thread.
 */
final class EmptyOperands {
    private static final int DEEPEST = 50;

    private final Tokens tokens;
    private final BitSet empty;
    private final BitSet asked = new BitSet();
    private final BitSet patterns = new BitSet();

    /** @param empty the numbers of the parameters that are bound to '' */
    EmptyOperands(Tokens tokens, BitSet empty) {
        this.tokens = tokens;
        this.empty = empty;
    }

    /** The numbers of the parameters that would change the statement if they were ''. */
    BitSet asked() {
        return asked;
    }

    /** The last token of the operand that begins here if it is one that could be ''; -2 for any other. */
    int possibleEnd(int at) {
        return end(at, 0, false);
    }

    /** The same for a pattern that could match '': itself empty, or nothing but {@code %}, in one part or several. */
    int possiblePatternEnd(int at) {
        return end(at, 0, true);
    }

    private int end(int at, int depth, boolean pattern) {
        int last = partEnd(at, depth, pattern);
        while (pattern && last > 0 && tokens.isOperator(last + 1, "||")) {
            last = partEnd(last + 2, depth, true);
        }
        return last;
    }

    private int partEnd(int at, int depth, boolean pattern) {
        switch (tokens.kind(at)) {
            case TokenKind.STRING:
                return isEmptyLiteral(tokens, at) || pattern && isPercents(tokens, at) ? at : -2;
            case TokenKind.PARAMETER:
                return at;
            case TokenKind.LEFT_PARENTHESIS:
                int inner = depth < DEEPEST ? end(at + 1, depth + 1, pattern) : -2;
                return inner > 0 && tokens.kind(inner + 1) == TokenKind.RIGHT_PARENTHESIS ? inner + 1 : -2;
            case TokenKind.WORD:
                if (tokens.kind(at + 1) != TokenKind.LEFT_PARENTHESIS) {
                    return -2;
                }
                Keyword keyword = Keyword.of(Keyword.number(tokens, at));
                if (pattern && keyword == Keyword.CONCAT) {
                    return argumentsEnd(at + 1, depth);
                }
                return keyword.isConversion() ? conversionEnd(at + 1, depth, pattern) : -2;
            default:
                return -2;
        }
    }

    /** {@code CONCAT('%', ?)} */
    private int argumentsEnd(int open, int depth) {
        int last = open;
        do {
            last = depth < DEEPEST ? end(last + 1, depth + 1, true) : -2;
        } while (last > 0 && tokens.kind(last + 1) == TokenKind.COMMA && ++last > 0);
        return last > 0 && tokens.kind(last + 1) == TokenKind.RIGHT_PARENTHESIS ? last + 1 : -2;
    }

    private int conversionEnd(int open, int depth, boolean pattern) {
        int inner = depth < DEEPEST ? end(open + 1, depth + 1, pattern) : -2;
        if (inner < 0) {
            return -2;
        }
        if (tokens.kind(inner + 1) == TokenKind.RIGHT_PARENTHESIS) {
            return inner + 1;
        }
        boolean typed = tokens.isWord(inner + 1, "AS") || tokens.isWord(inner + 1, "USING");
        return typed ? tokens.closing(open) : -2;
    }

    /** Whether the operand that begins here, and has a possible end, is ''. */
    boolean isEmpty(int at) {
        int i = at;
        while (tokens.kind(i) == TokenKind.LEFT_PARENTHESIS || tokens.kind(i) == TokenKind.WORD) {
            i++;
        }
        if (tokens.kind(i) != TokenKind.PARAMETER) {
            return true;
        }
        int number = tokens.parameterNumber(i);
        asked.set(number);
        return empty.get(number);
    }

    /**
     * Whether the pattern from here to its last token, which is a possible end, matches '' and other texts; a parameter
     * counts if it was said to be ''. Asks of all of them.
     */
    boolean isPattern(int first, int last) {
        boolean others = false;
        boolean empties = true;
        for (int at = first; at <= last; at++) {
            if (tokens.kind(at) == TokenKind.PARAMETER) {
                patterns.set(tokens.parameterNumber(at));
                empties &= isEmpty(at);
                others = true;
            } else if (tokens.kind(at) == TokenKind.STRING) {
                others |= !isEmptyLiteral(tokens, at);
            }
        }
        return empties && others;
    }

    /** The numbers of the parameters for which a pattern of nothing but {@code %} counts as ''. */
    BitSet patterns() {
        return patterns;
    }

    /** Whether a text has a parameter or a literal that could be one of these operands. */
    static boolean mayBeIn(Tokens tokens) {
        if (tokens.parameterCount() > 0) {
            return true;
        }
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.kind(at) == TokenKind.STRING && (isEmptyLiteral(tokens, at) || isPercents(tokens, at))) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of these operands may begin with a token: surely not if it does not. */
    static boolean mayBegin(Tokens tokens, int at) {
        return switch (tokens.kind(at)) {
            case TokenKind.PARAMETER, TokenKind.LEFT_PARENTHESIS -> true;
            case TokenKind.STRING -> isEmptyLiteral(tokens, at);
            case TokenKind.WORD -> tokens.kind(at + 1) == TokenKind.LEFT_PARENTHESIS;
            default -> false;
        };
    }

    /** {@code '%%'}, {@code N'%'}. */
    private static boolean isPercents(Tokens tokens, int at) {
        int start = tokens.sql().indexOf('\'', tokens.start(at)) + 1;
        int end = tokens.end(at) - 1;
        for (int i = start; i < end; i++) {
            if (tokens.sql().charAt(i) != '%') {
                return false;
            }
        }
        return end > start;
    }

    /** {@code ''}, {@code N''}, {@code q'[]'}, {@code nq'[]'}. */
    private static boolean isEmptyLiteral(Tokens tokens, int at) {
        int length = tokens.end(at) - tokens.start(at);
        if (length > 6) {
            return false; // most literals
        }
        char first = tokens.first(at);
        char last = tokens.sql().charAt(tokens.end(at) - 1);
        if (last != '\'') {
            return false;
        }
        boolean national = first == 'n' || first == 'N';
        char second = tokens.sql().charAt(tokens.start(at) + 1);
        boolean alternative = first == 'q' || first == 'Q' || national && (second == 'q' || second == 'Q');
        return length == (alternative ? 5 : 2) + (national ? 1 : 0);
    }
}
