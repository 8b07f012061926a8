package io.djdbc.driver.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A scenario of golden/connection.json: what Django did, event by event. */
record Scenario(String id, String name, JsonNode settings, List<Step> steps, CountingServer.Totals totals) {

    /**
     * One event.
     *
     * @param name of the event
     * @param argument what the event says besides; null if nothing
     * @param physical Django's physical actions, as JDBC has them
     * @param raised Django's exception class; null if none
     * @param returned what the call returned; null if not recorded
     */
    record Step(String name, JsonNode argument, List<String> physical, String raised, Boolean returned) {
        boolean isRequestBoundary() {
            return name.equals("request_started")
                    || name.equals("request_finished")
                    || name.equals("close_if_unusable_or_obsolete");
        }

        @Override
        public String toString() {
            return argument == null ? name : name + " " + argument;
        }
    }

    /** Those of the project, or with {@code -Ddjdbc.golden=DIR} those of another directory, if it has some. */
    static List<Scenario> all() {
        try (InputStream in = areOwn()
                ? Scenario.class.getResourceAsStream("/golden/connection.json")
                : Files.newInputStream(given())) {
            List<Scenario> all = new ArrayList<>();
            for (JsonNode node : new ObjectMapper().readTree(in).required("scenarios")) {
                all.add(of(node));
            }
            return all;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether they are the project's own, of which is known how many there are, and which deviate. */
    static boolean areOwn() {
        return !Files.exists(given());
    }

    private static Path given() {
        String directory = System.getProperty("djdbc.golden", "").trim();
        return Path.of(directory.isEmpty() ? "none" : directory, "connection.json");
    }

    private static Scenario of(JsonNode node) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : node.required("trace")) {
            JsonNode event = step.required("event");
            String name =
                    event.isTextual() ? event.asText() : event.fieldNames().next();
            steps.add(new Step(
                    name,
                    event.isTextual() ? null : event.get(name),
                    asInJdbc(step.path("physical")),
                    step.has("raised") ? step.get("raised").asText() : null,
                    step.has("returned") ? step.get("returned").asBoolean() : null));
        }
        JsonNode totals = node.required("totals");
        return new Scenario(
                node.required("id").asText(),
                node.required("name").asText(),
                node.required("settings"),
                List.copyOf(steps),
                new CountingServer.Totals(
                        totals.required("connects").asInt(),
                        totals.required("failed_connects").asInt(),
                        totals.required("closes").asInt(),
                        totals.required("health_checks").asInt()));
    }

    /** Django turns auto-commit on after each connect; a JDBC connection begins with it on. */
    private static List<String> asInJdbc(JsonNode physical) {
        List<String> actions = new ArrayList<>();
        String connected = null;
        for (JsonNode action : physical) {
            String text = action.asText();
            if (!text.equals(connected + " autocommit on")) {
                actions.add(text);
            }
            connected = text.startsWith("connect #") ? text.substring("connect ".length()) : null;
        }
        return List.copyOf(actions);
    }

    /** djdbc's parameters for the scenario's settings. */
    String parameters() {
        StringBuilder parameters = new StringBuilder();
        settings.fields()
                .forEachRemaining(setting -> parameters
                        .append(parameters.isEmpty() ? '?' : '&')
                        .append(setting.getKey())
                        .append('=')
                        .append(
                                setting.getValue().isNull()
                                        ? "None"
                                        : setting.getValue().asText()));
        return parameters.toString();
    }

    /** Whether every event that needs the connection is in a request. */
    boolean isUsedInRequestsOnly() {
        boolean inRequest = false;
        for (Step step : steps) {
            switch (step.name()) {
                case "request_started" -> inRequest = true;
                case "request_finished" -> inRequest = false;
                case "close_if_unusable_or_obsolete",
                        "advance",
                        "close",
                        "server_drop",
                        "server_down",
                        "server_up" -> {}
                default -> {
                    if (!inRequest) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    boolean autoCommit() {
        return settings.path("AUTOCOMMIT").asBoolean(true);
    }

    boolean healthChecks() {
        return settings.required("CONN_HEALTH_CHECKS").asBoolean();
    }

    /** Whether CONN_MAX_AGE is 0. */
    boolean closesAtEndOfRequest() {
        JsonNode age = settings.required("CONN_MAX_AGE");
        return !age.isNull() && age.asInt() == 0;
    }

    @Override
    public String toString() {
        return id + " " + name + " " + settings;
    }
}
