package io.djdbc.dialect;

import org.jspecify.annotations.Nullable;

/**
 * The functions that Django's SQL calls on SQLite and that SQLite lacks. Pure; arguments and results are null, Long,
 * Double, String or byte[].
 */
public enum SqliteFunction {
    REGEXP("regexp", 2),
    BITXOR("BITXOR", 2),
    DATE_EXTRACT("django_date_extract", 2),
    DATETIME_EXTRACT("django_datetime_extract", 4),
    TIME_EXTRACT("django_time_extract", 2),
    DATE_TRUNC("django_date_trunc", 4),
    DATETIME_TRUNC("django_datetime_trunc", 4),
    TIME_TRUNC("django_time_trunc", 4),
    DATETIME_CAST_DATE("django_datetime_cast_date", 3),
    DATETIME_CAST_TIME("django_datetime_cast_time", 3),
    TIMESTAMP_DIFF("django_timestamp_diff", 2),
    TIME_DIFF("django_time_diff", 2),
    FORMAT_DTDELTA("django_format_dtdelta", 3);

    private final String sqlName;
    private final int parameters;

    SqliteFunction(String sqlName, int parameters) {
        this.sqlName = sqlName;
        this.parameters = parameters;
    }

    /** The name in SQL. */
    public String sqlName() {
        return sqlName;
    }

    /** How many arguments it takes. */
    public int parameters() {
        return parameters;
    }

    /**
     * The function's value.
     *
     * @throws IllegalArgumentException if the arguments make no sense: no regular expression, no part of a date
     */
    public @Nullable Object call(@Nullable Object... arguments) {
        return switch (this) {
            case REGEXP -> regexp(arguments[0], arguments[1]);
            case BITXOR -> bitxor(arguments[0], arguments[1]);
            case DATE_EXTRACT -> SqliteDateFunctions.extract(text(arguments[0]), arguments[1], null, null);
            case DATETIME_EXTRACT ->
                SqliteDateFunctions.extract(text(arguments[0]), arguments[1], text(arguments[2]), text(arguments[3]));
            case TIME_EXTRACT -> SqliteDateFunctions.extractTime(text(arguments[0]), arguments[1]);
            case DATE_TRUNC ->
                SqliteDateFunctions.truncateDate(
                        text(arguments[0]), arguments[1], text(arguments[2]), text(arguments[3]));
            case DATETIME_TRUNC ->
                SqliteDateFunctions.truncateDatetime(
                        text(arguments[0]), arguments[1], text(arguments[2]), text(arguments[3]));
            case TIME_TRUNC ->
                SqliteDateFunctions.truncateTime(
                        text(arguments[0]), arguments[1], text(arguments[2]), text(arguments[3]));
            case DATETIME_CAST_DATE ->
                SqliteDateFunctions.castToDate(arguments[0], text(arguments[1]), text(arguments[2]));
            case DATETIME_CAST_TIME ->
                SqliteDateFunctions.castToTime(arguments[0], text(arguments[1]), text(arguments[2]));
            case TIMESTAMP_DIFF -> SqliteDurations.timestampDifference(arguments[0], arguments[1]);
            case TIME_DIFF -> SqliteDurations.timeDifference(arguments[0], arguments[1]);
            case FORMAT_DTDELTA -> SqliteDurations.format(arguments[0], arguments[1], arguments[2]);
        };
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /** SQLite turns {@code a REGEXP b} into {@code regexp(b, a)}. */
    private static @Nullable Object regexp(@Nullable Object expression, @Nullable Object value) {
        if (expression == null || value == null) {
            return null;
        }
        return PythonRegex.isFound(expression.toString(), value.toString()) ? 1L : 0L;
    }

    private static @Nullable Object bitxor(@Nullable Object left, @Nullable Object right) {
        return left instanceof Number && right instanceof Number
                ? (Object) (((Number) left).longValue() ^ ((Number) right).longValue())
                : null;
    }
}
