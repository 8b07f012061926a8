package io.djdbc.conformance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What Django's connection wrapper did in each recorded scenario, asked of a real server: which session each query
 * ran in, which of them failed, and what was left open. Scenarios of atomic blocks, hooks and calls that JDBC has no
 * word for are the query builder's; those with a server that is down are {@link ServerRestartTest}'s.
 */
@EachDatabase({"postgresql", "mariadb", "mysql"})
@DisplayName("Django's recorded requests")
class GoldenRequestsTest {

    private static final Set<String> EVENTS =
            Set.of("request_started", "request_finished", "query", "error", "advance", "server_drop", "set_autocommit");

    private final TestDatabase database;

    GoldenRequestsTest(TestDatabase database) {
        this.database = database;
    }

    @TestFactory
    Stream<DynamicTest> scenarios() {
        List<JsonNode> chosen = new ArrayList<>();
        for (JsonNode scenario : Golden.read("connection.json").path("scenarios")) {
            if (isOfConnectionsOnly(scenario)) {
                chosen.add(scenario);
            }
        }
        assertThat(chosen).as("scenarios for a real server").isNotEmpty();
        return chosen.stream()
                .map(scenario -> DynamicTest.dynamicTest(
                        scenario.path("id").asText() + " "
                                + scenario.path("name").asText() + " " + scenario.path("settings"),
                        () -> run(scenario)));
    }

    private static boolean isOfConnectionsOnly(JsonNode scenario) {
        for (JsonNode step : scenario.path("trace")) {
            if (!EVENTS.contains(ScenarioRun.nameOf(step.path("event")))) {
                return false;
            }
        }
        return true;
    }

    private void run(JsonNode scenario) throws SQLException, InterruptedException {
        SessionCount count = new SessionCount(database);
        try (ScenarioRun run = new ScenarioRun(database, scenario, count)) {
            for (JsonNode step : scenario.path("trace")) {
                run.step(step);
            }
            run.assertEnd();
        }
        count.assertOpen(0);
    }
}
