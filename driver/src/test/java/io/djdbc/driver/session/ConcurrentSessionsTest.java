package io.djdbc.driver.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import counting.CountingConnection;
import io.djdbc.driver.target.Target;
import io.djdbc.driver.target.Targets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 64 threads open, use, break and close connections at random: no session has two users, and none is left behind. */
class ConcurrentSessionsTest {
    private static final int THREADS = 64;
    private static final int REQUESTS = 100;

    /** HikariCP pauses after a connect that failed. */
    private static final int REQUESTS_OF_A_POOL = 10;

    /** It says of each connection that did not answer that it was closed, which is thousands of times here. */
    private static final Logger LOG = Logger.getLogger("io.djdbc.driver");

    @BeforeAll
    static void logWarningsOnly() {
        LOG.setLevel(Level.WARNING);
    }

    @AfterAll
    static void logAsBefore() {
        LOG.setLevel(null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?CONN_MAX_AGE=0",
                "?CONN_MAX_AGE=60",
                "?CONN_MAX_AGE=60&CONN_HEALTH_CHECKS=true",
                "?CONN_MAX_AGE=0.005&CONN_HEALTH_CHECKS=true",
                "?CONN_MAX_AGE=None&AUTOCOMMIT=false",
                "?POOL=true&POOL_MAX_SIZE=64&CONN_HEALTH_CHECKS=true"
            })
    void neverShareASessionAndNeverLeakOne(String settings) throws Exception {
        CountingDriver.Running running = CountingDriver.start();
        Targets targets = new Targets(System::nanoTime);
        Target target = targets.find(running.url() + settings, new Properties());
        int requests = settings.contains("POOL") ? REQUESTS_OF_A_POOL : REQUESTS;
        Set<Integer> inUse = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Random random = new Random(i);
                all.add(threads.submit(() -> {
                    for (int request = 0; request < requests; request++) {
                        request(target, running.server(), inUse, random);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertTrue(running.server().open().size() <= THREADS, "more connections than threads");
        targets.shutDown();
        assertEquals(List.of(), running.server().open());
        assertEquals(running.server().totals().connects(), target.statistics().opened());
        assertEquals(target.statistics().opened(), target.statistics().closed());
    }

    private static void request(Target target, CountingServer server, Set<Integer> inUse, Random random)
            throws SQLException {
        Connection connection;
        try {
            connection = target.connect();
        } catch (SQLException e) { // cut while it was set up
            assertEquals(DjangoError.OperationalError, DjangoError.of(e));
            return;
        }
        CountingConnection physical = CountingTarget.physical(connection);
        assertTrue(inUse.add(physical.number()), () -> "#" + physical.number() + " has two users");
        try {
            switch (random.nextInt(12)) {
                case 0 -> failing(connection, "FAIL OperationalError");
                case 1 -> failing(connection, "FAIL IntegrityError");
                case 2 -> physical.cut();
                case 3 -> physical.close();
                case 4 -> connection.setAutoCommit(false);
                case 5 -> server.drop();
                case 6 -> {
                    inUse.remove(physical.number());
                    connection.abort(Runnable::run);
                }
                case 7 -> connection.setSchema("other");
                default -> CountingTarget.query(connection);
            }
        } catch (SQLException e) {
            assertTrue(physical.isCut(), "an error without a reason");
        } finally {
            inUse.remove(physical.number());
            connection.close();
        }
    }

    private static void failing(Connection connection, String sql) {
        try {
            CountingTarget.execute(connection, sql);
        } catch (SQLException expected) {
            return;
        }
        throw new AssertionError(sql + " did not fail");
    }
}
