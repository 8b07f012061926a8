package io.djdbc.driver.sql;

import io.djdbc.dialect.ValueTransform;
import org.jspecify.annotations.Nullable;

/** What a statement becomes: its text for the vendor, and what is done to the values of its parameters. Immutable. */
public final class RewrittenSql {
    /** Nothing in the statement concerns us. */
    public static final RewrittenSql UNCHANGED = new RewrittenSql(null, null, null);

    private final @Nullable String text;
    private final @Nullable ValueTransform @Nullable [] transforms;

    private final @Nullable TextVariants variants;

    RewrittenSql(@Nullable String text, @Nullable ValueTransform @Nullable [] transforms) {
        this(text, transforms, null);
    }

    private RewrittenSql(
            @Nullable String text, @Nullable ValueTransform @Nullable [] transforms, @Nullable TextVariants variants) {
        this.text = text;
        this.transforms = transforms;
        this.variants = variants;
    }

    /** The same transforms with another text, null for the original one. */
    RewrittenSql with(@Nullable String otherText, @Nullable TextVariants otherVariants) {
        return otherText == null && transforms == null && otherVariants == null
                ? UNCHANGED
                : new RewrittenSql(otherText, transforms, otherVariants);
    }

    /** The texts of the statement by the values that are bound to it; null where it has but one. */
    public @Nullable TextVariants variants() {
        return variants;
    }

    /** The text for the vendor: the very object that the application gave where nothing in it changes. */
    public String text(String original) {
        // the constant first: the JVM then needs no look into it where nothing is ever rewritten
        return this == UNCHANGED || text == null ? original : text;
    }

    /** Whether values of parameters are looked at: transformed, or another text is taken for them. */
    public boolean changesValues() {
        return this != UNCHANGED && (transforms != null || variants != null);
    }

    /** Whether any parameter's value is transformed. */
    public boolean transformsValues() {
        return transforms != null;
    }

    /**
     * What the value of a parameter becomes; null: it stays.
     *
     * @param number JDBC's, from 1 on; others than the statement's are the vendor's to refuse
     */
    public @Nullable ValueTransform transform(int number) {
        @Nullable ValueTransform[] all = transforms;
        return all == null || number < 1 || number > all.length ? null : all[number - 1];
    }
}
