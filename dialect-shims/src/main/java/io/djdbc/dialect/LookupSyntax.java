package io.djdbc.dialect;

import org.jspecify.annotations.Nullable;

/**
 * How one database writes the text lookups where the types of the columns are not known, as in an application's own
 * SQL; the operators are those of Django's database backends. In templates <code>{0}</code> is the left side and
 * <code>{1}</code> the right one. Immutable, safe for use by several threads.
 */
public abstract class LookupSyntax {

    /** For subclasses. */
    protected LookupSyntax() {}

    /** The lookup with a value on the right side; null if the database has no such thing. */
    public final @Nullable LookupTemplate withValue(Lookup lookup) {
        String template = valueTemplate(lookup);
        return template == null ? null : LookupTemplate.of(template, valueTransform(lookup));
    }

    /** The lookup with an expression on the right side, in parentheses; null if the database has no such thing. */
    public final @Nullable LookupTemplate withExpression(Lookup lookup) {
        String template = expressionTemplate(lookup);
        return template == null ? null : LookupTemplate.of(template, ValueTransform.TEXT);
    }

    /** <code>{0} LIKE {1}</code>, where the right side has been escaped already; null: there is no such thing. */
    protected abstract @Nullable String valueTemplate(Lookup lookup);

    /** The same for a right side that is any text, which the database has to escape itself. */
    protected abstract @Nullable String expressionTemplate(Lookup lookup);

    /** What a value on the right side becomes. */
    protected ValueTransform valueTransform(Lookup lookup) {
        return lookup.transform();
    }

    /** An expression in which {@code %}, {@code _} and {@code \\} are escaped, as Django's {@code pattern_esc}. */
    static String escaped(String expression) {
        return escaped(expression, "'", "\\", "\\");
    }

    /**
     * @param quote how a literal begins
     * @param backslash how a literal has a backslash
     * @param before how it has one before {@code %} and {@code _}
     */
    static String escaped(String expression, String quote, String backslash, String before) {
        return "REPLACE(REPLACE(REPLACE(" + expression + ", " + quote + backslash + "', " + quote + backslash
                + backslash + "'), " + quote + "%', " + quote + before + "%'), " + quote + "_', " + quote + before
                + "_')";
    }

    /** The text with whatever before and after it, by {@code ||}. */
    static String surrounded(Lookup lookup, String text) {
        return switch (lookup.transform()) {
            case CONTAINS -> "'%' || " + text + " || '%'";
            case STARTS_WITH -> text + " || '%'";
            case ENDS_WITH -> "'%' || " + text;
            default -> text;
        };
    }

    /** The standard's SQL; made here, so that the JVM's verifier does not load it with each dialect. */
    static LookupSyntax standard() {
        return new ByUpper("{0}", " ESCAPE '\\'", "'", "\\", null, null);
    }

    /** By {@code UPPER} on both sides where case is ignored; the standard's SQL. */
    static class ByUpper extends LookupSyntax {
        private final String cast;
        private final String escapeClause;
        private final String quote;
        private final String backslash;
        private final @Nullable String regex;
        private final @Nullable String iregex;

        /**
         * @param cast the left side as text
         * @param escapeClause what follows a pattern, with its space
         * @param quote how a literal begins, and {@code backslash} how it has a backslash
         */
        ByUpper(
                String cast,
                String escapeClause,
                String quote,
                String backslash,
                @Nullable String regex,
                @Nullable String iregex) {
            this.cast = cast;
            this.escapeClause = escapeClause;
            this.quote = quote;
            this.backslash = backslash;
            this.regex = regex;
            this.iregex = iregex;
        }

        @Override
        protected @Nullable String valueTemplate(Lookup lookup) {
            return switch (lookup) {
                case REGEX -> regex;
                case IREGEX -> iregex;
                case IEXACT -> "UPPER(" + cast + ") = UPPER({1})";
                case ICONTAINS, ISTARTSWITH, IENDSWITH ->
                    "UPPER(" + cast + ") LIKE UPPER(" + value() + ")" + escapeClause;
                default -> cast + " LIKE " + value() + escapeClause;
            };
        }

        @Override
        protected @Nullable String expressionTemplate(Lookup lookup) {
            String escaped = escaped("{1}", quote, backslash, backslash);
            return switch (lookup) {
                case REGEX, IREGEX, IEXACT -> valueTemplate(lookup);
                case ICONTAINS, ISTARTSWITH, IENDSWITH ->
                    "UPPER(" + cast + ") LIKE " + expression(surrounded(lookup, "UPPER(" + escaped + ")"))
                            + escapeClause;
                default -> cast + " LIKE " + expression(surrounded(lookup, escaped)) + escapeClause;
            };
        }

        /** No pattern, so that nothing is escaped. */
        @Override
        protected ValueTransform valueTransform(Lookup lookup) {
            return lookup == Lookup.IEXACT ? ValueTransform.TEXT : super.valueTransform(lookup);
        }

        /** The right side where it is a value. */
        protected String value() {
            return "{1}";
        }

        /** The right side where it is an expression. */
        protected String expression(String pattern) {
            return pattern;
        }
    }

    /** Oracle's LIKE wants both sides in the same character set. */
    static final class OfOracle extends ByUpper {
        OfOracle() {
            super(
                    "{0}",
                    " ESCAPE TRANSLATE('\\' USING NCHAR_CS)",
                    "'",
                    "\\",
                    "REGEXP_LIKE({0}, {1}, 'c')",
                    "REGEXP_LIKE({0}, {1}, 'i')");
        }

        @Override
        protected String value() {
            return "TRANSLATE({1} USING NCHAR_CS)";
        }

        @Override
        protected String expression(String pattern) {
            return "TRANSLATE( " + pattern + " USING NCHAR_CS)";
        }
    }

    /** SQLite's LIKE ignores the case of ASCII letters always. */
    static final class OfSqlite extends LookupSyntax {
        private static final String ESCAPE = " ESCAPE '\\'";

        @Override
        protected String valueTemplate(Lookup lookup) {
            return switch (lookup) {
                case REGEX -> "{0} REGEXP {1}";
                case IREGEX -> "{0} REGEXP '(?i)' || {1}";
                default -> "{0} LIKE {1}" + ESCAPE;
            };
        }

        @Override
        protected String expressionTemplate(Lookup lookup) {
            return switch (lookup) {
                case REGEX, IREGEX -> valueTemplate(lookup);
                case ICONTAINS, ISTARTSWITH, IENDSWITH ->
                    "{0} LIKE " + surrounded(lookup, "UPPER(" + escaped("{1}") + ")") + ESCAPE;
                default -> "{0} LIKE " + surrounded(lookup, escaped("{1}")) + ESCAPE;
            };
        }
    }

    /** H2 has ILIKE, which ignores case letter by letter; its UPPER makes two letters of one (ß). */
    static final class OfH2 extends LookupSyntax {
        private static final String ESCAPE = " ESCAPE '\\'";

        @Override
        protected String valueTemplate(Lookup lookup) {
            return switch (lookup) {
                case REGEX -> "{0} REGEXP {1}";
                case IREGEX -> "{0} REGEXP '(?iu)' || {1}";
                default -> like(lookup) + "{1}" + ESCAPE;
            };
        }

        @Override
        protected String expressionTemplate(Lookup lookup) {
            return switch (lookup) {
                case REGEX, IREGEX -> valueTemplate(lookup);
                default -> like(lookup) + surrounded(lookup, escaped("{1}")) + ESCAPE;
            };
        }

        private static String like(Lookup lookup) {
            return lookup.ignoresCase() ? "{0} ILIKE " : "{0} LIKE ";
        }
    }

    /** MySQL's collation says whether case counts; BINARY makes it count. */
    static final class OfMySql extends LookupSyntax {
        private final boolean backslashEscapes;
        private final boolean mariaDb;

        OfMySql(boolean backslashEscapes, boolean mariaDb) {
            this.backslashEscapes = backslashEscapes;
            this.mariaDb = mariaDb;
        }

        @Override
        protected String valueTemplate(Lookup lookup) {
            return switch (lookup) {
                case REGEX -> mariaDb ? "{0} REGEXP BINARY {1}" : "REGEXP_LIKE({0}, {1}, 'c')";
                case IREGEX -> mariaDb ? "{0} REGEXP {1}" : "REGEXP_LIKE({0}, {1}, 'i')";
                default -> like(lookup, "{1}");
            };
        }

        @Override
        protected String expressionTemplate(Lookup lookup) {
            String escaped = escaped("{1}", "'", backslashEscapes ? "\\\\" : "\\", "\\");
            return switch (lookup) {
                case REGEX, IREGEX -> valueTemplate(lookup);
                case CONTAINS, ICONTAINS -> like(lookup, "CONCAT('%', " + escaped + ", '%')");
                case STARTSWITH, ISTARTSWITH -> like(lookup, "CONCAT(" + escaped + ", '%')");
                case ENDSWITH, IENDSWITH -> like(lookup, "CONCAT('%', " + escaped + ")");
                case IEXACT -> like(lookup, escaped);
            };
        }

        /** Without backslash escapes LIKE has no escape character by itself. */
        private String like(Lookup lookup, String pattern) {
            return "{0} LIKE " + (lookup.ignoresCase() ? "" : "BINARY ") + pattern
                    + (backslashEscapes ? "" : " ESCAPE '\\'");
        }
    }
}
