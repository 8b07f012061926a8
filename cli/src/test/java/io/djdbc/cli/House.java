package io.djdbc.cli;

import java.nio.file.Files;
import java.nio.file.Path;

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
}
