package io.djdbc.conformance.queries;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Where to start, and the operations to apply from left to right. */
public record Pipeline(Root root, List<Operation> operations) {

    /** Where a pipeline starts. */
    public sealed interface Root {

        /** The manager of a model. */
        record Model(String name) implements Root {}

        /** What a variable holds. */
        record Variable(String name) implements Root {}

        /** An unsaved instance; {@code fields} are pairs of name and value. */
        record New(String model, JsonNode fields) implements Root {}
    }

    /** One operation: its name, and the object that holds its operands. */
    public record Operation(String name, JsonNode operands) {

        /** An operand; a missing node if there is none. */
        public JsonNode operand(String operand) {
            return operands.path(operand);
        }

        /** An argument by name; a missing node if it was not given. */
        public JsonNode keyword(String keyword) {
            for (JsonNode pair : operands.path("kwargs")) {
                if (pair.get(0).asText().equals(keyword)) {
                    return pair.get(1);
                }
            }
            return operands.path("no such keyword");
        }
    }

    /** Reads an object with {@code root} and {@code ops}. */
    public static Pipeline of(JsonNode node) {
        List<Operation> operations = new ArrayList<>();
        node.path("ops").forEach(op -> operations.add(new Operation(op.get("op").asText(), op)));
        return new Pipeline(root(node.get("root")), List.copyOf(operations));
    }

    private static Root root(JsonNode node) {
        if (node.has("model")) {
            return new Root.Model(node.get("model").asText());
        }
        if (node.has("var")) {
            return new Root.Variable(node.get("var").asText());
        }
        if (node.has("new")) {
            return new Root.New(node.get("new").asText(), node.get("fields"));
        }
        throw new IllegalArgumentException("a root that this reader does not know: " + node);
    }
}
