package io.djdbc.driver.session;

import static io.djdbc.driver.session.CountingTarget.physical;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counting.CountingConnection;
import io.djdbc.driver.target.Target;
import io.djdbc.driver.target.Targets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How connections end, also where something goes wrong: no physical connection is left behind or given to two. */
class SessionEndTest {

    @ParameterizedTest
    @ValueSource(strings = {"?CONN_MAX_AGE=0", "?CONN_MAX_AGE=60"})
    void aFailingInitCommandClosesThePhysicalConnection(String age) throws SQLException {
        CountingTarget counting = CountingTarget.with(age + "&INIT_COMMAND=FAIL ProgrammingError");
        SQLException error = assertThrows(SQLException.class, counting::connect);
        assertEquals(DjangoError.ProgrammingError, DjangoError.of(error));
        assertEquals(
                List.of("connect #1", "#1 FAIL ProgrammingError", "close #1"),
                counting.server().takeLog());
    }

    @Test
    void anInitCommandRunsOnceOnEachPhysicalConnection() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60&INIT_COMMAND=first; second");
        counting.request();
        counting.request();
        assertEquals(
                List.of("connect #1", "#1 first", "#1 second", "#1 query", "#1 query"),
                counting.server().takeLog());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?CONN_MAX_AGE=0", "?CONN_MAX_AGE=60", "?POOL=true&POOL_MAX_SIZE=1&POOL_MIN_SIZE=0"})
    void anAbortedConnectionIsNeverUsedAgain(String settings) throws SQLException {
        CountingTarget counting = CountingTarget.with(settings);
        Connection connection = counting.connect();
        CountingConnection first = physical(connection);
        connection.abort(Runnable::run);
        connection.close();
        assertTrue(first.isClosed());
        try (Connection next = counting.connect()) {
            assertNotSame(first, physical(next));
            CountingTarget.query(next);
        }
    }

    @Test
    void abortAfterCloseDoesNotTouchTheNextBorrower() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
        Connection connection = counting.connect();
        connection.close();
        try (Connection next = counting.connect()) {
            connection.abort(Runnable::run);
            assertFalse(physical(next).isClosed());
            CountingTarget.query(next);
        }
        assertEquals(1, counting.server().totals().connects());
    }

    @Test
    void anAbortThatTheVendorRefusesLeavesTheConnectionOpen() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
        try (Connection connection = counting.connect()) {
            physical(connection).failOn("abort", "InternalError");
            assertThrows(SQLException.class, () -> connection.abort(Runnable::run));
            CountingTarget.query(connection);
        }
    }

    @Test
    void closingByTwoThreadsGivesBackOnce() throws Exception {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier together = new CyclicBarrier(2);
            for (int i = 0; i < 500; i++) {
                Connection connection = counting.connect();
                Callable<Void> close = () -> {
                    together.await();
                    connection.close();
                    return null;
                };
                for (Future<Void> closed : threads.invokeAll(List.of(close, close))) {
                    closed.get();
                }
                Connection first = counting.connect();
                Connection second = counting.connect();
                assertNotSame(physical(first), physical(second));
                second.close();
                first.close();
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(2, counting.server().totals().connects());
    }

    @Test
    void aVendorThatRefusesToCloseIsHeard() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=0");
        Connection connection = counting.connect();
        CountingConnection vendors = physical(connection);
        vendors.failOn("close", "InternalError");
        assertThrows(SQLException.class, connection::close);
        assertFalse(connection.isClosed());
        CountingTarget.query(connection);
        vendors.failOn("close", null);
        connection.close();
        assertTrue(connection.isClosed());
        assertTrue(vendors.isClosed());
    }

    @Test
    void aVendorThatRefusesToCloseInATransactionGetsARollback() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
        Connection connection = counting.connect();
        CountingConnection vendors = physical(connection);
        vendors.refuseToCloseInTransaction();
        connection.setAutoCommit(false);
        CountingTarget.query(connection);
        connection.close();
        assertTrue(vendors.isClosed());
        assertEquals(1, counting.target().statistics().closed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?CONN_MAX_AGE=60", "?CONN_MAX_AGE=None", "?POOL=true"})
    void deregistrationClosesWhatIsKept(String settings) throws SQLException {
        CountingDriver.Running running = CountingDriver.start();
        Targets targets = new Targets(System::nanoTime);
        Target target = targets.find(running.url() + settings, new Properties());
        Connection inUse = target.connect();
        target.connect().close();
        targets.shutDown();
        inUse.close();
        assertEquals(List.of(), running.server().open());
        assertEquals(target.statistics().opened(), target.statistics().closed());
    }

    @Test
    void aConnectionThatDidNotAnswerAPoolIsNotKept() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
        Connection connection = counting.connect();
        CountingTarget.query(connection);
        counting.server().drop();
        assertFalse(connection.isValid(1));
        connection.close();
        assertEquals(
                List.of("connect #1", "#1 query", "#1 health check", "close #1"),
                counting.server().takeLog());
    }

    @Test
    void aPoolInsideTakesOutADeadConnection() throws SQLException {
        CountingTarget counting = CountingTarget.with("?POOL=true&POOL_MIN_SIZE=0&POOL_MAX_SIZE=1");
        CountingConnection first;
        try (Connection connection = counting.connect()) {
            first = physical(connection);
            counting.server().drop();
            assertThrows(SQLException.class, () -> CountingTarget.query(connection));
        }
        assertTrue(first.isClosed());
        try (Connection connection = counting.connect()) {
            assertNotSame(first, physical(connection));
            CountingTarget.query(connection);
        }
    }

    /** Django pings after an error, at the end of the request too; a pass-through must not cost a round trip more. */
    @Test
    void nativeSemanticsSendNoPingAfterAnError() throws SQLException {
        assertEquals(
                List.of("connect #1", "#1 FAIL OperationalError", "#1 health check", "close #1"),
                logOfAFailingRequest("?CONN_MAX_AGE=0"));
        assertEquals(
                List.of("connect #1", "#1 FAIL OperationalError", "close #1"),
                logOfAFailingRequest("?SEMANTICS=native"));
    }

    private static List<String> logOfAFailingRequest(String settings) throws SQLException {
        CountingTarget counting = CountingTarget.with(settings);
        try (Connection connection = counting.connect()) {
            assertThrows(SQLException.class, () -> CountingTarget.execute(connection, "FAIL OperationalError"));
        }
        return counting.server().takeLog();
    }

    /** A pool above asks whether the connection is of use; that there is no server is an answer, not an error. */
    @Test
    void isNotValidWhileItsSessionIsRetiredAndTheServerIsDown() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
        try (Connection connection = counting.connect()) {
            connection.beginRequest();
            CountingTarget.query(connection);
            counting.time().advance(61);
            connection.endRequest();
            assertEquals(List.of(), counting.server().open());
            counting.server().setUp(false);
            assertFalse(connection.isValid(1));
            counting.server().setUp(true);
            assertTrue(connection.isValid(1));
            CountingTarget.query(connection);
        }
        assertEquals(2, counting.server().totals().connects());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?CONN_MAX_AGE=0", "?CONN_MAX_AGE=60", "?POOL=true&POOL_MAX_SIZE=1&POOL_MIN_SIZE=0"})
    void aVendorsMistakeLeavesNothingOpen(String settings) throws SQLException {
        CountingTarget counting = CountingTarget.with(settings);
        Connection connection = counting.connect();
        CountingConnection first = physical(connection);
        assertThrows(SQLException.class, () -> CountingTarget.execute(connection, "FAIL OperationalError"));
        first.breakOn("getAutoCommit"); // asked of a connection that has seen an error
        assertThrows(IllegalStateException.class, connection::close);
        assertTrue(first.isClosed());
        try (Connection next = counting.connect()) {
            assertNotSame(first, physical(next));
        }
    }

    @Test
    void cancelAfterCloseDoesNotReachTheNextBorrower() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
        Connection connection = counting.connect();
        Statement statement = connection.createStatement();
        statement.cancel();
        connection.close();
        assertEquals(
                "08003", assertThrows(SQLException.class, statement::cancel).getSQLState());
    }
}
