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
        Output out = new Output(tokens);
        try {
            if (!write(tokens, operands, out)) {
                return new Result(null, null, operands.asked(), operands.patterns());
            }
            out.append(tokens.sql(), tokens.end(tokens.size() - 1), tokens.sql().length());
        } catch (Output.TooLongException e) {
            return new Result(null, null, new BitSet(0), new BitSet(0)); // the database's to run as it is
        }
        return new Result(out.toString(), out.order(), operands.asked(), operands.patterns());
    }

    /** Whether anything changes. */
    private boolean write(Tokens tokens, EmptyOperands operands, Output out) {
        boolean changed = false;
        int done = 0;
        int from = 0;
        while (from < tokens.size()) {
            StatementKind kind = StatementKind.of(tokens, from, programBlocks);
            if (kind == StatementKind.PROGRAM) {
                break;
            }
            int to = StatementKind.end(tokens, from);
            if (kind == StatementKind.QUERY) {
                Expressions expressions = new Expressions(tokens, from, to);
                if (expressions.isBalanced() && !expressions.isModel()) {
                    out.copy(done, from);
                    EmptyStringWalk walk = new EmptyStringWalk(expressions, operands, out);
                    walk.write(from, to);
                    changed |= walk.isChanged();
                    done = to;
                }
            }
            from = to + 1;
        }
        out.copy(done, tokens.size());
        return changed;
    }
}
