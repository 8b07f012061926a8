package io.djdbc.driver.sql;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes comparisons with '' find what is stored as NULL, on a database that has no empty texts. Immutable.
 *
 * <p>{@code x = ''} becomes {@code x IS NULL}, {@code x <> ''} becomes {@code x IS NOT NULL}; lists, rows, CASE, ranges
 * and LIKE accordingly. What is stored and what is assigned is left alone: the database makes NULL of it.
 */
final class EmptyStrings {
    /** No parameter is bound to ''. */
    static final BitSet NONE = new BitSet(0);

    private final boolean programBlocks;

    EmptyStrings(boolean programBlocks) {
        this.programBlocks = programBlocks;
    }

    /**
     * A text written anew. One that would be many times as long, as operands within operands are needed twice and
     * twice again, stays as it is.
     *
     * @param text null if nothing in it changes
     * @param order the original number of each parameter that is left; null if they are the same
     * @param asked the numbers of the parameters that would change the text if they were bound to ''
     * @param patterns of those, for which a pattern of nothing but {@code %} counts as ''
     */
    record Result(@Nullable String text, int @Nullable [] order, BitSet asked, BitSet patterns) {}

    /** @param empty the numbers of the parameters that are bound to '' */
    Result rewrite(Tokens tokens, BitSet empty) {
        EmptyOperands operands = new EmptyOperands(tokens, empty);
        Output out = new Output(tokens.sql().length());
        try {
            if (!write(tokens, operands, out)) {
                return new Result(null, null, operands.asked(), operands.patterns());
            }
            int end = tokens.end(tokens.size() - 1);
            out.append(tokens.sql(), end, tokens.sql().length());
        } catch (Output.TooLongException e) {
            return new Result(null, null, new BitSet(0), new BitSet(0)); // the database's to run as it is
        }
        return new Result(out.toString(), out.order(tokens.parameterCount()), operands.asked(), operands.patterns());
    }

    /** Whether anything changes. */
    private boolean write(Tokens tokens, EmptyOperands operands, Output out) {
        int[] outStarts = new int[tokens.size()];
        boolean changed = false;
        boolean plain = tokens.parameterCount() == 0 && !hasEmptyText(tokens.sql());
        int from = plain ? tokens.size() : 0;
        while (from < tokens.size()) {
            StatementKind kind = StatementKind.of(tokens, from, programBlocks);
            int to = kind == StatementKind.PROGRAM ? tokens.size() : statementEnd(tokens, from);
            Expressions expressions = new Expressions(tokens, from, to);
            if (kind == StatementKind.QUERY && expressions.isBalanced() && !hasModel(tokens, from, to)) {
                EmptyStringWalk walk = new EmptyStringWalk(tokens, from, to, expressions, operands, out, outStarts);
                walk.write(from, to);
                changed |= walk.isChanged();
            } else {
                copy(tokens, from, to, out);
            }
            if (to < tokens.size()) {
                copy(tokens, to, to + 1, out);
            }
            from = to + 1;
        }
        return changed;
    }

    /** Whether there is a MODEL clause, in whose rules an equals sign assigns. */
    private static boolean hasModel(Tokens tokens, int from, int to) {
        for (int at = from; at < to; at++) {
            if (tokens.isWord(at, "DIMENSION") && tokens.isWord(at + 1, "BY")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasEmptyText(String sql) {
        return sql.contains("''") || sql.contains("%'") || sql.indexOf('q') >= 0 || sql.indexOf('Q') >= 0;
    }

    private static int statementEnd(Tokens tokens, int from) {
        int at = from;
        while (at < tokens.size() && tokens.kind(at) != TokenKind.SEMICOLON) {
            at++;
        }
        return at;
    }

    private static void copy(Tokens tokens, int from, int to, Output out) {
        for (int at = from; at < to; at++) {
            out.append(tokens.sql(), at == 0 ? 0 : tokens.end(at - 1), tokens.start(at));
            if (tokens.kind(at) == TokenKind.PARAMETER) {
                out.parameter(tokens.parameterNumber(at));
            } else {
                out.append(tokens.sql(), tokens.start(at), tokens.end(at));
            }
        }
    }
}
