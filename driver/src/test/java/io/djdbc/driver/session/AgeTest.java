package io.djdbc.driver.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.djdbc.driver.settings.ConnectionRequest;
import io.djdbc.driver.target.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Idle connections past CONN_MAX_AGE are closed although nobody comes. */
class AgeTest {

    @Test
    void eachIsClosedAtItsOwnAge() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
        Connection first = counting.connect();
        counting.time().advance(30);
        Connection second = counting.connect();
        second.close(); // its time is over at 90
        counting.time().advance(20);
        first.close(); // but the first one's at 60
        counting.server().takeLog();

        counting.time().advance(9);
        assertEquals(List.of(), counting.server().takeLog());
        counting.time().advance(1);
        assertEquals(List.of("close #1"), counting.server().takeLog());
        counting.time().advance(29);
        assertEquals(List.of(), counting.server().takeLog());
        counting.time().advance(1);
        assertEquals(List.of("close #2"), counting.server().takeLog());
    }

    @Test
    void theTimerIsNotSetOncePerRequest() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
        for (int i = 0; i < 1000; i++) {
            counting.request();
        }
        assertEquals(1, counting.time().scheduled());
    }

    @Test
    void withoutALimitThereIsNoTimer() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=None");
        counting.request();
        assertEquals(0, counting.time().scheduled());
    }

    /** Waits as long as it takes: the build's own limit is the only one. */
    @Test
    void theThreadEndsWhenNoConnectionIsKept() throws Exception {
        CountingDriver.Running running = CountingDriver.start();
        AgeTimer timer = new AgeTimer();
        Target target = new Target(
                ConnectionRequest.parse(running.url() + "?CONN_MAX_AGE=1", new Properties()), timer, System::nanoTime);
        Set<Thread> others = timerThreads(); // of other tests' connections
        target.connect().close();
        Set<Thread> started = timerThreads();
        started.removeAll(others);
        assertEquals(1, started.size());
        Thread thread = started.iterator().next();
        assertTrue(thread.isDaemon());
        thread.join();
        assertEquals(List.of(), running.server().open());
    }

    private static Set<Thread> timerThreads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> !thread.getName().equals("djdbc-connection-age"));
        return threads;
    }
}
