package io.djdbc.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.AssertionFailedError;

/**
 * What real Django answered, did to the tables, and how many statements and joins it needed for it, is what the query
 * builder answers, does and needs, through the driver; of the project's own golden data its statements are the very texts
 * of Django's, but for those that a file lists with the reason. Narrow with
 * {@code -Ddjdbc.cases=making-queries.deleting}.
 */
@DisplayName("queries")
@EachDatabase({"sqlite", "postgresql", "mariadb", "mysql"})
class GoldenQueriesTest {

    private final TestDatabase database;
    private final Effort effort = new Effort();

    GoldenQueriesTest(TestDatabase database) {
        this.database = database;
    }

    @TestFactory
    Stream<DynamicTest> asDjangoDoes(TestReporter reporter) throws SQLException {
        CaseRun run = new CaseRun(new ServerDatasets(database));
        KnownDifferences known = KnownDifferences.of(database);
        String wanted = System.getProperty("djdbc.cases", "");
        Stream<DynamicTest> cases = QueryCase.all().stream()
                .filter(test -> test.id().startsWith(wanted))
                .map(test -> dynamicTest(test.id(), () -> check(run, test, known.reason(test))));
        return Stream.concat(cases, Stream.of(dynamicTest("statements and joins", () -> checkEffort(reporter, known))))
                .onClose(run::close);
    }

    private void check(CaseRun run, QueryCase test, @Nullable String known) throws SQLException {
        CaseRun.Outcome outcome = run.run(test);
        if (Golden.isOwn("queries.json")) {
            assertThat(outcome.otherText()).as(test.toString()).isNull();
        }
        if (known != null && outcome.passed()) {
            throw new AssertionFailedError(test + " does not differ, though it is said to: " + known);
        }
        if (known == null) {
            effort.add(outcome.statements(), outcome.djangos());
            if (!outcome.passed()) {
                throw new AssertionFailedError(test + "\n  " + String.join("\n  ", outcome.differences()));
            }
        }
    }

    private void checkEffort(TestReporter reporter, KnownDifferences known) {
        reporter.publishEntry("effort", effort + known.remark());
        assertThat(effort.isMoreThanDjangos()).as(effort.toString()).isFalse();
    }
}
