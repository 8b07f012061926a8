package io.djdbc.driver.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.djdbc.driver.session.ScenarioComparison.Deviation;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What Django's connection wrapper did in 160 scenarios is what the driver does: the same physical actions in the same
 * order, event by event, the same errors, the same totals. Which callbacks ran is the query builder's affair.
 */
class GoldenScenarioTest {
    private static final List<Scenario> SCENARIOS = Scenario.all();

    /** Events that speak of more than a connection. */
    private static final Set<String> OF_THE_QUERY_BUILDER = Set.of(
            "atomic",
            "end_atomic",
            "savepoint",
            "savepoint_rollback",
            "savepoint_commit",
            "on_commit",
            "marked_error",
            "set_rollback",
            "get_rollback");

    /** A way to say what a request is. */
    private interface Mode {
        ScenarioPlayer player(Scenario scenario) throws SQLException;
    }

    /** Without a pool above: getConnection() … close(). */
    @TestFactory
    Stream<DynamicTest> fromGetConnectionToClose() {
        return tests(SCENARIOS, GetConnectionPlayer::new);
    }

    /** A pool above marks the requests; scenarios that use the connection outside of them are not for it. */
    @TestFactory
    Stream<DynamicTest> markedByAPool() {
        return tests(usedInRequestsOnly(), RequestMarkPlayer::new);
    }

    private static Stream<DynamicTest> tests(List<Scenario> scenarios, Mode mode) {
        return scenarios.stream()
                .map(scenario -> dynamicTest(
                        scenario.toString(),
                        () -> assertTrue(ScenarioComparison.of(scenario, mode.player(scenario))
                                        .compared()
                                > 0)));
    }

    @Test
    void nothingIsLeftOutInSilence() throws SQLException {
        Tally getConnection = tally(SCENARIOS, GetConnectionPlayer::new);
        System.out.println("getConnection() … close(): " + getConnection);
        Tally marked = tally(usedInRequestsOnly(), RequestMarkPlayer::new);
        System.out.println("beginRequest() … endRequest(): " + marked + "; left out, as they use the connection outside"
                + " of requests: " + (SCENARIOS.size() - marked.played()));

        assertEquals(List.of(), marked.inPart);
        assertEquals(Map.of(), marked.deviating);
        if (Scenario.areOwn()) {
            assertOwn(getConnection);
            assertEquals(92, marked.played());
        }
    }

    private static void assertOwn(Tally getConnection) {
        assertEquals(160, SCENARIOS.size());
        assertEquals(
                94,
                SCENARIOS.stream()
                        .filter(GoldenScenarioTest::isOfConnectionsOnly)
                        .count());
        assertEquals(List.of("scenario.135", "scenario.144"), getConnection.inPart);
        assertEquals(
                Map.of(
                        Deviation.OPEN_TRANSACTION_ROLLED_BACK,
                        List.of(
                                "scenario.086",
                                "scenario.133",
                                "scenario.141",
                                "scenario.144",
                                "scenario.156",
                                "scenario.159"),
                        Deviation.USE_STARTS_A_REQUEST,
                        List.of("scenario.113", "scenario.145"),
                        Deviation.PAST_AGE_NOT_USED,
                        List.of("scenario.135")),
                getConnection.deviating);
    }

    /** How many scenarios were compared, and how far. */
    private static final class Tally {
        final List<String> whole = new ArrayList<>();
        final List<String> inPart = new ArrayList<>();
        final Map<Deviation, List<String>> deviating = new TreeMap<>();
        int connectionsOnly;
        int events;

        int played() {
            return whole.size() + inPart.size();
        }

        @Override
        public String toString() {
            return played() + " scenarios (" + connectionsOnly + " of connections only), " + events + " events; whole "
                    + whole.size() + ", in part " + inPart + "; deviations " + deviating;
        }
    }

    private static Tally tally(List<Scenario> scenarios, Mode mode) throws SQLException {
        Tally tally = new Tally();
        for (Scenario scenario : scenarios) {
            ScenarioComparison.Result result = ScenarioComparison.of(scenario, mode.player(scenario));
            (result.whole() ? tally.whole : tally.inPart).add(scenario.id());
            tally.events += result.compared();
            tally.connectionsOnly += isOfConnectionsOnly(scenario) ? 1 : 0;
            for (Deviation deviation : result.deviations()) {
                tally.deviating
                        .computeIfAbsent(deviation, unused -> new ArrayList<>())
                        .add(scenario.id());
            }
        }
        return tally;
    }

    private static boolean isOfConnectionsOnly(Scenario scenario) {
        return scenario.steps().stream().noneMatch(step -> OF_THE_QUERY_BUILDER.contains(step.name()));
    }

    private static List<Scenario> usedInRequestsOnly() {
        return SCENARIOS.stream().filter(Scenario::isUsedInRequestsOnly).toList();
    }
}
