package io.djdbc.dialect;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** MySQL and MariaDB. */
final class MySqlQuerySyntax extends QuerySyntax {

    private final boolean mariaDb;
    private final boolean backslashEscapes;

    MySqlQuerySyntax(boolean mariaDb) {
        this(mariaDb, true);
    }

    /** @param backslashEscapes whether {@code \\} is special in literals, which NO_BACKSLASH_ESCAPES ends */
    MySqlQuerySyntax(boolean mariaDb, boolean backslashEscapes) {
        this.mariaDb = mariaDb;
        this.backslashEscapes = backslashEscapes;
    }

    @Override
    public String vendor() {
        return "mysql";
    }

    @Override
    public String name() {
        return mariaDb ? "mariadb" : "mysql";
    }

    /** Whether it is MariaDB, which has RETURNING and stores JSON as text. */
    public boolean isMariaDb() {
        return mariaDb;
    }

    @Override
    public String quote(String name) {
        if (name.length() > 1 && name.startsWith("`") && name.endsWith("`")) {
            return name;
        }
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    public ConditionStyle conditionStyle() {
        return ConditionStyle.COMPARED_COLUMNS;
    }

    @Override
    public boolean supportsXor() {
        return true;
    }

    @Override
    public long @Nullable [] integerRange(String internalType) {
        return switch (internalType) {
            case "PositiveSmallIntegerField" -> new long[] {0, 65535};
            case "PositiveIntegerField" -> new long[] {0, 4294967295L};
            case "PositiveBigIntegerField" -> new long[] {0, Long.MAX_VALUE};
            default -> super.integerRange(internalType);
        };
    }

    @Override
    public boolean hasNativeUuid() {
        return mariaDb;
    }

    @Override
    public int maxNameLength() {
        return 64;
    }

    /** The collation says whether case counts; BINARY makes it count. */
    @Override
    public String operator(String lookup) {
        return switch (lookup) {
            case "contains", "startswith", "endswith" -> "LIKE BINARY {0}" + likeEscape();
            case "iexact", "icontains", "istartswith", "iendswith" -> "LIKE {0}" + likeEscape();
            default -> super.operator(lookup);
        };
    }

    @Override
    public @Nullable String patternOperator(String lookup) {
        return switch (lookup) {
            case "contains" -> likePattern("BINARY CONCAT('%', {0}, '%')");
            case "icontains" -> likePattern("CONCAT('%', {0}, '%')");
            case "startswith" -> likePattern("BINARY CONCAT({0}, '%')");
            case "istartswith" -> likePattern("CONCAT({0}, '%')");
            case "endswith" -> likePattern("BINARY CONCAT('%', {0})");
            case "iendswith" -> likePattern("CONCAT('%', {0})");
            default -> null;
        };
    }

    /** Without backslash escapes LIKE has no escape character by itself. */
    @Override
    protected String likeEscape() {
        return backslashEscapes ? "" : super.likeEscape();
    }

    @Override
    public String patternEscape() {
        return backslashEscapes
                ? "REPLACE(REPLACE(REPLACE({0}, '\\\\', '\\\\\\\\'), '%', '\\%'), '_', '\\_')"
                : super.patternEscape();
    }

    @Override
    public String lookupCast(String lookup, String internalType) {
        return internalType.equals("JSONField") && (mariaDb || isText(lookup)) ? "JSON_UNQUOTE({0})" : "{0}";
    }

    private static boolean isText(String lookup) {
        return switch (lookup) {
            case "contains", "startswith", "endswith", "regex", "iregex" -> true;
            default -> ignoresCase(lookup);
        };
    }

    @Override
    public @Nullable String regex(boolean ignoreCase) {
        if (mariaDb) {
            return ignoreCase ? "{0} REGEXP {1}" : "{0} REGEXP BINARY {1}";
        }
        return "REGEXP_LIKE({0}, {1}, '" + (ignoreCase ? "i" : "c") + "')";
    }

    @Override
    public boolean groupsBySelectedKeys() {
        return true;
    }

    @Override
    public boolean supportsNullsOrder() {
        return false;
    }

    @Override
    public boolean nullsAreFirst() {
        return true;
    }

    @Override
    public String noOrder() {
        return "NULL";
    }

    @Override
    protected String noLimit() {
        return "18446744073709551615";
    }

    @Override
    public String random() {
        return "RAND()";
    }

    @Override
    public @Nullable String explain(@Nullable String format, List<String> options) {
        if (!options.isEmpty()) {
            return null;
        }
        if (format == null) {
            return "EXPLAIN";
        }
        return switch (format.toUpperCase(Locale.ROOT)) {
            case "JSON" -> "EXPLAIN FORMAT=JSON";
            case "TEXT", "TRADITIONAL" -> "EXPLAIN FORMAT=TRADITIONAL";
            case "TREE" -> mariaDb ? null : "EXPLAIN FORMAT=TREE";
            default -> null;
        };
    }

    @Override
    public boolean supportsForUpdateOf() {
        return !mariaDb;
    }

    @Override
    public boolean returnsFromInsert() {
        return mariaDb;
    }

    @Override
    public boolean returnsRowsFromBulkInsert() {
        return mariaDb;
    }

    @Override
    public String insertStatement(InsertConflict conflict) {
        return conflict == InsertConflict.IGNORE ? "INSERT IGNORE INTO" : "INSERT INTO";
    }

    @Override
    public boolean supportsUpdateConflictsWithTarget() {
        return false;
    }

    @Override
    public String onConflict(InsertConflict conflict, List<String> updated, List<String> unique) {
        if (conflict != InsertConflict.UPDATE) {
            return "";
        }
        StringBuilder sql = new StringBuilder(mariaDb ? "ON DUPLICATE KEY UPDATE " : "AS new ON DUPLICATE KEY UPDATE ");
        for (int i = 0; i < updated.size(); i++) {
            String name = quote(updated.get(i));
            sql.append(i == 0 ? "" : ", ").append(name).append(" = ");
            sql.append(mariaDb ? "VALUE(" + name + ")" : "new." + name);
        }
        return sql.toString();
    }

    @Override
    public String savedPlaceholder(String internalType) {
        return internalType.equals("BinaryField") ? "_binary ?" : "?";
    }

    @Override
    public boolean updateCanSelectSelf() {
        return mariaDb;
    }

    @Override
    public boolean deleteCanSelectSelf() {
        return false;
    }

    @Override
    public boolean deletesWithJoins() {
        return true;
    }

    @Override
    public boolean updatesInOrder() {
        return true;
    }

    @Override
    public String castType(
            String internalType, @Nullable Integer maxLength, @Nullable Integer digits, @Nullable Integer places) {
        return switch (internalType) {
            case "AutoField",
                    "BigAutoField",
                    "SmallAutoField",
                    "IntegerField",
                    "BigIntegerField",
                    "SmallIntegerField",
                    "DurationField" -> "signed integer";
            case "PositiveIntegerField", "PositiveBigIntegerField", "PositiveSmallIntegerField" -> "unsigned integer";
            case "BooleanField" -> "signed integer";
            case "CharField", "SlugField" -> maxLength == null ? "char" : "char(" + maxLength + ")";
            case "DecimalField" -> digits == null ? "decimal" : "decimal(" + digits + ", " + places + ")";
            case "DateField" -> "date";
            case "DateTimeField" -> "datetime(6)";
            case "TimeField" -> "time(6)";
            case "FloatField" -> "double precision";
            case "BinaryField" -> "binary";
            case "UUIDField" -> "char(32)";
            case "JSONField" -> mariaDb ? "char" : "json";
            default -> "char";
        };
    }

    @Override
    public String combine(String operator) {
        return switch (operator) {
            case "^" -> "POW({0},{1})";
            case "#" -> "CONVERT({0}^{1}, SIGNED)";
            case "&", "|", "<<" -> "CONVERT({0}" + operator + "{1}, SIGNED)";
            case ">>" -> "FLOOR({0} / POW(2, {1}))";
            default -> "{0} " + operator + " {1}";
        };
    }

    @Override
    public String durationOperand() {
        return "INTERVAL {0} MICROSECOND";
    }

    @Override
    public String subtractTemporals(String internalType) {
        if (internalType.equals("TimeField")) {
            return mariaDb
                    ? "CAST((TIME_TO_SEC({0}) * 1000000 + MICROSECOND({0})) AS SIGNED)"
                            + " - CAST((TIME_TO_SEC({1}) * 1000000 + MICROSECOND({1})) AS SIGNED)"
                    : "((TIME_TO_SEC({0}) * 1000000 + MICROSECOND({0}))"
                            + " - (TIME_TO_SEC({1}) * 1000000 + MICROSECOND({1})))";
        }
        return "TIMESTAMPDIFF(MICROSECOND, {1}, {0})";
    }

    @Override
    public String durationAggregate() {
        return "CAST({0} AS SIGNED)";
    }

    @Override
    public String length() {
        return "CHAR_LENGTH({0})";
    }

    @Override
    public String concat() {
        return "CONCAT_WS('', {0}, {1})";
    }

    @Override
    public boolean concatNeedsCoalesce() {
        return false;
    }

    @Override
    public SqlTemplate dateExtract(String part) {
        return SqlTemplate.of(extract(part, "{0}"));
    }

    @Override
    public SqlTemplate dateTimeExtract(String part, String zone) {
        return inZone(extract(part, "{0}"), zone);
    }

    @Override
    public SqlTemplate timeExtract(String part) {
        return dateExtract(part);
    }

    private static String extract(String part, String operand) {
        return switch (part) {
            case "week_day" -> "DAYOFWEEK(" + operand + ")";
            case "iso_week_day" -> "WEEKDAY(" + operand + ") + 1";
            case "week" -> "WEEK(" + operand + ", 3)";
            case "iso_year" -> "TRUNCATE(YEARWEEK(" + operand + ", 3), -2) / 100";
            default -> "EXTRACT(" + extractName(part) + " FROM " + operand + ")";
        };
    }

    /** With the operand converted to a zone, and further constants after it. */
    private static SqlTemplate inZone(String text, @Nullable String zone, Object... constants) {
        if (zone == null || zone.equals("UTC")) {
            return SqlTemplate.of(text, constants);
        }
        Object[] all = new Object[constants.length + 2];
        System.arraycopy(constants, 0, all, 0, constants.length);
        all[constants.length] = "UTC";
        all[constants.length + 1] = zone;
        String operand = "CONVERT_TZ({0}, {p" + constants.length + "}, {p" + (constants.length + 1) + "})";
        return SqlTemplate.of(text.replace("{0}", operand), all);
    }

    @Override
    public SqlTemplate dateTrunc(String part, @Nullable String zone) {
        return switch (part) {
            case "year" -> inZone("CAST(DATE_FORMAT({0}, {p0}) AS DATE)", zone, "%Y-01-01");
            case "month" -> inZone("CAST(DATE_FORMAT({0}, {p0}) AS DATE)", zone, "%Y-%m-01");
            case "quarter" ->
                inZone("MAKEDATE(YEAR({0}), 1) + INTERVAL QUARTER({0}) QUARTER - INTERVAL 1 QUARTER", zone);
            case "week" -> inZone("DATE_SUB({0}, INTERVAL WEEKDAY({0}) DAY)", zone);
            default -> inZone("DATE({0})", zone);
        };
    }

    @Override
    public SqlTemplate dateTimeTrunc(String part, String zone) {
        return switch (part) {
            case "quarter" ->
                inZone(
                        "CAST(DATE_FORMAT(MAKEDATE(YEAR({0}), 1) + INTERVAL QUARTER({0}) QUARTER - INTERVAL 1 QUARTER,"
                                + " {p0}) AS DATETIME)",
                        zone, "%Y-%m-01 00:00:00");
            case "week" ->
                inZone(
                        "CAST(DATE_FORMAT(DATE_SUB({0}, INTERVAL WEEKDAY({0}) DAY), {p0}) AS DATETIME)",
                        zone, "%Y-%m-%d 00:00:00");
            case "year" -> format(zone, "%Y-01-01 00:00:00");
            case "month" -> format(zone, "%Y-%m-01 00:00:00");
            case "day" -> format(zone, "%Y-%m-%d 00:00:00");
            case "hour" -> format(zone, "%Y-%m-%d %H:00:00");
            case "minute" -> format(zone, "%Y-%m-%d %H:%i:00");
            case "second" -> format(zone, "%Y-%m-%d %H:%i:%s");
            default -> inZone("{0}", zone);
        };
    }

    private static SqlTemplate format(String zone, String format) {
        return inZone("CAST(DATE_FORMAT({0}, {p0}) AS DATETIME)", zone, format);
    }

    @Override
    public SqlTemplate timeTrunc(String part, @Nullable String zone) {
        return switch (part) {
            case "hour" -> inZone("CAST(TIME_FORMAT({0}, {p0}) AS TIME)", zone, "%H:00:00");
            case "minute" -> inZone("CAST(TIME_FORMAT({0}, {p0}) AS TIME)", zone, "%H:%i:00");
            case "second" -> inZone("CAST(TIME_FORMAT({0}, {p0}) AS TIME)", zone, "%H:%i:%s");
            default -> inZone("TIME({0})", zone);
        };
    }

    @Override
    public SqlTemplate dateOf(String zone) {
        return inZone("DATE({0})", zone);
    }

    @Override
    public SqlTemplate timeOf(String zone) {
        return inZone("TIME({0})", zone);
    }

    @Override
    public String now() {
        return "CURRENT_TIMESTAMP(6)";
    }
}
