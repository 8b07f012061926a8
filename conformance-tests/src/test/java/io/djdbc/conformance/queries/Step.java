package io.djdbc.conformance.queries;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** A step of a script. */
public sealed interface Step {

    /**
     * A pipeline.
     *
     * @param names the variables to bind: none, one, or those that a pair is unpacked into
     */
    record Run(Pipeline pipeline, List<String> names) implements Step {}

    /** Assigns an attribute of an instance; {@code value} is in the neutral form. */
    record Assign(String variable, String attribute, JsonNode value) implements Step {}

    /** Steps in one transaction. */
    record Atomic(List<Step> steps) implements Step {}

    static List<Step> all(JsonNode array) {
        List<Step> steps = new ArrayList<>();
        array.forEach(node -> steps.add(of(node)));
        return List.copyOf(steps);
    }

    private static Step of(JsonNode node) {
        if (node.has("atomic")) {
            return new Atomic(all(node.get("atomic")));
        }
        if (node.has("set")) {
            JsonNode set = node.get("set");
            return new Assign(set.get("var").asText(), set.get("attr").asText(), set.get("value"));
        }
        List<String> names = new ArrayList<>();
        JsonNode as = node.path("as");
        if (as.isArray()) {
            as.forEach(name -> names.add(name.asText()));
        } else if (as.isTextual()) {
            names.add(as.asText());
        }
        return new Run(Pipeline.of(node), List.copyOf(names));
    }
}
