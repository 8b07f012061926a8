package io.djdbc.conformance.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("golden data")
class GoldenTest {

    private static final String PROPERTY = "djdbc.golden";
    private final String given = System.getProperty(PROPERTY, "");

    @TempDir
    Path directory;

    @AfterEach
    void putBack() {
        System.setProperty(PROPERTY, given);
    }

    @Test
    void comesWithTheProject() {
        System.setProperty(PROPERTY, "");
        assertThat(Golden.read("connection.json").path("scenarios")).hasSizeGreaterThan(100);
    }

    @Test
    void comesFromAnotherDirectory() throws IOException {
        Files.writeString(directory.resolve("connection.json"), "{\"scenarios\": []}");
        System.setProperty(PROPERTY, directory.toString());
        assertThat(Golden.read("connection.json").path("scenarios")).isEmpty();
    }

    @Test
    void isNeverSilentlyMissing() {
        System.setProperty(PROPERTY, directory.toString());
        assertThatThrownBy(() -> Golden.read("connection.json")).hasMessageContaining("connection.json");
    }
}
