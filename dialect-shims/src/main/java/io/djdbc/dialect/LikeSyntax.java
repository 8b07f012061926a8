package io.djdbc.dialect;

import org.jspecify.annotations.Nullable;

/**
 * What must be done to a LIKE without ESCAPE so that {@code \} is its escape character, that {@code \} before an
 * ordinary character means that character, and at the end of the pattern itself. Immutable.
 *
 * @param escapeClause what to add after the pattern, with its space; empty where {@code \} is the default
 * @param transform what a whole pattern becomes; null where the database has these rules itself
 * @param partTransform what a text at the beginning or in the middle of a pattern becomes; null: nothing
 */
public record LikeSyntax(
        String escapeClause,
        @Nullable ValueTransform transform,
        @Nullable ValueTransform partTransform) {

    /** The database has all these rules: MySQL. */
    public static final LikeSyntax NATIVE = new LikeSyntax("", null, null);

    /** Only a {@code \} at the end of a pattern is refused: PostgreSQL. */
    static LikeSyntax closed() {
        return new LikeSyntax("", ValueTransform.PATTERN, null);
    }

    /** There is no default, or it may be another, and {@code \} is refused before ordinary characters: Oracle, H2. */
    static LikeSyntax strictWithoutDefault() {
        return new LikeSyntax(" ESCAPE '\\'", ValueTransform.STRICT_PATTERN, ValueTransform.STRICT_PATTERN_PART);
    }

    /** There is no default: SQLite. */
    static LikeSyntax withoutDefault() {
        return new LikeSyntax(" ESCAPE '\\'", ValueTransform.PATTERN, null);
    }

    /** There is no default, otherwise all is well: MySQL with NO_BACKSLASH_ESCAPES. */
    static LikeSyntax clauseOnly() {
        return new LikeSyntax(" ESCAPE '\\'", null, null);
    }

    /** Whether nothing is to be done. */
    public boolean changesNothing() {
        return escapeClause.isEmpty() && transform == null;
    }
}
