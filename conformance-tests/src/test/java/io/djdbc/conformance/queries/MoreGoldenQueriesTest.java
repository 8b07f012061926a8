package io.djdbc.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Scripts that were made up at random after the query builder had been written, as Django answered them: results, errors,
 * changes of the tables and the texts of all statements. They run over the rows of the project's golden data.
 */
@DisplayName("more queries")
@EachDatabase("sqlite")
class MoreGoldenQueriesTest {

    private final TestDatabase database;

    MoreGoldenQueriesTest(TestDatabase database) {
        this.database = database;
    }

    @TestFactory
    Stream<DynamicTest> asDjangoDoes() throws SQLException {
        assumeTrue(
                Golden.isOwn("datasets.json") && Golden.isOwn("models.json"),
                "they were recorded over the project's own golden data");
        CaseRun run = new CaseRun(new ServerDatasets(database));
        return QueryCase.all(Golden.readOwn("more/queries.json")).stream()
                .map(test -> dynamicTest(test.id(), () -> check(run, test)))
                .onClose(run::close);
    }

    private static void check(CaseRun run, QueryCase test) throws SQLException {
        CaseRun.Outcome outcome = run.run(test);
        assertThat(outcome.differences()).as(test.toString()).isEmpty();
        assertThat(outcome.statements()).as(test.toString()).isEqualTo(outcome.djangos());
    }
}
