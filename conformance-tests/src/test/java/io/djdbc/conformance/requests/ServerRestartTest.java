package io.djdbc.conformance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.LocalServer;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server of its own is killed, by SIGKILL, and comes back. */
@EachDatabase({"postgresql", "mariadb", "mysql"})
@DisplayName("server killed and restarted")
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class ServerRestartTest {

    private static final int WORKERS = 16;
    private static final String[] SETTINGS = {"CONN_MAX_AGE=60", "CONN_HEALTH_CHECKS=true"};

    private final String name;
    private LocalServer server;
    private TestDatabase database;

    ServerRestartTest(TestDatabase shared) {
        this.name = shared.name();
    }

    @BeforeEach
    void start() throws Exception {
        server = LocalServer.start(name);
        database = server.database();
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** A worker whose request has failed makes its next one when the server is back, as a supervisor would have it. */
    @Test
    void underLoadEachWorkerLosesOneRequestAtMost() throws Exception {
        AtomicIntegerArray failures = new AtomicIntegerArray(WORKERS);
        AtomicIntegerArray failuresAfterwards = new AtomicIntegerArray(WORKERS);
        Phaser warm = new Phaser(WORKERS + 1);
        CountDownLatch allHit = new CountDownLatch(WORKERS);
        CountDownLatch back = new CountDownLatch(1);
        SessionCount count = new SessionCount(database);
        try (OwnDriver driver = new OwnDriver()) {
            Workers workers = Workers.start(WORKERS, worker -> {
                for (int i = 0; i < 50; i++) {
                    request(driver);
                }
                warm.arriveAndAwaitAdvance();
                while (back.getCount() > 0) {
                    try {
                        request(driver);
                    } catch (SQLException e) {
                        failures.incrementAndGet(worker);
                        allHit.countDown();
                        back.await();
                    }
                }
                for (int i = 0; i < 100; i++) {
                    try {
                        request(driver);
                    } catch (SQLException e) {
                        failuresAfterwards.incrementAndGet(worker);
                    }
                }
            });
            warm.arriveAndAwaitAdvance();
            server.kill();
            allHit.await();
            server.start();
            back.countDown();
            workers.join();
            for (int worker = 0; worker < WORKERS; worker++) {
                assertThat(failures.get(worker)).as("lost by worker %s", worker).isEqualTo(1);
                assertThat(failuresAfterwards.get(worker))
                        .as("lost by worker %s after the server was back", worker)
                        .isZero();
            }
            assertThat(count.open()).hasSizeBetween(1, WORKERS);
        }
        count.assertOpen(0);
    }

    @Test
    void betweenRequestsNobodyLosesAnything() throws Exception {
        SessionCount count = new SessionCount(database);
        try (OwnDriver driver = new OwnDriver()) {
            Phaser together = new Phaser(WORKERS);
            Workers.start(WORKERS, worker -> {
                        try (Connection connection = driver.connect(database, SETTINGS)) {
                            query(connection);
                            together.arriveAndAwaitAdvance(); // so that each has a session of its own
                        }
                    })
                    .join();
            assertThat(count.open()).hasSize(WORKERS);
            server.kill();
            server.start();
            Workers.start(WORKERS, worker -> {
                        for (int i = 0; i < 10; i++) {
                            request(driver);
                        }
                    })
                    .join(); // throws what any request throws
            assertThat(count.open()).hasSizeBetween(1, WORKERS);
        }
        count.assertOpen(0);
    }

    private void request(OwnDriver driver) throws SQLException {
        try (Connection connection = driver.connect(database, SETTINGS)) {
            query(connection);
        }
    }

    private static void query(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 42")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }
}
