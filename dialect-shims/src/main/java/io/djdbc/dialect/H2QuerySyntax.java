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

    @Override
    public String operator(String lookup) {
        return switch (lookup) {
            case "regex" -> "REGEXP {0}";
            case "iregex" -> "REGEXP '(?i)' || {0}";
            default -> super.operator(lookup);
        };
    }

    @Override
    public String patternEscape() {
        return "REPLACE(REPLACE(REPLACE({0}, '\\', '\\\\'), '%', '\\%'), '_', '\\_')";
    }

    @Override
    public String lookupCast(String lookup, String internalType) {
        return switch (lookup) {
            case "iexact", "icontains", "istartswith", "iendswith" -> "UPPER({0})";
            default -> "{0}";
        };
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
    public @Nullable String explain(@Nullable String format, List<String> options) {
        return format == null && options.isEmpty() ? "EXPLAIN" : null;
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
    public String subtractTemporals(String internalType) {
        return "({0} - {1})";
    }

    @Override
    public String now() {
        return "CURRENT_TIMESTAMP";
    }
}
