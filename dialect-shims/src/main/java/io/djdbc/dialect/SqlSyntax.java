package io.djdbc.dialect;

/**
 * How a database writes SQL: which of the {@link SyntaxFeature}s it has. What is not a feature is standard SQL:
 * {@code '…'} with doubled quotes, {@code N'…'}, {@code X'…'}, {@code "…"} for names, {@code -- …} and {@code /* … *}{@code
 * /}. Immutable.
 */
public final class SqlSyntax {

    /** Nothing but standard SQL. */
    public static final SqlSyntax STANDARD = new SqlSyntax(0);

    private final long features;

    private SqlSyntax(long features) {
        this.features = features;
    }

    /** Standard SQL and these. */
    public static SqlSyntax of(SyntaxFeature... features) {
        long bits = 0;
        for (SyntaxFeature feature : features) {
            bits |= bit(feature);
        }
        return new SqlSyntax(bits);
    }

    /** Whether it has none of them. */
    public boolean isStandard() {
        return features == 0;
    }

    public boolean has(SyntaxFeature feature) {
        return (features & bit(feature)) != 0;
    }

    /** The same with or without one feature; this object if nothing changes. */
    public SqlSyntax with(SyntaxFeature feature, boolean present) {
        return has(feature) == present ? this : new SqlSyntax(features ^ bit(feature));
    }

    @SuppressWarnings("EnumOrdinal") // bits of a word in memory, which nothing outside this process sees
    private static long bit(SyntaxFeature feature) {
        return 1L << feature.ordinal();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SqlSyntax && ((SqlSyntax) other).features == features;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(features);
    }
}
