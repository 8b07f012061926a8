package io.djdbc.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.Models;
import io.djdbc.query.schema.SchemaSql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tables as Django makes them: schema.json, every statement of every model on its five backends, as text. */
@DisplayName("schema")
class SchemaGoldenTest {

    /** Django's {@code mysql} here is MariaDB, {@code mysql8} is MySQL. */
    private static final Map<String, String> DIALECTS = new TreeMap<>(Map.of(
            "sqlite", "sqlite",
            "postgresql", "postgresql",
            "mysql", "mariadb",
            "mysql8", "mysql",
            "oracle", "oracle"));

    private final Models models = GoldenModels.models();

    @TestFactory
    Stream<DynamicTest> tablesAreDjangos() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode node : Golden.read("schema.json").get("models")) {
            DIALECTS.forEach((backend, dialect) -> {
                String label = node.get("id").textValue();
                tests.add(DynamicTest.dynamicTest(
                        label + " on " + backend, () -> check(label, node.get(backend), SchemaSql.of(dialect))));
            });
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private void check(String label, JsonNode expected, SchemaSql schema) {
        Model model = models.model(label);
        assertThat(model).isNotNull();
        assertThat(schema.table(model)).isEqualTo(expected.get("db_table").textValue());
        checkColumns(model, expected.get("columns"), schema);
        // join tables are made with the model that has the relation, and have no statements of their own there
        if (expected.has("sql")) {
            List<String> statements = new ArrayList<>();
            // Oracle's backend doubles % in names, as its driver's placeholders want it
            expected.get("sql").forEach(sql -> statements.add(sql.textValue().replace("%%", "%")));
            assertThat(schema.create(List.of(model))).map(sql -> sql + ";").containsExactlyElementsOf(statements);
        }
    }

    private static void checkColumns(Model model, JsonNode expected, SchemaSql schema) {
        assertThat(model.localFields()).hasSize(expected.size());
        for (Field field : model.localFields()) {
            JsonNode column = expected.get(field.column());
            assertThat(column).as(field.column()).isNotNull();
            assertThat(schema.type(field))
                    .as(field.column())
                    .isEqualTo(column.get("type").textValue());
            assertThat(schema.check(field))
                    .as(field.column())
                    .isEqualTo(column.path("check").textValue());
            assertThat(schema.suffix(field))
                    .as(field.column())
                    .isEqualTo(column.path("suffix").textValue());
        }
    }
}
