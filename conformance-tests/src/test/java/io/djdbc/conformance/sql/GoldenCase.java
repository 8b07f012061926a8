package io.djdbc.conformance.sql;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.dialect.Lookup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One lookup of golden/like_escape.json: what Django sends for it, and the keys that it finds. */
record GoldenCase(String id, String field, String lookup, JsonNode json) {

    static final JsonNode FILE = Golden.read("like_escape.json");

    static List<GoldenCase> all() {
        List<GoldenCase> cases = new ArrayList<>();
        for (JsonNode json : FILE.get("cases")) {
            cases.add(new GoldenCase(
                    json.get("id").asText(),
                    json.get("field").asText(),
                    json.get("lookup").asText(),
                    json));
        }
        return cases;
    }

    /** What Django sends, if it sends anything; the backend by Django's name. */
    @Nullable
    JsonNode where(String backend) {
        JsonNode where = json.path("where").path(backend);
        return where.path("sql").asText().isEmpty() ? null : where;
    }

    /** The keys found on a server; null where that depends on server and driver. */
    @Nullable
    List<Integer> match(String backend) {
        JsonNode match = json.path("match");
        JsonNode keys = match.has("all") ? match.get("all") : match.path(backend);
        if (!keys.isArray()) {
            return null;
        }
        List<Integer> found = new ArrayList<>();
        keys.forEach(key -> found.add(key.asInt()));
        return found;
    }

    /** The lookup, if it is one of the escapes. */
    @Nullable
    Lookup escape() {
        return Lookup.byName(lookup);
    }

    boolean isNegated() {
        return json.path("negated").asBoolean();
    }

    JsonNode value() {
        return json.path("value");
    }

    /** The right side as SQL where it is an expression; null where it is a value. */
    @Nullable
    String expression(SampleTable table) {
        JsonNode value = value();
        if (value.has("$f")) {
            return table.quoted(value.get("$f").asText());
        }
        return value.has("$func")
                ? "LOWER(" + table.quoted(value.get("args").get(0).get("$f").asText()) + ")"
                : null;
    }

    /** The right side where it is a value, as text. */
    String text() {
        return value().has("$value") ? value().get("$value").asText() : value().asText();
    }
}
