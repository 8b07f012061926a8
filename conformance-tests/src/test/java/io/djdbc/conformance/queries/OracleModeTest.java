package io.djdbc.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.conformance.oracle.OracleGrammar;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.AssertionFailedError;

/**
 * The golden queries in Oracle's SQL on H2 in its Oracle mode, through the driver with Oracle's dialect. A file lists the
 * cases that this mode cannot run, or that answer otherwise as '' is NULL, each with its reason; a case that is listed
 * must differ. Whatever becomes of a case: what is sent is the very text of Django's, and in Oracle's grammar.
 */
@DisplayName("queries in Oracle's SQL")
@EachDatabase({"h2"})
class OracleModeTest {

    private static final String LIST = "/queries/oracle-mode-differences.txt";

    private final TestDatabase h2;
    private final Set<String> sent = new TreeSet<>();
    private final KnownDifferences grammar = KnownDifferences.in("/queries/oracle-grammar-limits.txt");
    private final Effort effort = new Effort();
    private int statements;
    private int djangos;
    private int passed;
    private int listed;

    OracleModeTest(TestDatabase h2) {
        this.h2 = h2;
    }

    @TestFactory
    Stream<DynamicTest> asDjangoDoes(TestReporter reporter) throws SQLException {
        assumeTrue(Golden.isOwn("queries.json"), "what H2 cannot run is listed of the project's own golden data only");
        CaseRun run = new CaseRun(ServerDatasets.oracleMode(h2));
        KnownDifferences known = KnownDifferences.in(LIST);
        String wanted = System.getProperty("djdbc.cases", "");
        Stream<DynamicTest> cases = QueryCase.all().stream()
                .filter(test -> test.id().startsWith(wanted))
                .map(test -> dynamicTest(test.id(), () -> check(run, test, known)));
        return Stream.concat(cases, Stream.of(dynamicTest("all together", () -> report(reporter))))
                .onClose(run::close);
    }

    private void check(CaseRun run, QueryCase test, KnownDifferences known) throws SQLException {
        CaseRun.Outcome outcome = run.run(test);
        List<String> ours = outcome.statements();
        sent.addAll(ours);
        statements += ours.size();
        djangos += outcome.djangos().size();
        assertThat(outcome.otherText()).as(test.toString()).isNull();
        checkGrammar(test, ours);
        String reason = known.reason(test);
        if (reason == null) {
            if (!outcome.passed()) {
                throw new AssertionFailedError(test + "\n  " + String.join("\n  ", outcome.differences()));
            }
            effort.add(ours, outcome.djangos());
            passed++;
        } else {
            if (outcome.passed()) {
                throw new AssertionFailedError(test + " does not differ, though it is said to: " + reason);
            }
            listed++;
        }
    }

    private void checkGrammar(QueryCase test, List<String> ours) {
        String limit = grammar.reason(test);
        String error = ours.stream()
                .map(OracleGrammar::error)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        if (limit == null) {
            assertThat(error).as(test + " " + ours).isNull();
        } else {
            assertThat(error)
                    .as("%s parses, though it is said not to: %s", test, limit)
                    .isNotNull();
        }
    }

    private void report(TestReporter reporter) {
        reporter.publishEntry(
                "Oracle mode",
                passed + " cases run and as Django's, " + listed + " listed as not for this mode; " + statements
                        + " of "
                        + djangos + " statements reached (" + sent.size()
                        + " different), each Django's very text and in Oracle's grammar");
        reporter.publishEntry("effort", effort.toString());
        assertThat(effort.isMoreThanDjangos()).as(effort.toString()).isFalse();
    }
}
