package io.djdbc.driver.session;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import counting.CountingConnection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Plays a scenario and compares it with what Django did, event by event: physical actions in their order, errors, and
 * in the end the totals. Where the driver differs by design, it must differ in exactly that.
 */
final class ScenarioComparison {

    /** Where a driver that gives connections to borrowers is not Django by design. */
    enum Deviation {
        /**
         * With AUTOCOMMIT=false Django keeps an open transaction from one request to the next. A borrower must not get
         * one, so the driver rolls back what nobody committed when the connection is given back.
         */
        OPEN_TRANSACTION_ROLLED_BACK,
        /**
         * A use after the end of a request and without the start of another is Django's old request still; but every
         * getConnection() starts one. So the driver looks whether the connection lives although it has just answered.
         */
        USE_STARTS_A_REQUEST,
        /** For the same reason such a use does not get a connection past its age. */
        PAST_AGE_NOT_USED
    }

    private final Scenario scenario;
    private final ScenarioPlayer player;
    private final Set<Deviation> deviations = EnumSet.noneOf(Deviation.class);
    private final List<String> django = new ArrayList<>();
    private final List<String> driver = new ArrayList<>();
    private final Set<String> closedByTimer = new TreeSet<>();
    private String answeredAtEnd;
    private int moreHealthChecks;
    private int compared;
    private boolean stopped;

    private ScenarioComparison(Scenario scenario, ScenarioPlayer player) {
        this.scenario = scenario;
        this.player = player;
    }

    /**
     * What was found.
     *
     * @param compared events played and compared
     * @param whole whether these were all
     */
    record Result(int compared, boolean whole, Set<Deviation> deviations) {}

    /** Fails if the driver does not do what Django did. */
    static Result of(Scenario scenario, ScenarioPlayer player) throws SQLException {
        return new ScenarioComparison(scenario, player).compare();
    }

    private Result compare() throws SQLException {
        for (Scenario.Step step : scenario.steps()) {
            if (usesOneThatTheTimerClosed(step)) {
                deviations.add(Deviation.PAST_AGE_NOT_USED);
                stopped = true;
            }
            if (stopped) {
                break;
            }
            compare(step);
            compared++;
        }
        assertAll(() -> assertEquals(String.join("\n", django), String.join("\n", driver)), () -> {
            if (!stopped) {
                assertEquals(scenario.totals(), asDjangoCounts(player.server.totals()));
            }
        });
        return new Result(compared, !stopped, deviations);
    }

    private void compare(Scenario.Step step) throws SQLException {
        List<CountingConnection> open = player.server.open();
        boolean uncommitted = !open.isEmpty() && open.get(0).isInTransaction();
        ScenarioPlayer.Outcome outcome = player.play(step);

        List<String> expected = new ArrayList<>(step.physical());
        List<String> actual = new ArrayList<>(outcome.physical());
        if (step.name().equals("advance")) {
            closedByTimer.addAll(actual); // Django closes by age only when it looks again
            actual.clear();
        } else {
            expected.removeIf(closedByTimer::remove);
        }
        if (player instanceof GetConnectionPlayer) {
            expectRollback(step, uncommitted, open, expected);
            expectHealthCheck(step, expected);
        }
        django.add(step + ": " + expected + " " + step.raised() + " " + step.returned());
        driver.add(step + ": " + actual + " " + outcome.raised() + " "
                + (step.returned() == null ? null : outcome.returned()));
    }

    private void expectRollback(
            Scenario.Step step, boolean uncommitted, List<CountingConnection> open, List<String> expected) {
        boolean closedByDjango = expected.stream().anyMatch(action -> action.startsWith("close "));
        if (scenario.autoCommit() || !step.isRequestBoundary() || !uncommitted || closedByDjango) {
            return;
        }
        CountingConnection connection = open.get(0);
        deviations.add(Deviation.OPEN_TRANSACTION_ROLLED_BACK);
        expected.add("#" + connection.number() + " ROLLBACK");
        if (connection.isCut()) {
            expected.add("close #" + connection.number());
            stopped = true; // Django's next request fails with this connection, the driver's gets another one
        }
    }

    private void expectHealthCheck(Scenario.Step step, List<String> expected) {
        String check = answeredAtEnd;
        if (step.isRequestBoundary()) {
            boolean answered = scenario.healthChecks()
                    && expected.size() == 1
                    && expected.get(0).endsWith(" health check");
            answeredAtEnd = answered ? expected.get(0) : null;
        } else if (check != null && !expected.isEmpty()) {
            answeredAtEnd = null;
            deviations.add(Deviation.USE_STARTS_A_REQUEST);
            expected.add(0, check);
            moreHealthChecks++;
        }
    }

    private boolean usesOneThatTheTimerClosed(Scenario.Step step) {
        return step.physical().stream()
                .anyMatch(action -> action.startsWith("#")
                        && closedByTimer.contains("close " + action.substring(0, action.indexOf(' '))));
    }

    private CountingServer.Totals asDjangoCounts(CountingServer.Totals totals) {
        return new CountingServer.Totals(
                totals.connects(),
                totals.failedConnects(),
                totals.closes() - closedByTimer.size(), // Django does not look any more
                totals.healthChecks() - moreHealthChecks);
    }
}
