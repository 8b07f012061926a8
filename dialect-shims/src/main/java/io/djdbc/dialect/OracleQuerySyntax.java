package io.djdbc.dialect;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Oracle 19c. */
class OracleQuerySyntax extends QuerySyntax {

    @Override
    public String vendor() {
        return "oracle";
    }

    @Override
    public String quote(String name) {
        return Identifiers.oracleQuoted(name, maxNameLength());
    }

    @Override
    public boolean emptyStringsAreNulls() {
        return true;
    }

    @Override
    public boolean hasNativeDuration() {
        return true;
    }

    @Override
    public ConditionStyle conditionStyle() {
        return ConditionStyle.PREDICATES;
    }

    @Override
    public boolean supportsConditionInSelect() {
        return false;
    }

    @Override
    public long @Nullable [] integerRange(String internalType) {
        return switch (internalType) {
            case "SmallIntegerField", "SmallAutoField" -> new long[] {-99999999999L, 99999999999L};
            case "IntegerField", "AutoField" -> new long[] {-99999999999L, 99999999999L};
            case "PositiveSmallIntegerField", "PositiveIntegerField" -> new long[] {0, 99999999999L};
            case "BigIntegerField", "BigAutoField", "PositiveBigIntegerField" ->
                new long[] {Long.MIN_VALUE, Long.MAX_VALUE};
            default -> null;
        };
    }

    @Override
    public int maxNameLength() {
        return 30;
    }

    /** Both sides of LIKE must be of one character set. */
    @Override
    protected String likeValue() {
        return "TRANSLATE({0} USING NCHAR_CS)";
    }

    @Override
    protected String likeEscape() {
        return " ESCAPE TRANSLATE('\\' USING NCHAR_CS)";
    }

    @Override
    protected String likePattern(String pattern) {
        return "LIKE TRANSLATE( " + pattern + " USING NCHAR_CS)" + likeEscape();
    }

    @Override
    public String lookupCast(String lookup, String internalType) {
        boolean large = internalType.equals("BinaryField") || internalType.equals("TextField");
        return large && !lookup.equals("isnull") && !ignoresCase(lookup)
                ? "DBMS_LOB.SUBSTR({0})"
                : super.lookupCast(lookup, internalType);
    }

    @Override
    public @Nullable String regex(boolean ignoreCase) {
        return "REGEXP_LIKE({0}, {1}, '" + (ignoreCase ? "i" : "c") + "')";
    }

    @Override
    public int maxInListSize() {
        return 1000;
    }

    @Override
    public boolean groupsByPosition() {
        return false;
    }

    @Override
    public boolean ignoresOrderInSubqueries() {
        return false;
    }

    @Override
    public String limitOffset(int offset, @Nullable Integer limit) {
        StringBuilder sql = new StringBuilder();
        if (offset > 0) {
            sql.append("OFFSET ").append(offset).append(" ROWS");
        }
        if (limit != null) {
            sql.append(sql.length() == 0 ? "" : " ")
                    .append("FETCH FIRST ")
                    .append(limit)
                    .append(" ROWS ONLY");
        }
        return sql.toString();
    }

    @Override
    public String setOperator(String name) {
        return name.equals("difference") ? "MINUS" : super.setOperator(name);
    }

    @Override
    public boolean compoundOrderNeedsSubquery() {
        return true;
    }

    @Override
    public String bareSelectSuffix() {
        return " FROM DUAL";
    }

    @Override
    public String random() {
        return "DBMS_RANDOM.VALUE";
    }

    @Override
    public @Nullable String explain(@Nullable String format, List<String> options) {
        return null;
    }

    @Override
    public boolean supportsForUpdateOf() {
        return true;
    }

    @Override
    public boolean supportsForUpdateWithLimit() {
        return false;
    }

    @Override
    public boolean forUpdateOfColumns() {
        return true;
    }

    @Override
    public boolean returnsInto() {
        return true;
    }

    @Override
    public boolean returnsRowsFromBulkInsert() {
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
    public boolean supportsUpdateConflictsWithTarget() {
        return false;
    }

    @Override
    public boolean insertsSelects() {
        return true;
    }

    @Override
    public String bulkPlaceholder(String internalType) {
        return switch (internalType) {
            case "AutoField",
                    "BigAutoField",
                    "SmallAutoField",
                    "IntegerField",
                    "BigIntegerField",
                    "SmallIntegerField",
                    "PositiveBigIntegerField",
                    "PositiveSmallIntegerField",
                    "PositiveIntegerField",
                    "FloatField",
                    "DecimalField" -> "TO_NUMBER(?)";
            case "BinaryField" -> "TO_BLOB(?)";
            case "JSONField", "TextField" -> "TO_NCLOB(?)";
            case "DateField" -> "TO_DATE(?)";
            case "DateTimeField" -> "TO_TIMESTAMP(?)";
            default -> "?";
        };
    }

    @Override
    public String castType(
            String internalType, @Nullable Integer maxLength, @Nullable Integer digits, @Nullable Integer places) {
        return switch (internalType) {
            case "AutoField",
                    "SmallAutoField",
                    "IntegerField",
                    "SmallIntegerField",
                    "PositiveIntegerField",
                    "PositiveSmallIntegerField" -> "NUMBER(11)";
            case "BigAutoField", "BigIntegerField", "PositiveBigIntegerField" -> "NUMBER(19)";
            case "BooleanField" -> "NUMBER(1)";
            case "FloatField" -> "DOUBLE PRECISION";
            case "DecimalField" -> digits == null ? "NUMBER" : "NUMBER(" + digits + ", " + places + ")";
            case "CharField", "SlugField" -> maxLength == null ? "NVARCHAR2(2000)" : "NVARCHAR2(" + maxLength + ")";
            case "DateField" -> "DATE";
            case "DateTimeField", "TimeField" -> "TIMESTAMP";
            case "DurationField" -> "INTERVAL DAY(9) TO SECOND(6)";
            case "UUIDField" -> "VARCHAR2(32)";
            case "BinaryField" -> "BLOB";
            default -> "NVARCHAR2(2000)";
        };
    }

    @Override
    public @Nullable String combine(String operator) {
        return switch (operator) {
            case "%" -> "MOD({0},{1})";
            case "&" -> "BITAND({0},{1})";
            case "|" -> "BITAND(-{0}-1,{1})+{0}";
            case "<<" -> "({0} * POWER(2, {1}))";
            case ">>" -> "FLOOR({0} / POWER(2, {1}))";
            case "^" -> "POWER({0},{1})";
            case "#" -> null;
            default -> "{0} " + operator + " {1}";
        };
    }

    @Override
    public String subtractTemporals(String internalType) {
        return internalType.equals("DateField") ? "NUMTODSINTERVAL(TO_NUMBER({0} - {1}), 'DAY')" : "({0} - {1})";
    }

    @Override
    public String durationAggregate() {
        return "NUMTODSINTERVAL({0}, 'SECOND')";
    }

    @Override
    public String durationSeconds() {
        return "\n    EXTRACT(day from {0}) * 86400 +\n    EXTRACT(hour from {0}) * 3600 +\n"
                + "    EXTRACT(minute from {0}) * 60 +\n    EXTRACT(second from {0})\n    ";
    }

    @Override
    public String concat() {
        return "CONCAT({0}, {1})";
    }

    @Override
    public boolean concatNeedsCoalesce() {
        return false;
    }

    @Override
    public SqlTemplate dateExtract(String part) {
        return switch (part) {
            case "week_day" -> SqlTemplate.of("TO_CHAR({0}, {p0})", "D");
            case "iso_week_day" -> SqlTemplate.of("TO_CHAR({0} - 1, {p0})", "D");
            case "week" -> SqlTemplate.of("TO_CHAR({0}, {p0})", "IW");
            case "quarter" -> SqlTemplate.of("TO_CHAR({0}, {p0})", "Q");
            case "iso_year" -> SqlTemplate.of("TO_CHAR({0}, {p0})", "IYYY");
            default -> SqlTemplate.of("EXTRACT(" + extractName(part) + " FROM {0})");
        };
    }

    @Override
    public SqlTemplate dateTimeExtract(String part, String zone) {
        return inZone(
                part.equals("second") ? SqlTemplate.of("FLOOR(EXTRACT(SECOND FROM {0}))") : dateExtract(part), zone);
    }

    @Override
    public SqlTemplate timeExtract(String part) {
        return part.equals("second") ? SqlTemplate.of("FLOOR(EXTRACT(SECOND FROM {0}))") : dateExtract(part);
    }

    private static SqlTemplate inZone(SqlTemplate template, @Nullable String zone) {
        if (zone == null || zone.equals("UTC")) {
            return template;
        }
        String operand = "CAST((FROM_TZ({0}, 'UTC') AT TIME ZONE '" + zoneName(zone) + "') AS TIMESTAMP)";
        return new SqlTemplate(template.text().replace("{0}", operand), template.constants());
    }

    /** Oracle takes no bound value there. */
    private static String zoneName(String zone) {
        for (int i = 0; i < zone.length(); i++) {
            char c = zone.charAt(i);
            boolean name =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "/:+_-".indexOf(c) >= 0;
            if (!name) {
                throw new IllegalArgumentException("Invalid time zone name: " + zone);
            }
        }
        return zone;
    }

    @Override
    public SqlTemplate dateTrunc(String part, @Nullable String zone) {
        return inZone(
                switch (part) {
                    case "year", "month" -> SqlTemplate.of("TRUNC({0}, {p0})", part.toUpperCase(Locale.ROOT));
                    case "quarter" -> SqlTemplate.of("TRUNC({0}, {p0})", "Q");
                    case "week" -> SqlTemplate.of("TRUNC({0}, {p0})", "IW");
                    default -> SqlTemplate.of("TRUNC({0})");
                },
                zone);
    }

    @Override
    public SqlTemplate dateTimeTrunc(String part, String zone) {
        return switch (part) {
            case "hour" -> inZone(SqlTemplate.of("TRUNC({0}, {p0})", "HH24"), zone);
            case "minute" -> inZone(SqlTemplate.of("TRUNC({0}, {p0})", "MI"), zone);
            case "second" -> inZone(SqlTemplate.of("CAST({0} AS DATE)"), zone);
            default -> dateTrunc(part, zone);
        };
    }

    @Override
    public SqlTemplate timeTrunc(String part, @Nullable String zone) {
        return switch (part) {
            case "hour" -> inZone(SqlTemplate.of("TRUNC({0}, {p0})", "HH24"), zone);
            case "minute" -> inZone(SqlTemplate.of("TRUNC({0}, {p0})", "MI"), zone);
            default -> inZone(SqlTemplate.of("CAST({0} AS DATE)"), zone);
        };
    }

    @Override
    public SqlTemplate dateOf(String zone) {
        return inZone(SqlTemplate.of("TRUNC({0})"), zone);
    }

    @Override
    public SqlTemplate timeOf(String zone) {
        return inZone(
                SqlTemplate.of("CASE WHEN {0} IS NOT NULL THEN TO_TIMESTAMP(CONCAT('1900-01-01 ', TO_CHAR({0},"
                        + " 'HH24:MI:SS.FF')), 'YYYY-MM-DD HH24:MI:SS.FF') ELSE NULL END"),
                zone);
    }

    /** Another database's Oracle mode has Oracle's rules of LIKE, but not its character set conversions. */
    static final class Elsewhere extends OracleQuerySyntax {
        @Override
        protected String likeValue() {
            return "{0}";
        }

        @Override
        protected String likeEscape() {
            return " ESCAPE '\\'";
        }

        @Override
        protected String likePattern(String pattern) {
            return "LIKE " + pattern + likeEscape();
        }
    }
}
