package io.djdbc.conformance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One recorded scenario on a real server: a Django request is a {@code getConnection()} … {@code close()}. */
final class ScenarioRun implements AutoCloseable {

    private static final Pattern QUERY_ON = Pattern.compile("#(\\d+) query");

    private final TestDatabase database;
    private final SessionCount count;
    private final OwnDriver driver = new OwnDriver();
    private final String[] parameters;
    private final JsonNode scenario;

    /** The server's ids of Django's connections #1, #2… */
    private final Map<Integer, Long> sessions = new HashMap<>();

    private final Set<Integer> openInDjango = new HashSet<>();
    private @Nullable Connection connection;

    ScenarioRun(TestDatabase database, JsonNode scenario, SessionCount count) {
        this.database = database;
        this.scenario = scenario;
        this.count = count;
        List<String> list = new ArrayList<>();
        scenario.path("settings").properties().forEach(setting -> {
            String value =
                    setting.getValue().isNull() ? "None" : setting.getValue().asText();
            list.add(setting.getKey() + "=" + value);
        });
        this.parameters = list.toArray(String[]::new);
    }

    /** {@code query} and {@code {"advance": 60}} alike have a name. */
    static String nameOf(JsonNode event) {
        return event.isTextual() ? event.asText() : event.fieldNames().next();
    }

    void step(JsonNode step) throws SQLException, InterruptedException {
        String event = nameOf(step.path("event"));
        JsonNode argument = step.path("event").path(event);
        boolean raises = step.has("raised");
        note(step.path("physical"));
        switch (event) {
            case "request_started", "request_finished" -> endRequest();
            case "advance" -> driver.advance(argument.asDouble());
            case "server_drop" -> count.kill(count.open());
            case "query" -> attempt(raises, () -> query(step.path("physical")));
            case "error" -> attempt(true, () -> fail(argument.asText()));
            case "set_autocommit" -> attempt(raises, () -> connection().setAutoCommit(argument.asBoolean()));
            default -> throw new IllegalArgumentException(event);
        }
    }

    private void note(JsonNode physical) {
        for (JsonNode action : physical) {
            String text = action.asText();
            int number = Integer.parseInt(text.replaceAll("\\D+", ""));
            if (text.startsWith("connect #")) {
                openInDjango.add(number);
            } else if (text.startsWith("close #")) {
                openInDjango.remove(number);
            }
        }
    }

    private Connection connection() throws SQLException {
        Connection held = connection;
        if (held == null) {
            held = driver.connect(database, parameters);
            connection = held;
        }
        return held;
    }

    private void endRequest() throws SQLException {
        Connection held = connection;
        connection = null;
        if (held != null) {
            held.close();
        }
    }

    private void query(JsonNode physical) throws SQLException {
        long session = count.use(connection());
        for (JsonNode action : physical) {
            Matcher query = QUERY_ON.matcher(action.asText());
            if (query.matches()) {
                int number = Integer.parseInt(query.group(1));
                if (!sessions.containsKey(number)) {
                    assertThat(sessions).as("a new session, as in Django").doesNotContainValue(session);
                    sessions.put(number, session);
                }
                assertThat(session).as("Django's connection #%s", number).isEqualTo(sessions.get(number));
            }
        }
    }

    /** An error of Django's class; what Django calls the others says no more than that it is none of these. */
    private void fail(String djangoClass) throws SQLException {
        try (Statement statement = connection().createStatement()) {
            switch (djangoClass) {
                case "DataError" -> {
                    statement.execute("CREATE TEMPORARY TABLE scenario_data (a VARCHAR(1))");
                    failAndDrop(statement, "scenario_data", "INSERT INTO scenario_data VALUES ('too long')");
                }
                case "IntegrityError" -> {
                    statement.execute("CREATE TEMPORARY TABLE scenario_key (a INTEGER NOT NULL)");
                    failAndDrop(statement, "scenario_key", "INSERT INTO scenario_key VALUES (NULL)");
                }
                default -> statement.execute("SELEKT 1");
            }
        }
    }

    private void failAndDrop(Statement statement, String table, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } finally {
            if (connection().getAutoCommit()) {
                statement.execute("DROP TABLE " + table);
            }
        }
    }

    private static void attempt(boolean raises, Action action) throws SQLException {
        try {
            action.run();
        } catch (SQLException e) {
            if (raises) {
                return;
            }
            throw e;
        }
        assertThat(raises).as("Django got an error here").isFalse();
    }

    @FunctionalInterface
    private interface Action {
        void run() throws SQLException;
    }

    void assertEnd() throws SQLException, InterruptedException {
        assertThat(sessions.size())
                .as("sessions that were used")
                .isLessThanOrEqualTo(scenario.path("totals").path("connects").asInt());
        count.assertOpen(openInDjango.size());
    }

    @Override
    public void close() throws SQLException {
        try {
            endRequest();
        } finally {
            driver.close();
        }
    }
}
