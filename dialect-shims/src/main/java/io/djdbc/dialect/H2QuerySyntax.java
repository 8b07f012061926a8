package io.djdbc.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** H2. Django does not know it; it is nearest to PostgreSQL. */
final class H2QuerySyntax extends PostgreSqlQuerySyntax {

    @Override
    public String vendor() {
        return "h2";
    }

    @Override
    public int maxNameLength() {
        return 0;
    }

    /** ILIKE ignores case letter by letter; H2's UPPER makes two letters of one (ß). */
    @Override
    public String operator(String lookup) {
        return switch (lookup) {
            case "regex" -> "REGEXP {0}";
            case "iregex" -> "REGEXP '(?iu)' || {0}";
            case "iexact", "icontains", "istartswith", "iendswith" -> "ILIKE {0}" + likeEscape();
            default -> super.operator(lookup);
        };
    }

    @Override
    public @Nullable String patternOperator(String lookup) {
        String caseful = ignoresCase(lookup) ? super.patternOperator(lookup.substring(1)) : null;
        return caseful == null ? super.patternOperator(lookup) : "I" + caseful;
    }

    @Override
    public String patternEscape() {
        return "REPLACE(REPLACE(REPLACE({0}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')";
    }

    @Override
    protected String likeEscape() {
        return " ESCAPE '\\'";
    }

    @Override
    public String lookupCast(String lookup, String internalType) {
        return "{0}";
    }

    @Override
    public boolean groupsBySelectedKeys() {
        return false;
    }

    @Override
    public boolean groupsByPosition() {
        return false;
    }

    @Override
    public boolean supportsForUpdateOf() {
        return false;
    }

    @Override
    public boolean supportsForNoKeyUpdate() {
        return false;
    }

    @Override
    public boolean returnsFromInsert() {
        return false;
    }

    @Override
    public boolean supportsIgnoreConflicts() {
        return false;
    }

    @Override
    public boolean supportsUpdateConflicts() {
        return false;
    }

    @Override
    public boolean insertsArrays() {
        return false;
    }

    @Override
    public boolean castsCaseInUpdate() {
        return false;
    }

    @Override
    public boolean hasNativeDuration() {
        return false;
    }

    @Override
    public String now() {
        return "CURRENT_TIMESTAMP";
    }

    @Override
    public @Nullable String explain(@Nullable String format, List<String> options) {
        return format == null && options.isEmpty() ? "EXPLAIN" : null;
    }

    @Override
    public String combine(String operator) {
        return switch (operator) {
            case "%" -> "MOD({0}, {1})";
            case "^" -> "POWER({0}, {1})";
            case "&" -> "BITAND({0}, CAST({1} AS BIGINT))";
            case "|" -> "BITOR({0}, CAST({1} AS BIGINT))";
            case "#" -> "BITXOR({0}, CAST({1} AS BIGINT))";
            case "<<" -> "LSHIFT({0}, CAST({1} AS BIGINT))";
            case ">>" -> "RSHIFT({0}, CAST({1} AS BIGINT))";
            default -> "{0} " + operator + " {1}";
        };
    }

    @Override
    public String combineDuration(String operator) {
        return "DATEADD(MICROSECOND, " + (operator.equals("-") ? "-" : "") + "({1}), CAST({0} AS TIMESTAMP))";
    }

    @Override
    public String subtractTemporals(String internalType) {
        return "DATEDIFF(MICROSECOND, {1}, {0})";
    }

    /** What clocks in a zone show, as if it were UTC: H2 casts points in time to its session's zone only. */
    private static String local(String format, String type, String parameter) {
        return "CAST(FORMATDATETIME({0}, '" + format + "', 'en', " + parameter + ") " + type + ")";
    }

    private static String localMoment() {
        return local("yyyy-MM-dd''T''HH:mm:ss.SSSSSS", "|| 'Z' AS TIMESTAMP(6) WITH TIME ZONE", "{p0}");
    }

    @Override
    public SqlTemplate dateTrunc(String part, @Nullable String zone) {
        String cut = "DATE_TRUNC(" + extractName(part) + ", ";
        return zone == null ? SqlTemplate.of(cut + "{0})") : SqlTemplate.of(cut + localMoment() + ")", zone);
    }

    @Override
    public SqlTemplate timeTrunc(String part, @Nullable String zone) {
        String cut = "DATE_TRUNC(" + extractName(part) + ", ";
        return zone == null
                ? SqlTemplate.of(cut + "{0})")
                : SqlTemplate.of(cut + local("HH:mm:ss.SSSSSS", "AS TIME(6)", "{p0}") + ")", zone);
    }

    @Override
    public SqlTemplate dateOf(String zone) {
        return SqlTemplate.of(local("yyyy-MM-dd", "AS DATE", "{p0}"), zone);
    }

    @Override
    public SqlTemplate timeOf(String zone) {
        return SqlTemplate.of(local("HH:mm:ss.SSSSSS", "AS TIME(6)", "{p0}"), zone);
    }

    /** H2 must know a parameter's type where nothing beside it tells. */
    @Override
    public String integerPlaceholder() {
        return "CAST(? AS BIGINT)";
    }

    @Override
    public boolean supportsJsonLookups() {
        return false;
    }
}
