package io.djdbc.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.queries.NeutralValue;
import io.djdbc.query.ValidationError;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.Models;
import io.djdbc.query.value.DatabaseValues;
import io.djdbc.query.value.Prepared;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a field has that was not given one, what is saved for '' and null, and what is fetched for them. */
@DisplayName("values")
class ValuesGoldenTest {

    private static final Map<String, String> DIALECTS = new TreeMap<>(
            Map.of("sqlite", "sqlite", "postgresql", "postgresql", "mysql", "mariadb", "oracle", "oracle"));

    private final Models models = GoldenModels.models();

    @TestFactory
    Stream<DynamicTest> emptyAndNullAreDjangos() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode node : Golden.read("oracle_nulls.json").get("fields")) {
            String[] names = node.get("field").textValue().split("\\.");
            Model model = models.model(names[0]);
            Field field = model == null ? null : model.field(names[1]);
            assertThat(field).as(node.get("field").textValue()).isNotNull();
            DIALECTS.forEach((backend, dialect) -> {
                DatabaseValues values = DatabaseValues.of(dialect);
                tests.add(test(node, backend, "default", expected -> checkDefault(field, values, expected)));
                tests.add(test(node, backend, "saved", expected -> checkSaved(field, values, expected)));
                tests.add(test(node, backend, "fetched", expected -> checkFetched(field, values, expected)));
            });
        }
        assertThat(tests).hasSize(23 * 4 * 3);
        return tests.stream();
    }

    private interface Check {
        void of(JsonNode expected) throws SQLException;
    }

    private static DynamicTest test(JsonNode node, String backend, String what, Check check) {
        JsonNode answers = node.get(what);
        JsonNode expected = answers.has(backend)
                ? answers.get(backend)
                : answers.has("all") ? answers.get("all") : answers.get("others");
        return DynamicTest.dynamicTest(
                node.get("field").textValue() + " " + what + " on " + backend, () -> check.of(expected));
    }

    private static void checkDefault(Field field, DatabaseValues values, JsonNode expected) {
        assertThat(values.defaultValue(field)).isEqualTo(NeutralValue.of(expected));
    }

    private static void checkSaved(Field field, DatabaseValues values, JsonNode pairs) {
        assertThat(pairs).isNotEmpty();
        for (JsonNode pair : pairs) {
            Object given = NeutralValue.of(pair.get(0));
            JsonNode expected = pair.get(1);
            if (isRefusedInJava(field, given)) {
                assertThat(catchThrowable(() -> saved(field, values, given)))
                        .isInstanceOf(IllegalArgumentException.class);
            } else if (expected.has("$exception")) {
                Throwable error = catchThrowable(() -> saved(field, values, given));
                assertThat(error)
                        .isInstanceOf(
                                expected.get("$exception").textValue().equals("ValidationError")
                                        ? ValidationError.class
                                        : IllegalArgumentException.class)
                        .hasMessage(expected.get("message").textValue());
            } else if (field.type() == FieldType.JSON) {
                // PostgreSQL's is an object with its type; the text is what counts here
                Object saved = saved(field, values, given);
                String text = expected.has("$json") ? expected.get("$json").textValue() : expected.textValue();
                assertThat(saved == null ? null : saved.toString()).isEqualTo(text);
            } else {
                assertThat(saved(field, values, given)).isEqualTo(NeutralValue.of(expected));
            }
        }
    }

    /** Python sends a text for bytes or a duration on to the database, or fails in some way of its own. */
    private static boolean isRefusedInJava(Field field, @Nullable Object given) {
        return given != null && (field.type() == FieldType.BINARY || field.type() == FieldType.DURATION);
    }

    private static @Nullable Object saved(Field field, DatabaseValues values, @Nullable Object given) {
        return values.toDatabase(field, Prepared.prepare(field, given));
    }

    /** What a database returns comes from a real one, whichever that is. */
    private static void checkFetched(Field field, DatabaseValues values, JsonNode pairs) throws SQLException {
        assertThat(pairs).isNotEmpty();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
                Statement statement = connection.createStatement()) {
            for (JsonNode pair : pairs) {
                String literal =
                        pair.get(0).isNull() ? "NULL" : "'" + pair.get(0).textValue() + "'";
                try (ResultSet row = statement.executeQuery("SELECT " + literal)) {
                    assertThat(row.next()).isTrue();
                    assertThat(values.reader(field).read(row, 1)).isEqualTo(NeutralValue.of(pair.get(1)));
                }
            }
        }
    }
}
