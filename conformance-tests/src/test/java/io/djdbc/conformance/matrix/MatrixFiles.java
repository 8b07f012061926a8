package io.djdbc.conformance.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code conformance.json}, for programs, and {@code conformance.html}, for people. */
final class MatrixFiles {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private final Path json;
    private final Path html;

    MatrixFiles(Path directory) {
        this.json = directory.resolve("conformance.json");
        this.html = directory.resolve("conformance.html");
    }

    void write(String build, Matrix matrix) throws IOException {
        Files.createDirectories(json.getParent());
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(json.toFile(), tree(build, matrix));
        Files.writeString(html, new MatrixHtml(matrix).render());
    }

    private static ObjectNode tree(String build, Matrix matrix) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("build", build);
        root.put("java", Runtime.version().toString());
        root.putObject("totals")
                .put("passed", matrix.passed())
                .put("failed", matrix.failed())
                .put("notRun", matrix.notRun());
        root.put("ranOnServers", matrix.ranOnServers());
        ArrayNode databases = root.putArray("databases");
        for (Matrix.Database database : matrix.databases()) {
            databases
                    .addObject()
                    .put("name", database.name())
                    .put("run", database.ran())
                    .put("version", database.version())
                    .put("origin", database.origin())
                    .put("reason", database.reason());
        }
        ArrayNode suites = root.putArray("suites");
        matrix.suites().forEach((name, cells) -> {
            ObjectNode results = suites.addObject().put("name", name).putObject("results");
            cells.forEach((database, cell) -> add(results.putObject(database), cell));
        });
        return root;
    }

    private static void add(ObjectNode node, Cell cell) {
        node.put("outcome", cell.outcome());
        node.put("passed", cell.passedCount());
        node.put("failed", cell.failedCount());
        node.put("notRun", cell.notRunCount());
        ArrayNode failures = node.putArray("failures");
        cell.failures()
                .forEach(failure ->
                        failures.addObject().put("test", failure.test()).put("message", failure.message()));
        ArrayNode reasons = node.putArray("reasons");
        cell.reasons().forEach(reasons::add);
        ArrayNode notes = node.putArray("notes");
        cell.notes().forEach(notes::add);
    }

    /** One build may run tests in several JVMs; the last to end has what the others found too. */
    void mergeEarlierRunOf(String build, Matrix matrix) throws IOException {
        if (build.isEmpty() || !Files.exists(json)) {
            return;
        }
        JsonNode earlier = MAPPER.readTree(json.toFile());
        if (!build.equals(earlier.path("build").asText())) {
            return;
        }
        for (JsonNode database : earlier.path("databases")) {
            String name = database.path("name").asText();
            boolean known =
                    matrix.databases().stream().anyMatch(other -> other.name().equals(name) && other.ran());
            if (!known && database.path("run").asBoolean()) {
                matrix.database(new Matrix.Database(
                        name,
                        database.path("version").asText(),
                        database.path("origin").asText(),
                        null));
            }
        }
        for (JsonNode suite : earlier.path("suites")) {
            Map<String, Cell> cells = new LinkedHashMap<>();
            suite.path("results").properties().forEach(result -> cells.put(result.getKey(), cell(result.getValue())));
            matrix.adopt(suite.path("name").asText(), cells);
        }
    }

    private static Cell cell(JsonNode node) {
        Cell cell = new Cell();
        cell.passed(node.path("passed").asInt());
        for (JsonNode failure : node.path("failures")) {
            cell.failed(failure.path("test").asText(), failure.path("message").asText());
        }
        List<String> reasons = new ArrayList<>();
        node.path("reasons").forEach(reason -> reasons.add(reason.asText()));
        cell.notRun(node.path("notRun").asInt(), reasons);
        node.path("notes").forEach(note -> cell.note(note.asText()));
        return cell;
    }
}
