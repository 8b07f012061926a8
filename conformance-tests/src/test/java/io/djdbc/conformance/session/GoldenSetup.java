package io.djdbc.conformance.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.Golden;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** One of the setups of golden/connection.json: settings of Django, and what Django sent for them. */
record GoldenSetup(String id, String backend, String name, JsonNode settings, JsonNode server, JsonNode sent) {

    private static final String FIRST = "first connection of the process";
    private static final String NEXT = "next connection";

    static List<GoldenSetup> all() {
        List<GoldenSetup> setups = new ArrayList<>();
        for (JsonNode setup : Golden.read("connection.json").get("init")) {
            setups.add(new GoldenSetup(
                    setup.get("id").asText(),
                    setup.get("backend").asText(),
                    setup.get("name").asText(),
                    setup.get("settings"),
                    setup.get("server"),
                    setup.get("sent")));
        }
        return setups;
    }

    /** Whether Django refuses to connect at all. */
    boolean isRefused() {
        return sent.get(FIRST).has("exception");
    }

    /** The statements of the first or of a further connection; calls such as {@code (commit)} are left out. */
    List<String> statements(boolean first) {
        List<String> statements = new ArrayList<>();
        for (JsonNode statement : sent.get(first ? FIRST : NEXT)) {
            for (String one : statement.asText().split(";\\s*")) {
                if (!one.startsWith("(")) {
                    statements.add(one);
                }
            }
        }
        return statements;
    }

    boolean autoCommit() {
        return settings.path("AUTOCOMMIT").asBoolean(true);
    }

    /** Django's settings as djdbc's, in properties. */
    Properties asProperties() {
        Properties properties = new Properties();
        if (settings.has("AUTOCOMMIT")) {
            properties.setProperty("AUTOCOMMIT", settings.get("AUTOCOMMIT").asText());
        }
        String timeZone = timeZone();
        if (timeZone != null) {
            properties.setProperty("TIME_ZONE", timeZone);
        }
        Iterator<Map.Entry<String, JsonNode>> options =
                settings.path("OPTIONS").properties().iterator();
        while (options.hasNext()) {
            Map.Entry<String, JsonNode> option = options.next();
            properties.setProperty(option.getKey().toUpperCase(java.util.Locale.ROOT), value(option.getValue()));
        }
        return properties;
    }

    /** Oracle's sessions take no zone from Django without USE_TZ; PostgreSQL's take settings.TIME_ZONE. */
    @Nullable
    String timeZone() {
        if (!settings.path("USE_TZ").asBoolean(true) && backend.equals("oracle")) {
            return "native";
        }
        return settings.has("TIME_ZONE") ? settings.get("TIME_ZONE").asText() : null;
    }

    private static String value(JsonNode option) {
        if (option.isNull()) {
            return "None";
        }
        // psycopg's numbers of the isolation levels
        return switch (option.asText()) {
            case "2" -> "repeatable read";
            case "3" -> "serializable";
            default -> option.asText();
        };
    }

    @Override
    public String toString() {
        return id + " " + name;
    }
}
