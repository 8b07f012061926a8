package io.djdbc.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.conformance.databases.TestDatabases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs suites made for the purpose, which the build leaves out by their tag, and reads what the matrix says of them. */
@DisplayName("conformance matrix")
class MatrixTest {

    @TempDir
    Path reports;

    @Test
    void countsEachSuiteOnEachDatabase() throws IOException {
        run("build 1", EachSample.class);
        JsonNode results = suite("each sample");
        assertThat(results.path("sqlite").path("outcome").asText()).isEqualTo("failed");
        assertThat(results.path("sqlite").path("passed").asInt()).isEqualTo(1);
        assertThat(results.path("sqlite").path("failed").asInt()).isEqualTo(1);
        assertThat(results.path("sqlite").path("notRun").asInt()).isEqualTo(2);
        assertThat(results.path("sqlite")
                        .path("failures")
                        .path(0)
                        .path("message")
                        .asText())
                .isEqualTo("wrong <on> sqlite");
        assertThat(results.path("h2").path("failed").asInt()).isEqualTo(1);
        assertThat(results.has("postgresql")).as("not meant for it").isFalse();
    }

    @Test
    void leavesOutWhatIsOnlyAContainer() throws IOException {
        run("build 1", EachSample.class);
        assertThat(suite("each sample").has("none")).isFalse();
    }

    @Test
    void neverCountsADatabaseThatIsNotThereAsPassed() throws IOException {
        String printed = run("build 1", AbsentSample.class);
        JsonNode cell = suite("absent sample").path("oracle");
        Assumptions.assumeFalse(cell.path("passed").asInt() > 0, "there is an Oracle here");
        assertThat(cell.path("outcome").asText()).isEqualTo("not run");
        assertThat(cell.path("reasons").path(0).asText())
                .isEqualTo(TestDatabases.notRun().get("oracle"));
        assertThat(printed).containsPattern("absent sample .*not run").contains("oracle: NOT RUN: ");
    }

    @Test
    void warnsWhenNoServerWasAsked() throws IOException {
        String printed = run("build 1", EachSample.class);
        assertThat(new MatrixProbe(reports).json().path("ranOnServers").asBoolean())
                .isEqualTo(!printed.contains("WARNING: no database with a server of its own was run"));
    }

    @Test
    void showsWhatFailed() throws IOException {
        String printed = run("build 1", EachSample.class);
        assertThat(printed)
                .containsPattern("each sample .*1 FAILED of 2")
                .contains("FAILED each sample on sqlite: fails(): wrong <on> sqlite");
        assertThat(Files.readString(reports.resolve("conformance.html")))
                .contains("wrong &lt;on&gt; sqlite")
                .doesNotContain("wrong <on> sqlite")
                .doesNotContain("http");
    }

    @Test
    void addsUpTheJvmsOfOneBuildAndForgetsEarlierBuilds() throws IOException {
        run("build 1", EachSample.class);
        run("build 1", PlainSample.class);
        assertThat(suite("each sample").path("sqlite").path("passed").asInt()).isEqualTo(1);
        assertThat(suite("plain sample").path("none").path("passed").asInt()).isEqualTo(1);
        run("build 2", PlainSample.class);
        assertThat(suite("each sample").isMissingNode()).isTrue();
    }

    private String run(String build, Class<?> sample) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        MatrixListener listener =
                new MatrixListener(reports, build, new PrintStream(printed, true, StandardCharsets.UTF_8));
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(sample))
                .build();
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(config).execute(request, listener);
        return printed.toString(StandardCharsets.UTF_8);
    }

    private JsonNode suite(String name) throws IOException {
        return new MatrixProbe(reports).suite(name);
    }

    private record MatrixProbe(Path reports) {

        JsonNode json() throws IOException {
            return new ObjectMapper()
                    .readTree(reports.resolve("conformance.json").toFile());
        }

        JsonNode suite(String name) throws IOException {
            for (JsonNode suite : json().path("suites")) {
                if (suite.path("name").asText().equals(name)) {
                    return suite.path("results");
                }
            }
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
    }

    @Tag("sample")
    @EachDatabase({"sqlite", "h2"})
    @DisplayName("each sample")
    static class EachSample {

        private final TestDatabase database;

        EachSample(TestDatabase database) {
            this.database = database;
        }

        @Test
        void passes() {}

        @Test
        void fails() {
            throw new AssertionError("wrong <on> " + database.name());
        }

        @Test
        void makesAnAssumption() {
            Assumptions.abort("not on this machine");
        }

        @Test
        @Disabled("left out")
        void isDisabled() {}
    }

    @Tag("sample")
    @EachDatabase("oracle")
    @DisplayName("absent sample")
    static class AbsentSample {

        @Test
        void passes() {}
    }

    @Tag("sample")
    @DisplayName("plain sample")
    static class PlainSample {

        @Test
        void passes() {}
    }
}
