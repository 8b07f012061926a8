package io.djdbc.conformance.databases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The project's own cases of a file, known again in another directory's by their Python text: their numbers differ. */
public final class OwnCases {

    private final Map<String, String> ids = new HashMap<>();

    private OwnCases() {}

    /** @param part the name of the list in the file, such as {@code cases} */
    public static OwnCases in(String file, String part) {
        OwnCases own = new OwnCases();
        for (JsonNode node : Golden.readOwn(file).get(part)) {
            own.ids.put(node.get("python").asText(), node.get("id").asText());
        }
        return own;
    }

    /** What the project calls this case; null if it has none like it. */
    @Nullable
    public String id(JsonNode node) {
        return id(node.get("python").asText());
    }

    /** What the project calls the case of this Python text; null if it has none like it. */
    @Nullable
    public String id(String python) {
        return ids.get(python);
    }
}
