package io.djdbc.conformance.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
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
    void comesWithTheProjectWhereTheOtherDirectoryHasNone() {
        System.setProperty(PROPERTY, directory.toString());
        assertThat(Golden.isOwn("connection.json")).isTrue();
        assertThat(Golden.read("connection.json").path("scenarios")).hasSizeGreaterThan(100);
    }

    @Test
    void isNeverSilentlyMissing() {
        System.setProperty(PROPERTY, directory.resolve("mistyped").toString());
        assertThatThrownBy(() -> Golden.read("connection.json")).hasMessageContaining("mistyped");
        System.setProperty(PROPERTY, "");
        assertThatThrownBy(() -> Golden.read("connections.json")).hasMessageContaining("connections.json");
    }

    @Test
    void knowsItsOwnCasesByTheirPythonText() throws IOException {
        JsonNode own = Golden.read("oracle_nulls.json").get("filters").get(3);
        Files.writeString(
                directory.resolve("oracle_nulls.json"),
                own.toString().replace(own.get("id").asText(), "other.1"));
        System.setProperty(PROPERTY, directory.toString());
        JsonNode other = Golden.read("oracle_nulls.json");
        assertThat(other.get("id").asText()).isEqualTo("other.1");
        assertThat(OwnCases.in("oracle_nulls.json", "filters").id(other))
                .isEqualTo(own.get("id").asText());
    }
}
