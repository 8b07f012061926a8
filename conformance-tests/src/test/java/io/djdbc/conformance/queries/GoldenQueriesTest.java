package io.djdbc.conformance.queries;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;

/**
 * What real Django answered, did to the tables, and how many statements it needed for it, is what the query builder
 * answers, does and needs, through the driver. Narrow with {@code -Ddjdbc.cases=making-queries.deleting}.
 */
@DisplayName("queries")
@EachDatabase({"sqlite", "postgresql", "mariadb", "mysql"})
class GoldenQueriesTest {

    private final TestDatabase database;

    GoldenQueriesTest(TestDatabase database) {
        this.database = database;
    }

    @TestFactory
    Stream<DynamicTest> asDjangoDoes() throws SQLException {
        CaseRun run = new CaseRun(new ServerDatasets(database));
        KnownDifferences known = new KnownDifferences(database);
        String wanted = System.getProperty("djdbc.cases", "");
        return QueryCase.all().stream()
                .filter(test -> test.id().startsWith(wanted))
                .map(test -> dynamicTest(test.id(), () -> check(run, test, known.reason(test))))
                .onClose(run::close);
    }

    private static void check(CaseRun run, QueryCase test, @Nullable String known) throws SQLException {
        CaseRun.Outcome outcome = run.run(test);
        if (known != null && outcome.passed()) {
            throw new AssertionFailedError(test + " does not differ, though it is said to: " + known);
        }
        if (known == null && !outcome.passed()) {
            throw new AssertionFailedError(test + "\n  " + String.join("\n  ", outcome.differences()));
        }
    }
}
