package io.djdbc.conformance.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.cli.Main;
import io.djdbc.driver.settings.ConnectionRequest;
import io.djdbc.driver.settings.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What README and docs show is compiled, run and looked up. */
@DisplayName("documents")
class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    @TempDir
    Path directory;

    private static List<Snippet> snippets(String language) throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (Path document : House.documents()) {
            if (document.endsWith(MakingQueriesTest.DOCUMENT)) {
                continue; // its snippets need rows
            }
            Snippet.of(document).stream()
                    .filter(snippet -> snippet.language().equals(language))
                    .forEach(snippets::add);
        }
        return snippets;
    }

    @TestFactory
    Stream<DynamicTest> javaCompilesAndRuns() throws IOException {
        List<Snippet> snippets = snippets("java");
        assertThat(snippets).as("README has Java").hasSizeGreaterThanOrEqualTo(4);
        return snippets.stream()
                .map(snippet -> DynamicTest.dynamicTest(
                        snippet.place(),
                        () -> snippet.run(Files.createDirectories(
                                directory.resolve(snippet.place().replace(':', '-'))))));
    }

    /** Each {@code ./djdbc …} is a command line that our parser takes. */
    @TestFactory
    Stream<DynamicTest> commandsOfDjdbcExist() throws IOException {
        List<String> commands = snippets("sh").stream()
                .flatMap(snippet -> snippet.text().lines())
                .filter(line -> line.startsWith("./djdbc "))
                .toList();
        assertThat(commands).hasSizeGreaterThanOrEqualTo(3);
        return commands.stream()
                .map(line -> DynamicTest.dynamicTest(line, () -> {
                    List<String> words = List.of(line.replace("\"", "").split(" "));
                    List<String> arguments = new ArrayList<>(words.subList(1, words.size()));
                    arguments.remove("--password"); // it would ask for one
                    arguments.add("--help"); // parsed as it stands, and not run
                    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
                    assertThat(Main.run(nowhere, nowhere, false, arguments.toArray(new String[0])))
                            .isZero();
                }));
    }

    @Test
    void testCommandIsThatOfTheMainJob() throws IOException {
        List<String> commands = snippets("sh").stream()
                .filter(snippet -> snippet.place().startsWith("README"))
                .flatMap(snippet -> snippet.text().lines())
                .filter(line -> line.startsWith("mvn "))
                .toList();
        assertThat(commands).containsExactly("mvn verify");

        List<String> ofMainJob = Files.readAllLines(House.file(".ci/run")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("mvn "))
                .toList();
        assertThat(ofMainJob)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains(" verify").doesNotContain("skip"));
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        for (Path document : House.documents()) {
            for (Matcher link = LINK.matcher(Files.readString(document)); link.find(); ) {
                assertThat(document.resolveSibling(link.group(1)))
                        .as("%s: %s", document.getFileName(), link.group(1))
                        .exists();
            }
        }
    }

    /** Each URL of djdbc in a document has settings that exist, with values that they take. */
    @Test
    void urlsAreValid() throws Exception {
        Pattern url = Pattern.compile("jdbc:djdbc:(postgresql|mysql|mariadb|sqlite|h2|oracle):[^\\s\"'`,<>)…]+");
        List<String> found = new ArrayList<>();
        for (Path document : House.documents()) {
            for (Matcher match = url.matcher(Files.readString(document)); match.find(); ) {
                boolean deliberatelyWrong = match.group().contains("CONN_MAX_AGES");
                if (!deliberatelyWrong) {
                    ConnectionRequest.parse(match.group(), new Properties(), Environment.empty());
                    found.add(match.group());
                }
            }
        }
        assertThat(found).hasSizeGreaterThan(10);
    }
}
