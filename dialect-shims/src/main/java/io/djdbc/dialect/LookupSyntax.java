package io.djdbc.dialect;

import org.jspecify.annotations.Nullable;

/**
 * How one database writes the text lookups where the types of the columns are not known, as in an application's own
 * SQL: by the operators of its {@link TextLookups}. Immutable, safe for use by several threads.
 */
public final class LookupSyntax {

    /** What a column is taken for. */
    private static final String TEXT = "CharField";

    private final TextLookups lookups;

    /** By these operators. */
    public LookupSyntax(TextLookups lookups) {
        this.lookups = lookups;
    }

    // made here, so that the JVM's verifier does not load the query builder's syntax with each dialect

    /** The standard's SQL. */
    static LookupSyntax standard() {
        return new LookupSyntax(new TextLookups.Standard());
    }

    /** That of {@link QuerySyntax#of}. */
    static LookupSyntax of(String vendor) {
        return new LookupSyntax(QuerySyntax.of(vendor));
    }

    static LookupSyntax ofMySql(boolean mariaDb, boolean backslashEscapes) {
        return new LookupSyntax(new MySqlQuerySyntax(mariaDb, backslashEscapes));
    }

    /** Of another database's Oracle mode. */
    static LookupSyntax ofOracleMode() {
        return new LookupSyntax(new OracleQuerySyntax.Elsewhere());
    }

    /** The lookup with a value on the right side; null if the database has no such thing. */
    public @Nullable LookupTemplate withValue(Lookup lookup) {
        String template = valueTemplate(lookup);
        return template == null ? null : LookupTemplate.of(template, valueTransform(lookup));
    }

    /** The lookup with an expression on the right side, in parentheses; null if the database has no such thing. */
    public @Nullable LookupTemplate withExpression(Lookup lookup) {
        String template = expressionTemplate(lookup);
        return template == null ? null : LookupTemplate.of(template, ValueTransform.TEXT);
    }

    /** <code>{0} LIKE {1}</code>, where the right side has been escaped already. */
    private @Nullable String valueTemplate(Lookup lookup) {
        if (isRegex(lookup)) {
            return regex(lookup);
        }
        return left(lookup) + " " + lookups.operator(lookup.djangoName()).replace("{0}", "{1}");
    }

    /** The same for a right side that is any text, which the database has to escape itself. */
    private @Nullable String expressionTemplate(Lookup lookup) {
        String pattern = lookups.patternOperator(lookup.djangoName());
        if (pattern == null && !isRegex(lookup) && lookups.isPattern(lookup.djangoName())) {
            pattern = lookups.operator(lookup.djangoName());
        }
        if (pattern == null) {
            return valueTemplate(lookup);
        }
        String escaped = lookups.patternEscape().replace("{0}", "{1}");
        return left(lookup) + " " + pattern.replace("{0}", escaped);
    }

    private @Nullable String regex(Lookup lookup) {
        if (!lookups.supportsRegex()) {
            return null;
        }
        String whole = lookups.regex(lookup == Lookup.IREGEX);
        return whole != null
                ? whole.replace("{0}", left(lookup))
                : left(lookup) + " " + lookups.operator(lookup.djangoName()).replace("{0}", "{1}");
    }

    private static boolean isRegex(Lookup lookup) {
        return lookup == Lookup.REGEX || lookup == Lookup.IREGEX;
    }

    private String left(Lookup lookup) {
        return lookups.lookupCast(lookup.djangoName(), TEXT);
    }

    /** Where {@code iexact} is an equality there is no pattern, and nothing is escaped. */
    private ValueTransform valueTransform(Lookup lookup) {
        return lookup == Lookup.IEXACT && !lookups.isPattern(lookup.djangoName())
                ? ValueTransform.TEXT
                : lookup.transform();
    }
}
