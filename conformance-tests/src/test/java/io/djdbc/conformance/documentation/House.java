package io.djdbc.conformance.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project, from a test that Maven or an IDE runs. */
final class House {
    private House() {}

    static Path file(String name) {
        Path directory = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        while (!Files.exists(directory.resolve("djdbc"))) {
            directory = directory.getParent();
        }
        return directory.resolve(name);
    }

    /** README, CONTRIBUTING, CHANGELOG, and all that is in docs. */
    static List<Path> documents() throws IOException {
        List<Path> documents =
                new ArrayList<>(List.of(file("README.md"), file("CONTRIBUTING.md"), file("CHANGELOG.md")));
        try (Stream<Path> docs = Files.walk(file("docs"))) {
            docs.filter(document -> document.toString().endsWith(".md")).forEach(documents::add);
        }
        return documents;
    }
}
