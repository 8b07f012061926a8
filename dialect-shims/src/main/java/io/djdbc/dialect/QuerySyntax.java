package io.djdbc.dialect;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one database writes queries: names, lookups (see {@link TextLookups}), arithmetic, dates, limits, locks, inserts. Plain data and pure
 * functions; what is not overridden is standard SQL. The SQL is Django's, whose database backends it mirrors.
 *
 * <p>Types of fields are given by Django's names of them ({@code CharField}). Immutable.
 */
public abstract class QuerySyntax extends TextLookups {

    /** For subclasses. */
    protected QuerySyntax() {}

    /** The syntax of the database with Django's vendor name; {@code mariadb} beside {@code mysql}. */
    public static QuerySyntax of(String vendor) {
        return switch (vendor) {
            case "sqlite" -> new SqliteQuerySyntax();
            case "postgresql", "cockroachdb", "yugabytedb" -> new PostgreSqlQuerySyntax();
            case "mariadb" -> new MySqlQuerySyntax(true);
            case "mysql" -> new MySqlQuerySyntax(false);
            case "oracle" -> new OracleQuerySyntax();
            case "h2" -> new H2QuerySyntax();
            default ->
                throw new IllegalArgumentException("No query syntax for the database '" + vendor
                        + "'; there is one for sqlite, postgresql, mariadb, mysql, oracle and h2");
        };
    }

    /** Django's vendor name: {@code sqlite}, {@code postgresql}, {@code mysql} (of MariaDB too), {@code oracle}. */
    public abstract String vendor();

    /** The name by which {@link #of} gives it: {@code mariadb} is not {@code mysql}. */
    public String name() {
        return vendor();
    }

    // names

    /** The name quoted, and shortened where the database wants it; a name that is quoted already stays. */
    public String quote(String name) {
        if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
            return name;
        }
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** The name of a column as the database has it and JDBC takes it: what {@link #quote} quotes. */
    public String storedName(String name) {
        String quoted = quote(name);
        return quoted.length() > 1 ? quoted.substring(1, quoted.length() - 1) : quoted;
    }

    /** The greatest length of a table's name, to which Django cuts those that it makes itself; 0: any. */
    public int maxNameLength() {
        return 0;
    }

    // values

    /** '' is NULL. */
    public boolean emptyStringsAreNulls() {
        return false;
    }

    /** Durations have a type of their own; elsewhere they are microseconds. */
    public boolean hasNativeDuration() {
        return false;
    }

    /** UUIDs have a type of their own; elsewhere they are 32 hex digits. */
    public boolean hasNativeUuid() {
        return false;
    }

    /** Decimals are stored as floats or text, and are cast wherever they are computed. */
    public boolean castsDecimals() {
        return false;
    }

    /** The least and the greatest value of an integer type; null where any value goes. */
    public long @Nullable [] integerRange(String internalType) {
        return switch (internalType) {
            case "SmallIntegerField", "SmallAutoField" -> new long[] {Short.MIN_VALUE, Short.MAX_VALUE};
            case "IntegerField", "AutoField" -> new long[] {Integer.MIN_VALUE, Integer.MAX_VALUE};
            case "BigIntegerField", "BigAutoField" -> new long[] {Long.MIN_VALUE, Long.MAX_VALUE};
            case "PositiveSmallIntegerField" -> new long[] {0, Short.MAX_VALUE};
            case "PositiveIntegerField" -> new long[] {0, Integer.MAX_VALUE};
            case "PositiveBigIntegerField" -> new long[] {0, Long.MAX_VALUE};
            default -> null;
        };
    }

    // conditions

    public ConditionStyle conditionStyle() {
        return ConditionStyle.ANY;
    }

    /** {@code a XOR b} exists. */
    public boolean supportsXor() {
        return false;
    }

    /** A condition can stand in a SELECT list. */
    public boolean supportsConditionInSelect() {
        return true;
    }

    /** How many members an IN list may have; 0: any number. */
    public int maxInListSize() {
        return 0;
    }

    // SELECT

    public boolean supportsAggregateFilter() {
        return false;
    }

    /** Columns that depend on a grouped primary key need not be grouped. */
    public boolean groupsBySelectedKeys() {
        return false;
    }

    /** GROUP BY 1. */
    public boolean groupsByPosition() {
        return true;
    }

    /** NULLS FIRST and NULLS LAST. */
    public boolean supportsNullsOrder() {
        return true;
    }

    /** NULL comes first in ascending order. */
    public boolean nullsAreFirst() {
        return false;
    }

    /** What ORDER BY says if a grouped query is to have no order; null: nothing. */
    public @Nullable String noOrder() {
        return null;
    }

    public boolean ignoresOrderInSubqueries() {
        return true;
    }

    public String limitOffset(int offset, @Nullable Integer limit) {
        StringBuilder sql = new StringBuilder();
        if (limit != null) {
            sql.append("LIMIT ").append(limit);
        } else if (noLimit() != null) {
            sql.append("LIMIT ").append(noLimit());
        }
        if (offset > 0) {
            sql.append(sql.length() == 0 ? "" : " ").append("OFFSET ").append(offset);
        }
        return sql.toString();
    }

    /** The limit that means none, where OFFSET needs a LIMIT. */
    protected @Nullable String noLimit() {
        return null;
    }

    /** {@code union}, {@code intersection}, {@code difference}. */
    public String setOperator(String name) {
        return switch (name) {
            case "union" -> "UNION";
            case "intersection" -> "INTERSECT";
            case "difference" -> "EXCEPT";
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Parts of a compound query may be in parentheses. */
    public boolean supportsParenthesesInCompound() {
        return true;
    }

    /** Parts of a compound query may have ORDER BY and LIMIT. */
    public boolean supportsSliceInCompound() {
        return true;
    }

    public boolean compoundOrderNeedsSubquery() {
        return false;
    }

    /** What follows a SELECT without tables. */
    public String bareSelectSuffix() {
        return "";
    }

    public boolean supportsDistinctOn() {
        return false;
    }

    public String random() {
        return "RANDOM()";
    }

    /** The prefix of EXPLAIN; null if there is none of this format. */
    public @Nullable String explain(@Nullable String format, List<String> options) {
        return options.isEmpty() && format == null ? "EXPLAIN" : null;
    }

    // locks

    public boolean supportsForUpdate() {
        return true;
    }

    public boolean supportsForUpdateNowait() {
        return true;
    }

    public boolean supportsForUpdateSkipLocked() {
        return true;
    }

    public boolean supportsForUpdateOf() {
        return false;
    }

    public boolean supportsForNoKeyUpdate() {
        return false;
    }

    public boolean supportsForUpdateWithLimit() {
        return true;
    }

    /** FOR UPDATE OF names columns, not tables. */
    public boolean forUpdateOfColumns() {
        return false;
    }

    public String forUpdate(LockOptions options) {
        StringBuilder sql = new StringBuilder("FOR");
        sql.append(options.noKey() ? " NO KEY" : "").append(" UPDATE");
        if (!options.of().isEmpty()) {
            sql.append(" OF ").append(String.join(", ", options.of()));
        }
        sql.append(options.nowait() ? " NOWAIT" : "").append(options.skipLocked() ? " SKIP LOCKED" : "");
        return sql.toString();
    }

    // INSERT, UPDATE, DELETE

    /** INSERT … RETURNING. */
    public boolean returnsFromInsert() {
        return true;
    }

    /** RETURNING needs INTO and out parameters. */
    public boolean returnsInto() {
        return false;
    }

    /** How a value of a type that is not null stands in INSERT and UPDATE: with {@code ?}. */
    public String savedPlaceholder(String internalType) {
        return "?";
    }

    /** INSERT … RETURNING gives all rows of an INSERT of several. */
    public boolean returnsRowsFromBulkInsert() {
        return true;
    }

    public String insertStatement(InsertConflict conflict) {
        return "INSERT INTO";
    }

    public boolean supportsIgnoreConflicts() {
        return true;
    }

    public boolean supportsUpdateConflicts() {
        return true;
    }

    public boolean supportsUpdateConflictsWithTarget() {
        return true;
    }

    /** What follows the rows of an INSERT; '' for nothing. Names are not quoted yet. */
    public String onConflict(InsertConflict conflict, List<String> updated, List<String> unique) {
        return switch (conflict) {
            case FAIL -> "";
            case IGNORE -> "ON CONFLICT DO NOTHING";
            case UPDATE -> {
                StringBuilder sql = new StringBuilder("ON CONFLICT(");
                for (int i = 0; i < unique.size(); i++) {
                    sql.append(i == 0 ? "" : ", ").append(quote(unique.get(i)));
                }
                sql.append(") DO UPDATE SET ");
                for (int i = 0; i < updated.size(); i++) {
                    String name = quote(updated.get(i));
                    sql.append(i == 0 ? "" : ", ")
                            .append(name)
                            .append(" = EXCLUDED.")
                            .append(name);
                }
                yield sql.toString();
            }
        };
    }

    /** The value of a generated key in an INSERT without other columns. */
    public String defaultKey() {
        return "DEFAULT";
    }

    /** Many rows come as one array a column. */
    public boolean insertsArrays() {
        return false;
    }

    /** The type in SQL of a column that is one of those of {@link #insertsArrays}; null if it cannot be. */
    public @Nullable String arrayType(String internalType) {
        return null;
    }

    /** Many rows come as a SELECT of UNION ALL. */
    public boolean insertsSelects() {
        return false;
    }

    /** How a bound value of a type stands in an INSERT of several rows: with {@code ?}. */
    public String bulkPlaceholder(String internalType) {
        return "?";
    }

    /** How many rows an INSERT may have, for this number of fields; and how many objects one statement names. */
    public int batchSize(int fields, int objects) {
        return objects;
    }

    public boolean updateCanSelectSelf() {
        return true;
    }

    public boolean deleteCanSelectSelf() {
        return true;
    }

    /** DELETE names joined tables itself: {@code DELETE t FROM t INNER JOIN …}. */
    public boolean deletesWithJoins() {
        return false;
    }

    /** UPDATE may have ORDER BY. */
    public boolean updatesInOrder() {
        return false;
    }

    /** CASE in an UPDATE of many rows is cast to the column's type. */
    public boolean castsCaseInUpdate() {
        return false;
    }

    // types

    /** The type in {@code CAST(… AS type)}. */
    public abstract String castType(
            String internalType, @Nullable Integer maxLength, @Nullable Integer digits, @Nullable Integer places);

    // arithmetic

    /** Two numbers: {@code + - * / % ^ & | << >> #}. Null: not supported. */
    public @Nullable String combine(String operator) {
        return "{0} " + operator + " {1}";
    }

    /** A date or time and a duration. */
    public String combineDuration(String operator) {
        return "{0} " + operator + " {1}";
    }

    /** A duration in date arithmetic. */
    public String durationOperand() {
        return "{0}";
    }

    /** The duration between two values of a type. */
    public abstract String subtractTemporals(String internalType);

    /** The sum or average of durations: <code>{0}</code> is the whole call. */
    public String durationAggregate() {
        return "{0}";
    }

    /** The argument of a sum or average of durations, in seconds; null: as it is. */
    public @Nullable String durationSeconds() {
        return null;
    }

    // text

    public String length() {
        return "LENGTH({0})";
    }

    public String concat() {
        return "({0} || {1})";
    }

    /** {@link #concat} needs NULL as ''. */
    public boolean concatNeedsCoalesce() {
        return true;
    }

    // dates; zones are names of the time zone database

    /** A part of a date: {@code year}, {@code week_day} … */
    public abstract SqlTemplate dateExtract(String part);

    /** A part of a point in time, in a zone. */
    public abstract SqlTemplate dateTimeExtract(String part, String zone);

    public abstract SqlTemplate timeExtract(String part);

    public abstract SqlTemplate dateTrunc(String part, @Nullable String zone);

    public abstract SqlTemplate dateTimeTrunc(String part, String zone);

    public abstract SqlTemplate timeTrunc(String part, @Nullable String zone);

    /** The date of a point in time, in a zone. */
    public abstract SqlTemplate dateOf(String zone);

    /** The time of day of a point in time, in a zone. */
    public abstract SqlTemplate timeOf(String zone);

    public String now() {
        return "CURRENT_TIMESTAMP";
    }

    /** A part of a date as EXTRACT names it; refuses what is no name, as Django does since CVE-2022-34265. */
    protected static String extractName(String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_')) {
                throw new IllegalArgumentException("Invalid lookup type: '" + part + "'");
            }
        }
        return part.toUpperCase(Locale.ROOT);
    }

    /** A bound integer that stands for itself, as a column or the result of a CASE. */
    public String integerPlaceholder() {
        return "?";
    }

    /** Whether there are functions that look into JSON documents. */
    public boolean supportsJsonLookups() {
        return true;
    }
}
