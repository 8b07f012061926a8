package io.djdbc.conformance.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.queries.BlogDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every snippet of docs/making-queries.md is compiled, and run over the golden rows. */
@DisplayName("making queries")
class MakingQueriesTest {

    static final String DOCUMENT = "making-queries.md";

    private static final String IMPORTS = """
            import io.djdbc.query.*;
            import io.djdbc.query.expression.*;
            import io.djdbc.conformance.golden.blog.*;
            import java.time.*;
            import java.util.*;
            """;

    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> everySnippetRuns() throws IOException {
        List<Snippet> snippets = Snippet.of(House.file("docs").resolve(DOCUMENT)).stream()
                .filter(snippet -> snippet.language().equals("java"))
                .toList();
        assertThat(snippets).hasSizeGreaterThan(20);
        return snippets.stream().map(snippet -> DynamicTest.dynamicTest(snippet.place(), () -> run(snippet)));
    }

    private void run(Snippet snippet) throws Exception {
        String text = "try (" + BlogDatabase.class.getName() + " golden = new " + BlogDatabase.class.getName()
                + "()) {\nDatabase db = golden.database();\n" + snippet.text().indent(2) + "}\n";
        Path place = Files.createDirectories(directory.resolve(snippet.place().replace(':', '-')));
        new Snippet(snippet.language(), snippet.place(), text).run(place, IMPORTS);
    }
}
