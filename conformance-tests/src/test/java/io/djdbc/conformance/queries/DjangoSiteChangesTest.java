package io.djdbc.conformance.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.databases.Origin;
import io.djdbc.conformance.databases.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every script of queries.json that changes rows, run on the file that a Django site made: a fresh copy for each, whose
 * tables must then be what the recorded changes say. It stays a sound file, in which each key points to a row.
 */
@DisplayName("django site, changed")
class DjangoSiteChangesTest {

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> changesAreDjangos() {
        List<QueryCase> changing =
                QueryCase.all().stream().filter(QueryCase::mutates).toList();
        assertThat(changing).hasSizeGreaterThan(Golden.isOwn("queries.json") ? 100 : 0);
        return changing.stream().map(test -> dynamicTest(test.id(), () -> check(test)));
    }

    private void check(QueryCase test) throws IOException, SQLException {
        Path file = directory.resolve(test.id() + ".sqlite3");
        try (InputStream site = Golden.open("django-site.sqlite3")) {
            Files.copy(site, file);
        }
        TestDatabase database = new TestDatabase("sqlite", Origin.EMBEDDED, "jdbc:sqlite:" + file, null, null);
        String before = violations(file);
        try (CaseRun run = new CaseRun(ServerDatasets.existing(database))) {
            CaseRun.Outcome outcome = run.run(test);
            assertThat(outcome.differences()).as(test.toString()).isEmpty();
        }
        assertThat(violations(file)).isEqualTo(before);
        Files.delete(file);
    }

    private static String violations(Path file) throws SQLException {
        StringBuilder found = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String check : List.of("integrity_check", "foreign_key_check")) {
                try (ResultSet row = statement.executeQuery("PRAGMA " + check)) {
                    while (row.next()) {
                        found.append(check).append(' ').append(row.getString(1)).append('\n');
                    }
                }
            }
        }
        return found.toString();
    }
}
