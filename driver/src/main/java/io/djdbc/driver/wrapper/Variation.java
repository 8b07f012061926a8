package io.djdbc.driver.wrapper;

import io.djdbc.driver.sql.TextVariants;
import java.sql.PreparedStatement;
import org.jspecify.annotations.Nullable;

/**
 * What a prepared statement whose text depends on its values has beside its values once one of them was '' or a stream,
 * or a batch was begun. Most never have it. Used by one thread.
 */
final class Variation {
    final TextVariants texts;
    /** The statement that the application has prepared. */
    final StatementVariant first;

    final Bindings bindings;
    private final Preparation preparation;

    /** The statement in use. */
    StatementVariant current;

    @Nullable
    MixedBatch batch;

    /** Whether the statement in use has other values than those that the application has bound. */
    boolean stale;

    /** Whether the stream that is about to be bound is empty. */
    boolean emptyStream;

    private @Nullable StatementVariants variants;

    /** @param values by the numbers of the parameters; the application's, and they stay so */
    Variation(TextVariants texts, Preparation preparation, PreparedStatement statement, @Nullable Object[] values) {
        this.texts = texts;
        this.preparation = preparation;
        first = new StatementVariant(statement, texts.usual().order(), texts.parameterCount());
        current = first;
        bindings = new Bindings(values);
    }

    /** Whether nothing but the first statement was ever needed. */
    boolean hasVariants() {
        return variants != null;
    }

    StatementVariants variants() {
        StatementVariants known = variants;
        if (known == null) {
            known = new StatementVariants(texts, preparation, first);
            variants = known;
        }
        return known;
    }

    /** Once they are closed. */
    void forgetVariants() {
        variants = null;
    }

    /** Whether the statement in use is the first one, with all of the values that are bound. */
    boolean isSettled() {
        return current == first
                && !stale
                && bindings.empty().isEmpty()
                && bindings.pending().isEmpty();
    }
}
