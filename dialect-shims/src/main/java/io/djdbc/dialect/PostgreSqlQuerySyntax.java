package io.djdbc.dialect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, and what speaks as it does. */
class PostgreSqlQuerySyntax extends QuerySyntax {

    private static final Set<String> EXPLAIN_FORMATS = Set.of("JSON", "TEXT", "XML", "YAML");

    @Override
    public String vendor() {
        return "postgresql";
    }

    @Override
    public boolean hasNativeDuration() {
        return true;
    }

    @Override
    public boolean hasNativeUuid() {
        return true;
    }

    @Override
    public int maxNameLength() {
        return 63;
    }

    @Override
    public String operator(String lookup) {
        return switch (lookup) {
            case "regex" -> "~ {0}";
            case "iregex" -> "~* {0}";
            default -> super.operator(lookup);
        };
    }

    @Override
    protected String likeEscape() {
        return "";
    }

    @Override
    public String lookupCast(String lookup, String internalType) {
        return switch (lookup) {
            case "iexact", "icontains", "istartswith", "iendswith" -> "UPPER(" + text(internalType) + ")";
            case "contains", "startswith", "endswith", "regex", "iregex" -> text(internalType);
            default -> "{0}";
        };
    }

    private static String text(String internalType) {
        return internalType.equals("GenericIPAddressField") || internalType.equals("IPAddressField")
                ? "HOST({0})"
                : "{0}::text";
    }

    @Override
    public String patternEscape() {
        return "REPLACE(REPLACE(REPLACE({0}, E'\\\\', E'\\\\\\\\'), E'%', E'\\\\%'), E'_', E'\\\\_')";
    }

    @Override
    public boolean supportsAggregateFilter() {
        return true;
    }

    @Override
    public boolean groupsBySelectedKeys() {
        return true;
    }

    @Override
    public boolean supportsDistinctOn() {
        return true;
    }

    @Override
    public @Nullable String explain(@Nullable String format, List<String> options) {
        StringBuilder extra = new StringBuilder();
        if (format != null) {
            String name = format.toUpperCase(Locale.ROOT);
            if (!EXPLAIN_FORMATS.contains(name)) {
                return null;
            }
            extra.append("FORMAT ").append(name);
        }
        for (String option : options) {
            extra.append(extra.length() == 0 ? "" : ", ").append(option);
        }
        return extra.length() == 0 ? "EXPLAIN" : "EXPLAIN (" + extra + ")";
    }

    @Override
    public boolean supportsForUpdateOf() {
        return true;
    }

    @Override
    public boolean supportsForNoKeyUpdate() {
        return true;
    }

    @Override
    public boolean insertsArrays() {
        return true;
    }

    @Override
    public @Nullable String arrayType(String internalType) {
        return switch (internalType) {
            case "BinaryField" -> null;
            default -> castType(internalType, null, null, null);
        };
    }

    @Override
    public boolean castsCaseInUpdate() {
        return true;
    }

    @Override
    public String castType(
            String internalType, @Nullable Integer maxLength, @Nullable Integer digits, @Nullable Integer places) {
        return switch (internalType) {
            case "AutoField", "IntegerField", "PositiveIntegerField" -> "integer";
            case "BigAutoField", "BigIntegerField", "PositiveBigIntegerField" -> "bigint";
            case "SmallAutoField", "SmallIntegerField", "PositiveSmallIntegerField" -> "smallint";
            case "BooleanField" -> "boolean";
            case "FloatField" -> "double precision";
            case "DecimalField" -> digits == null ? "numeric" : "numeric(" + digits + ", " + places + ")";
            case "CharField", "SlugField", "FileField", "FilePathField" ->
                maxLength == null ? "varchar" : "varchar(" + maxLength + ")";
            case "DateField" -> "date";
            case "DateTimeField" -> "timestamp with time zone";
            case "TimeField" -> "time";
            case "DurationField" -> "interval";
            case "UUIDField" -> "uuid";
            case "GenericIPAddressField" -> "inet";
            case "JSONField" -> "jsonb";
            case "BinaryField" -> "bytea";
            default -> "text";
        };
    }

    @Override
    public String subtractTemporals(String internalType) {
        return internalType.equals("DateField") ? "(interval '1 day' * ({0} - {1}))" : "({0} - {1})";
    }

    @Override
    public SqlTemplate dateExtract(String part) {
        return SqlTemplate.of(extract(part, "{0}"));
    }

    @Override
    public SqlTemplate dateTimeExtract(String part, String zone) {
        if (part.equals("second")) {
            return SqlTemplate.of("EXTRACT(SECOND FROM DATE_TRUNC({p0}, {0} AT TIME ZONE {p1}))", "second", zone);
        }
        return SqlTemplate.of(extract(part, "{0} AT TIME ZONE {p0}"), zone);
    }

    @Override
    public SqlTemplate timeExtract(String part) {
        if (part.equals("second")) {
            return SqlTemplate.of("EXTRACT(SECOND FROM DATE_TRUNC({p0}, {0}))", "second");
        }
        return dateExtract(part);
    }

    private static String extract(String part, String operand) {
        return switch (part) {
            case "week_day" -> "EXTRACT(DOW FROM " + operand + ") + 1";
            case "iso_week_day" -> "EXTRACT(ISODOW FROM " + operand + ")";
            case "iso_year" -> "EXTRACT(ISOYEAR FROM " + operand + ")";
            default -> "EXTRACT(" + extractName(part) + " FROM " + operand + ")";
        };
    }

    @Override
    public SqlTemplate dateTrunc(String part, @Nullable String zone) {
        return zone == null
                ? SqlTemplate.of("DATE_TRUNC({p0}, {0})", part)
                : SqlTemplate.of("DATE_TRUNC({p0}, {0} AT TIME ZONE {p1})", part, zone);
    }

    @Override
    public SqlTemplate dateTimeTrunc(String part, String zone) {
        return dateTrunc(part, zone);
    }

    @Override
    public SqlTemplate timeTrunc(String part, @Nullable String zone) {
        return zone == null
                ? SqlTemplate.of("DATE_TRUNC({p0}, {0})::time", part)
                : SqlTemplate.of("DATE_TRUNC({p0}, {0} AT TIME ZONE {p1})::time", part, zone);
    }

    @Override
    public SqlTemplate dateOf(String zone) {
        return SqlTemplate.of("({0} AT TIME ZONE {p0})::date", zone);
    }

    @Override
    public SqlTemplate timeOf(String zone) {
        return SqlTemplate.of("({0} AT TIME ZONE {p0})::time", zone);
    }

    @Override
    public String now() {
        return "STATEMENT_TIMESTAMP()";
    }
}
