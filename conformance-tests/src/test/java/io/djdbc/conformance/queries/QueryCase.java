package io.djdbc.conformance.queries;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One script of golden/queries.json.
 *
 * @param dataset {@code blog} or {@code odd}
 * @param python the script as Python text, for messages only
 * @param timezone the IANA name of the zone that was active, or null
 * @param tags operations, lookups and expressions that occur
 * @param mutates whether rows change; such a case starts from the freshly loaded dataset
 * @param compare {@code list}, {@code multiset}, {@code value} or {@code count}
 * @param result per-server value of the last step
 * @param changes per-server difference of the tables, or null
 * @param sql the statements, an array for each backend
 * @param oracleException what Oracle's backend raises where the others do not, or null
 */
public record QueryCase(
        String id,
        String section,
        String dataset,
        String python,
        @Nullable String timezone,
        List<Step> steps,
        Set<String> tags,
        boolean mutates,
        String compare,
        JsonNode result,
        @Nullable JsonNode changes,
        JsonNode sql,
        @Nullable JsonNode oracleException) {

    /** All cases, in the file's order. */
    public static List<QueryCase> all() {
        return all(Golden.read("queries.json"));
    }

    /** Those of a file of the same form. */
    static List<QueryCase> all(JsonNode file) {
        List<QueryCase> cases = new ArrayList<>();
        file.get("cases").forEach(node -> cases.add(of(node)));
        return cases;
    }

    private static QueryCase of(JsonNode node) {
        Set<String> tags = new TreeSet<>();
        node.get("tags").forEach(tag -> tags.add(tag.asText()));
        return new QueryCase(
                node.get("id").asText(),
                node.get("section").asText(),
                node.get("dataset").asText(),
                node.get("python").asText(),
                node.path("timezone").textValue(),
                Step.all(node.get("steps")),
                tags,
                node.get("mutates").asBoolean(),
                node.get("compare").asText(),
                node.get("result"),
                node.get("changes"),
                node.get("sql"),
                node.get("oracle_exception"));
    }

    /** The value recorded for a server: {@code sqlite}, {@code postgresql} or {@code mysql} (which is MariaDB). */
    public static JsonNode forServer(JsonNode perServer, String server) {
        JsonNode all = perServer.get("all");
        JsonNode own = all == null ? perServer.get(server) : all;
        if (own == null) {
            throw new IllegalArgumentException("nothing recorded for " + server + ": " + perServer);
        }
        return own;
    }

    @Override
    public String toString() {
        return id + ": " + python.replace("\n", "; ");
    }
}
