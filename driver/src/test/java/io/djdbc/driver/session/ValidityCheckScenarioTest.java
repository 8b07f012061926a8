package io.djdbc.driver.session;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The scenarios under a pool that asks {@code isValid()} at the start of each request. Such a pool looks when it lends
 * and not when it gets back, so closes come later than Django's and checks may be fewer; all else is the same.
 */
class ValidityCheckScenarioTest {
    private static final Set<String> EVENTS_OF_APPLICATIONS_AND_SERVERS = Set.of(
            "request_started",
            "request_finished",
            "query",
            "error",
            "atomic",
            "end_atomic",
            "on_commit",
            "marked_error",
            "commit",
            "rollback",
            "set_autocommit",
            "savepoint",
            "advance",
            "server_drop",
            "server_down",
            "server_up");

    @TestFactory
    Stream<DynamicTest> validityCheckStartsTheRequest() {
        return scenarios().stream().map(scenario -> dynamicTest(scenario.toString(), () -> compare(scenario)));
    }

    @Test
    void enoughScenariosAreForSuchAPool() {
        int all = Scenario.all().size();
        int played = scenarios().size();
        System.out.println("isValid(): " + played + " scenarios; left out " + (all - played)
                + ": CONN_MAX_AGE=0 or no health checks (the pool decides), AUTOCOMMIT=false or left changed (the pool"
                + " resets it), uses outside of requests, calls of Django's own checks and close");
        assertEquals(36, played);
    }

    private static List<Scenario> scenarios() {
        return Scenario.all().stream()
                .filter(scenario -> scenario.healthChecks()
                        && !scenario.closesAtEndOfRequest()
                        && scenario.autoCommit()
                        && scenario.isUsedInRequestsOnly()
                        && leavesAutoCommitAsItWas(scenario)
                        && scenario.steps().stream()
                                .allMatch(step -> EVENTS_OF_APPLICATIONS_AND_SERVERS.contains(step.name())))
                .toList();
    }

    private static boolean leavesAutoCommitAsItWas(Scenario scenario) {
        int open = 0;
        for (Scenario.Step step : scenario.steps()) {
            switch (step.name()) {
                case "atomic" -> open++;
                case "end_atomic" -> open--;
                case "set_autocommit" -> open += step.argument().asBoolean() ? -1 : 1;
                case "request_finished" -> {
                    if (open != 0) {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return true;
    }

    private static void compare(Scenario scenario) throws SQLException {
        ValidityCheckPlayer player = new ValidityCheckPlayer(scenario);
        List<String> django = new ArrayList<>();
        List<String> driver = new ArrayList<>();
        List<String> pastAge = new ArrayList<>();
        int checksInRequest = 0;
        int mostChecks = 0;
        for (Scenario.Step step : scenario.steps()) {
            ScenarioPlayer.Outcome outcome = player.play(step);
            django.add(step + ": " + work(step.physical()) + " " + step.raised());
            driver.add(step + ": " + work(outcome.physical()) + " " + outcome.raised());
            checksInRequest = step.name().equals("request_started") ? 0 : checksInRequest;
            checksInRequest += (int) outcome.physical().stream()
                    .filter(ValidityCheckScenarioTest::isCheck)
                    .count();
            mostChecks = Math.max(mostChecks, checksInRequest);
            if (step.name().equals("request_started")) {
                step.physical().stream()
                        .filter(action -> action.startsWith("close "))
                        .forEach(action -> pastAge.add(action.substring("close ".length()) + " health check"));
            }
            outcome.physical().forEach(action -> assertTrue(!pastAge.contains(action), action));
        }
        CountingServer.Totals totals = player.server.totals();
        int checks = mostChecks;
        assertAll(
                () -> assertEquals(String.join("\n", django), String.join("\n", driver)),
                () -> assertEquals(scenario.totals().connects(), totals.connects()),
                () -> assertEquals(scenario.totals().failedConnects(), totals.failedConnects()),
                () -> assertTrue(totals.healthChecks() <= scenario.totals().healthChecks(), totals::toString),
                () -> assertTrue(checks <= 1, () -> checks + " health checks in one request"),
                () -> assertTrue(player.server.open().size() <= 1, "a connection was not closed"));
    }

    private static List<String> work(List<String> physical) {
        return physical.stream()
                .filter(action -> !isCheck(action) && !action.startsWith("close "))
                .toList();
    }

    private static boolean isCheck(String action) {
        return action.endsWith(" health check");
    }
}
