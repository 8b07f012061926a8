package io.djdbc.conformance.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On SQLite, Django's REGEXP is Python's re.search; so is djdbc's. */
@DisplayName("REGEXP on SQLite is Python's")
@EachDatabase({"sqlite"})
class PythonRegexTest extends DatabaseKit {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Connection connection;

    PythonRegexTest(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void connect() throws SQLException {
        connection = database.openDjdbc();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private static List<JsonNode> recorded() throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PythonRegexTest.class.getResourceAsStream("/sql/python-regex.jsonl")),
                StandardCharsets.UTF_8))) {
            List<JsonNode> recorded = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    recorded.add(MAPPER.readTree(line));
                }
            }
            return recorded;
        }
    }

    private boolean isFound(String expression, String text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT ? REGEXP ?")) {
            statement.setString(1, text);
            statement.setString(2, expression);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Test
    @DisplayName("finds what Python was recorded to find")
    void findsWhatPythonFinds() throws SQLException, IOException {
        List<JsonNode> recorded = recorded();
        List<String> differences = new ArrayList<>();
        for (JsonNode expectation : recorded.subList(1, recorded.size())) {
            String expression = expectation.get(0).asText();
            List<String> expected = new ArrayList<>();
            expectation.forEach(text -> expected.add(text.toString()));
            List<String> found = new ArrayList<>(List.of(expected.get(0)));
            for (JsonNode text : recorded.get(0)) {
                if (isFound(expression, text.asText())) {
                    found.add(text.toString());
                }
            }
            if (!found.equals(expected)) {
                differences.add(found + ", in Python " + expected);
            }
        }
        assertThat(recorded).hasSizeGreaterThan(50);
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\h", "\\Q", "\\p{L}", "\\R", "\\e", "[\\Z]", "[\\B]", "[\\9]", "(", "*a", "[b-a]"})
    @DisplayName("refuses what Python refuses")
    void refuses(String expression) {
        assertThatThrownBy(() -> isFound(expression, "a")).isInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a)?(?(1)b|c)", "(?a)b", "(?L)b"})
    @DisplayName("refuses what it does not know, rather than to find something else")
    void refusesUnknown(String expression) {
        assertThatThrownBy(() -> isFound(expression, "b")).isInstanceOf(SQLException.class);
    }
}
