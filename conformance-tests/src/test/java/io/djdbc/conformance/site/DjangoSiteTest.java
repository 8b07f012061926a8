package io.djdbc.conformance.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.query.Database;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that real Django made and filled is read with nothing but annotated classes. */
@DisplayName("django site")
class DjangoSiteTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path directory;

    private Database db;
    private Models models;

    @BeforeEach
    void open() throws IOException {
        models = DjangoSite.models();
        db = Database.builder()
                .database("default", "jdbc:djdbc:sqlite:" + DjangoSite.copyTo(directory), null, null)
                .models(models)
                .build();
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void everyObjectIsWhatDjangoReads() throws IOException {
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode expected : Golden.read("django-site.json")) {
            Model model = model(expected.get("model").textValue());
            Object instance = db.objects(model.entityClass()).get("pk", key(expected.get("pk")));
            assertThat(text(DjangoJson.of(db, model, instance))).isEqualTo(text(expected));
            counts.merge(model.label(), 1, Integer::sum);
        }
        assertThat(counts).hasSizeGreaterThan(20);
        for (Model model : models.all()) {
            if (!model.isAutoCreated() && !model.isProxy()) {
                assertThat(db.objects(model.entityClass()).count())
                        .as(model.label())
                        .isEqualTo(counts.getOrDefault(model.label(), 0).longValue());
            }
        }
    }

    private Model model(String label) {
        return models.all().stream()
                .filter(model -> model.label().toLowerCase(Locale.ROOT).equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no class for " + label));
    }

    private static Object key(JsonNode key) {
        return key.isNumber() ? (Object) key.longValue() : Objects.requireNonNull(key.textValue());
    }

    /** Both sides through one form, in which 1 is 1 whatever its Java class. */
    private static String text(JsonNode node) throws IOException {
        return MAPPER.readTree(node.toString()).toPrettyString();
    }
}
