package io.djdbc.dialect;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** SQLite. Dates are text, and what SQLite cannot do with them is done by functions that Django's names are used for. */
final class SqliteQuerySyntax extends QuerySyntax {

    private static final int MAX_VARIABLES = 999;

    @Override
    public String vendor() {
        return "sqlite";
    }

    @Override
    public boolean castsDecimals() {
        return true;
    }

    @Override
    public long @Nullable [] integerRange(String internalType) {
        // SQLite has one integer type, of 64 bits
        return internalType.startsWith("Positive")
                ? new long[] {0, Long.MAX_VALUE}
                : new long[] {Long.MIN_VALUE, Long.MAX_VALUE};
    }

    /** LIKE ignores the case of ASCII letters, always. */
    @Override
    public String operator(String lookup) {
        return switch (lookup) {
            case "regex" -> "REGEXP {0}";
            case "iregex" -> "REGEXP '(?i)' || {0}";
            case "iexact", "icontains", "istartswith", "iendswith" -> "LIKE {0}" + likeEscape();
            default -> super.operator(lookup);
        };
    }

    @Override
    public String lookupCast(String lookup, String internalType) {
        return "{0}";
    }

    @Override
    public boolean supportsAggregateFilter() {
        return true;
    }

    @Override
    public boolean nullsAreFirst() {
        return true;
    }

    @Override
    protected String noLimit() {
        return "-1";
    }

    @Override
    public boolean supportsParenthesesInCompound() {
        return false;
    }

    @Override
    public boolean supportsSliceInCompound() {
        return false;
    }

    @Override
    public String random() {
        return "RAND()";
    }

    @Override
    public @Nullable String explain(@Nullable String format, List<String> options) {
        return format == null && options.isEmpty() ? "EXPLAIN QUERY PLAN" : null;
    }

    @Override
    public boolean supportsForUpdate() {
        return false;
    }

    @Override
    public String insertStatement(InsertConflict conflict) {
        return conflict == InsertConflict.IGNORE ? "INSERT OR IGNORE INTO" : "INSERT INTO";
    }

    @Override
    public String onConflict(InsertConflict conflict, List<String> updated, List<String> unique) {
        return conflict == InsertConflict.IGNORE ? "" : super.onConflict(conflict, updated, unique);
    }

    @Override
    public String defaultKey() {
        return "NULL";
    }

    @Override
    public int batchSize(int fields, int objects) {
        if (fields == 1) {
            return 500;
        }
        return fields > 1 ? MAX_VARIABLES / fields : objects;
    }

    @Override
    public String castType(
            String internalType, @Nullable Integer maxLength, @Nullable Integer digits, @Nullable Integer places) {
        return switch (internalType) {
            case "BigAutoField", "AutoField", "SmallAutoField", "IntegerField" -> "integer";
            case "BigIntegerField" -> "bigint";
            case "SmallIntegerField" -> "smallint";
            case "PositiveIntegerField" -> "integer unsigned";
            case "PositiveBigIntegerField" -> "bigint unsigned";
            case "PositiveSmallIntegerField" -> "smallint unsigned";
            case "BooleanField" -> "bool";
            case "FloatField" -> "real";
            case "DecimalField" -> "NUMERIC";
            case "CharField", "SlugField" -> maxLength == null ? "varchar" : "varchar(" + maxLength + ")";
            case "DateField" -> "date";
            case "DateTimeField" -> "datetime";
            case "TimeField" -> "time";
            case "DurationField" -> "bigint";
            case "UUIDField" -> "char(32)";
            case "GenericIPAddressField" -> "char(39)";
            case "BinaryField" -> "BLOB";
            default -> "text";
        };
    }

    @Override
    public String combine(String operator) {
        return switch (operator) {
            case "^" -> "POWER({0},{1})";
            case "#" -> "BITXOR({0},{1})";
            default -> "{0} " + operator + " {1}";
        };
    }

    @Override
    public String combineDuration(String operator) {
        return "django_format_dtdelta('" + operator + "', {0}, {1})";
    }

    @Override
    public String subtractTemporals(String internalType) {
        return internalType.equals("TimeField") ? "django_time_diff({0}, {1})" : "django_timestamp_diff({0}, {1})";
    }

    @Override
    public SqlTemplate dateExtract(String part) {
        return SqlTemplate.of("django_date_extract({p0}, {0})", part.toLowerCase(Locale.ROOT));
    }

    @Override
    public SqlTemplate dateTimeExtract(String part, String zone) {
        return SqlTemplate.of(
                "django_datetime_extract({p0}, {0}, {p1}, {p2})", part.toLowerCase(Locale.ROOT), zone, "UTC");
    }

    @Override
    public SqlTemplate timeExtract(String part) {
        return SqlTemplate.of("django_time_extract({p0}, {0})", part.toLowerCase(Locale.ROOT));
    }

    @Override
    public SqlTemplate dateTrunc(String part, @Nullable String zone) {
        return truncate("django_date_trunc", part, zone);
    }

    @Override
    public SqlTemplate dateTimeTrunc(String part, String zone) {
        return truncate("django_datetime_trunc", part, zone);
    }

    @Override
    public SqlTemplate timeTrunc(String part, @Nullable String zone) {
        return truncate("django_time_trunc", part, zone);
    }

    private static SqlTemplate truncate(String function, String part, @Nullable String zone) {
        String unit = part.toLowerCase(Locale.ROOT);
        return zone == null
                ? SqlTemplate.of(function + "({p0}, {0}, {null}, {null})", unit)
                : SqlTemplate.of(function + "({p0}, {0}, {p1}, {p2})", unit, zone, "UTC");
    }

    @Override
    public SqlTemplate dateOf(String zone) {
        return SqlTemplate.of("django_datetime_cast_date({0}, {p0}, {p1})", zone, "UTC");
    }

    @Override
    public SqlTemplate timeOf(String zone) {
        return SqlTemplate.of("django_datetime_cast_time({0}, {p0}, {p1})", zone, "UTC");
    }

    @Override
    public String now() {
        return "STRFTIME('%Y-%m-%d %H:%M:%f', 'NOW')";
    }
}
