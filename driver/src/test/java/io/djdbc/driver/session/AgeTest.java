package io.djdbc.driver.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.djdbc.driver.settings.ConnectionRequest;
import io.djdbc.driver.target.Target;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.security.ProtectionDomain;
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

    /** The thread lives as long as anybody's connection is kept: it must not hold on to who was first. */
    @Test
    void theThreadDoesNotHoldTheFirstCallersClassLoader() throws Exception {
        CountingDriver.Running running = CountingDriver.start();
        AgeTimer timer = new AgeTimer();
        ConnectionRequest request = ConnectionRequest.parse(running.url() + "?CONN_MAX_AGE=600", new Properties());
        Target target = new Target(request, timer, System::nanoTime);
        WeakReference<ClassLoader> loader = useByAnApplication(target);
        for (int i = 0; i < 100 && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertEquals(1, target.statistics().idle());
        timer.shutDown();
        assertNull(loader.get());
    }

    private static WeakReference<ClassLoader> useByAnApplication(Target target) throws Exception {
        ApplicationLoader loader = new ApplicationLoader();
        Object application = loader.application().getDeclaredConstructor().newInstance();
        Application.class.cast(application).use(target);
        return new WeakReference<>(loader);
    }

    /** What the loader's own class does. */
    public interface Application {
        void use(Target target) throws SQLException;
    }

    /** Of another class loader. */
    public static final class Borrower implements Application {
        @Override
        public void use(Target target) throws SQLException {
            target.connect().close();
        }
    }

    private static final class ApplicationLoader extends ClassLoader {
        ApplicationLoader() {
            super(AgeTest.class.getClassLoader());
        }

        Class<?> application() throws IOException {
            String name = Borrower.class.getName();
            try (InputStream in = AgeTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                ProtectionDomain own = new ProtectionDomain(null, null, this, null);
                return defineClass(name, bytes, 0, bytes.length, own);
            }
        }
    }
}
