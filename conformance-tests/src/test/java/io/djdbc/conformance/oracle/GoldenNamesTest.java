package io.djdbc.conformance.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.dialect.Identifiers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every vector of truncate_name.json. */
@DisplayName("golden names")
class GoldenNamesTest {

    private static final JsonNode GOLDEN = Golden.read("truncate_name.json");
    private static final int[] LENGTHS = {30, 63, 64, 128};

    private static int limit(String backend) {
        return GOLDEN.get("max_name_length").path(backend).asInt(0);
    }

    @Test
    @DisplayName("split and cut as Django's")
    void identifiers() {
        assertThat(GOLDEN.get("identifiers")).isNotEmpty();
        for (JsonNode vector : GOLDEN.get("identifiers")) {
            String identifier = vector.get("identifier").asText();
            Identifiers.Qualified split = Identifiers.split(identifier);
            assertThat(List.of(split.namespace(), split.name()))
                    .as(vector.get("id").asText())
                    .containsExactly(
                            vector.get("split").get(0).asText(),
                            vector.get("split").get(1).asText());
            for (int length : LENGTHS) {
                assertThat(Identifiers.truncate(identifier, length))
                        .as("%s, %d", vector.get("id").asText(), length)
                        .isEqualTo(vector.get("truncate")
                                .path(Integer.toString(length))
                                .asText(identifier));
            }
            if (vector.has("truncate_20_hash_8")) {
                assertThat(Identifiers.truncate(identifier, 20, 8))
                        .isEqualTo(vector.get("truncate_20_hash_8").asText());
            }
        }
    }

    @Test
    @DisplayName("quoted, and sequences named, as Django's Oracle backend does")
    void oracle() {
        for (JsonNode vector : GOLDEN.get("identifiers")) {
            String identifier = vector.get("identifier").asText();
            String quoted = Identifiers.oracleQuoted(identifier, limit("oracle"));
            assertThat(quoted.replace("%", "%%"))
                    .as(vector.get("id").asText())
                    .isEqualTo(vector.get("quote").get("oracle").asText());
            if (vector.has("oracle_sequence")) {
                assertThat(Identifiers.oracleSequence(identifier, limit("oracle")))
                        .as(vector.get("id").asText())
                        .isEqualTo(vector.get("oracle_sequence").asText());
            }
        }
    }

    @Test
    @DisplayName("digests")
    void digests() {
        assertThat(GOLDEN.get("digests")).isNotEmpty();
        for (JsonNode vector : GOLDEN.get("digests")) {
            List<String> texts = texts(vector.get("args"));
            assertThat(Identifiers.digest(vector.get("length").asInt(), texts.toArray(String[]::new)))
                    .as(vector.get("id").asText())
                    .isEqualTo(vector.get("digest").asText());
        }
    }

    @Test
    @DisplayName("names of indexes and constraints, on each backend")
    void indexes() {
        assertThat(GOLDEN.get("index_names")).isNotEmpty();
        for (JsonNode vector : GOLDEN.get("index_names")) {
            vector.get("name")
                    .fields()
                    .forEachRemaining(name -> assertThat(Identifiers.indexName(
                                    vector.get("table").asText(),
                                    texts(vector.get("columns")),
                                    vector.get("suffix").asText(),
                                    limit(name.getKey())))
                            .as("%s on %s", vector.get("id").asText(), name.getKey())
                            .isEqualTo(name.getValue().asText()));
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asText()));
        return texts;
    }
}
