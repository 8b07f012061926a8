package io.djdbc.driver.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One thread closes a connection while another uses it: whoever comes first, its session has one borrower. */
class ClosedByAnotherThreadTest {
    private static final int ROUNDS = 400;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?CONN_MAX_AGE=60",
                "?CONN_MAX_AGE=60&CONN_HEALTH_CHECKS=true",
                "?POOL=true&POOL_MIN_SIZE=1&POOL_MAX_SIZE=2&CONN_HEALTH_CHECKS=true"
            })
    void givesUpItsSessionForGood(String settings) throws Exception {
        CountingTarget counting = CountingTarget.with(settings);
        counting.request();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier together = new CyclicBarrier(2);
            for (int i = 0; i < ROUNDS; i++) {
                Connection connection = counting.connect();
                int head = i;
                Callable<Void> use = () -> {
                    together.await();
                    pause(head % 20);
                    useOrBeRefused(connection);
                    return null;
                };
                Callable<Void> close = () -> {
                    together.await();
                    pause(head / 20);
                    connection.close();
                    return null;
                };
                for (Future<Void> done : threads.invokeAll(List.of(use, close))) {
                    done.get();
                }
                refusesAllWhileTheNextBorrowerHasTheSession(counting, connection);
            }
        } finally {
            threads.shutdownNow();
        }
        assertTrue(counting.server().open().size() <= 2, "a session was lost");
    }

    /** So that every order of the two is met. */
    private static void pause(int spins) {
        for (int i = 0; i < spins * 10; i++) {
            Thread.onSpinWait();
        }
    }

    private static void useOrBeRefused(Connection connection) {
        try {
            CountingTarget.query(connection);
        } catch (SQLException refused) {
            assertEquals("08003", refused.getSQLState());
        }
    }

    private static void refusesAllWhileTheNextBorrowerHasTheSession(CountingTarget counting, Connection closed)
            throws SQLException {
        assertTrue(closed.isClosed());
        try (Connection next = counting.connect();
                Statement statement = next.createStatement()) {
            statement.execute("query");
            counting.server().takeLog();
            assertThrows(SQLException.class, () -> CountingTarget.query(closed));
            assertThrows(SQLException.class, closed::commit);
            assertThrows(SQLException.class, () -> closed.setSchema("other"));
            assertEquals(List.of(), counting.server().takeLog());
        }
    }
}
