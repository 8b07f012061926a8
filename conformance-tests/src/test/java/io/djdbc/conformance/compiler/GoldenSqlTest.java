package io.djdbc.conformance.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.queries.QueryCase;
import io.djdbc.dialect.QuerySyntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL of the golden queries, as far as no rows are needed to know it: the very text and parameters of Django's. */
@DisplayName("SQL of the golden queries")
class GoldenSqlTest {

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql", "mysql", "oracle"})
    void isDjangosOwn(String backend) {
        Report report = report(backend);
        System.out.println(report.table(backend));
        assertThat(report.failures)
                .as("statements unlike Django's on %s", backend)
                .isEmpty();
    }

    /** What came of the cases. */
    static final class Report {
        final Map<String, int[]> sections = new LinkedHashMap<>();
        final List<String> failures = new ArrayList<>();

        String table(String backend) {
            StringBuilder text = new StringBuilder(backend + ": passed / compared (cases)\n");
            int[] all = new int[3];
            sections.forEach((section, counts) -> {
                text.append(String.format("  %-32s %3d / %3d (%d)%n", section, counts[0], counts[1], counts[2]));
                for (int i = 0; i < all.length; i++) {
                    all[i] += counts[i];
                }
            });
            return text.append(String.format("  %-32s %3d / %3d (%d)", "all", all[0], all[1], all[2]))
                    .toString();
        }
    }

    static Report report(String backend) {
        Report report = new Report();
        QuerySyntax syntax = QuerySyntax.of(backend.equals("mysql") ? "mariadb" : backend);
        for (QueryCase queryCase : QueryCase.all()) {
            int[] counts = report.sections.computeIfAbsent(queryCase.section(), key -> new int[3]);
            counts[2]++;
            SqlScript script = new SqlScript(syntax, queryCase.timezone() == null ? "UTC" : queryCase.timezone());
            boolean complete = true;
            String error = "";
            try {
                script.run(queryCase);
            } catch (SqlScript.NeedsRows needed) {
                complete = false;
            } catch (RuntimeException thrown) {
                error = thrown + " at " + thrown.getStackTrace()[0];
            }
            JsonNode recorded = queryCase.sql().get(backend);
            if (!complete && script.statements().isEmpty()
                    || recorded == null
                    || queryCase.result().toString().contains("$exception") && recorded.isEmpty()) {
                continue;
            }
            counts[1]++;
            String difference = difference(script.statements(), recorded, complete);
            boolean expectedError = !error.isEmpty()
                    && (recorded.isEmpty() || queryCase.result().toString().contains("$exception"));
            if (difference.isEmpty() && (error.isEmpty() || expectedError)) {
                counts[0]++;
            } else {
                report.failures.add(queryCase + "\n  " + error + difference);
            }
        }
        return report;
    }

    private static String difference(List<SqlScript.Statement> statements, JsonNode recorded, boolean complete) {
        int count = complete ? Math.max(statements.size(), recorded.size()) : statements.size();
        for (int i = 0; i < count; i++) {
            String ours = i < statements.size() ? statements.get(i).sql() : "(none)";
            String theirs = i < recorded.size()
                    ? GoldenSql.jdbc(recorded.get(i).get("sql").asText())
                    : "(none)";
            if (!ours.equals(theirs)) {
                return "\n  ours   " + ours + "\n  Django " + theirs;
            }
            List<Object> bound = GoldenSql.bound(statements.get(i).parameters());
            List<Object> expected = GoldenSql.recorded(recorded.get(i).get("params"));
            if (!bound.equals(expected)) {
                return "\n  " + ours + "\n  ours   " + bound + "\n  Django " + expected;
            }
        }
        return "";
    }
}
