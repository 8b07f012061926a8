package io.djdbc.dialect;

import org.jspecify.annotations.Nullable;

/**
 * How one database compares text: the operators of Django's lookups, for the query builder, which knows the types of
 * columns, and for {@link LookupSyntax} in an application's own SQL. What stands here is the standard's SQL, with
 * {@code UPPER} on both sides where case is ignored and {@code \} as LIKE's escape character; a database overrides what
 * it does differently. Immutable, safe for use by several threads.
 */
public class TextLookups {

    /** For subclasses; by itself the standard. */
    protected TextLookups() {}

    /** How a lookup compares: <code>{0}</code> is the right-hand side. */
    public String operator(String lookup) {
        return switch (lookup) {
            case "exact" -> "= {0}";
            case "iexact" -> "= UPPER({0})";
            case "gt" -> "> {0}";
            case "gte" -> ">= {0}";
            case "lt" -> "< {0}";
            case "lte" -> "<= {0}";
            case "icontains", "istartswith", "iendswith" -> "LIKE UPPER(" + likeValue() + ")" + likeEscape();
            default -> "LIKE " + likeValue() + likeEscape();
        };
    }

    /** The same where the right-hand side is an expression, escaped already; null for lookups without a pattern. */
    public @Nullable String patternOperator(String lookup) {
        return switch (lookup) {
            case "contains" -> likePattern("'%' || {0} || '%'");
            case "icontains" -> likePattern("'%' || UPPER({0}) || '%'");
            case "startswith" -> likePattern("{0} || '%'");
            case "istartswith" -> likePattern("UPPER({0}) || '%'");
            case "endswith" -> likePattern("'%' || {0}");
            case "iendswith" -> likePattern("'%' || UPPER({0})");
            default -> null;
        };
    }

    /** An expression with LIKE's special characters escaped. */
    public String patternEscape() {
        return "REPLACE(REPLACE(REPLACE({0}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')";
    }

    /** Whether the right-hand side of a lookup is a pattern of LIKE, in which characters are to be escaped. */
    public final boolean isPattern(String lookup) {
        return operator(lookup).contains("LIKE ");
    }

    /** The left-hand side of a lookup on a field of a type. */
    public String lookupCast(String lookup, String internalType) {
        return ignoresCase(lookup) ? "UPPER({0})" : "{0}";
    }

    /** {@code regex} and {@code iregex} in full: <code>{0}</code> matches <code>{1}</code>; null: by operator. */
    public @Nullable String regex(boolean ignoreCase) {
        return null;
    }

    /** Whether there are regular expressions. */
    public boolean supportsRegex() {
        return true;
    }

    /** A value that is a pattern. */
    protected String likeValue() {
        return "{0}";
    }

    /** What follows a pattern, with its space; '' where {@code \} is the default. */
    protected String likeEscape() {
        return " ESCAPE '\\'";
    }

    /** LIKE with an expression that is a pattern. */
    protected String likePattern(String pattern) {
        return "LIKE " + pattern + likeEscape();
    }

    /** Whether it is one of the lookups of text that ignore case. */
    protected static boolean ignoresCase(String lookup) {
        return switch (lookup) {
            case "iexact", "icontains", "istartswith", "iendswith" -> true;
            default -> false;
        };
    }

    /** The standard's, of a database that nobody knows more of: it has no regular expressions. */
    static final class Standard extends TextLookups {
        @Override
        public boolean supportsRegex() {
            return false;
        }
    }
}
