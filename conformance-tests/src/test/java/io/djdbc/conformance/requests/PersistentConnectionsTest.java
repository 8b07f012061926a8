package io.djdbc.conformance.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EachDatabase({"postgresql", "mariadb", "mysql"})
@DisplayName("persistent connections")
class PersistentConnectionsTest {

    private static final int REQUESTS = 1_000;
    private static final int THREADS = 50;

    private final TestDatabase database;
    private final SessionCount count;

    PersistentConnectionsTest(TestDatabase database) throws SQLException {
        this.database = database;
        this.count = new SessionCount(database);
    }

    @Test
    void oneSessionServesAllSequentialRequests() throws Exception {
        try (OwnDriver driver = new OwnDriver()) {
            for (int i = 0; i < REQUESTS; i++) {
                request(driver, "CONN_MAX_AGE=60");
            }
            assertThat(count.seen()).hasSize(1);
            assertThat(count.open()).isEqualTo(count.seen());
        }
        count.assertOpen(0);
    }

    @Test
    void manyThreadsUseNoMoreSessionsThanTheyAre() throws Exception {
        try (OwnDriver driver = new OwnDriver()) {
            Workers.start(THREADS, worker -> {
                        for (int i = 0; i < REQUESTS / THREADS; i++) {
                            request(driver, "CONN_MAX_AGE=60");
                        }
                    })
                    .join();
            assertThat(count.seen()).hasSizeBetween(1, THREADS);
            assertThat(count.open())
                    .as("kept for the next request, each of them")
                    .isEqualTo(count.seen());
        }
        count.assertOpen(0);
    }

    @Test
    void ageZeroLeavesNothingOpen() throws Exception {
        try (OwnDriver driver = new OwnDriver()) {
            for (int i = 0; i < 50; i++) {
                request(driver, "CONN_MAX_AGE=0");
            }
            count.assertOpen(0);
            Workers.start(10, worker -> {
                        for (int i = 0; i < 10; i++) {
                            request(driver, "CONN_MAX_AGE=0");
                        }
                    })
                    .join();
            count.assertOpen(0);
        }
        assertThat(count.seen()).as("a session for each request").hasSizeGreaterThan(50);
    }

    @Test
    void theDriverOfDriverManagerKeepsThemToo() throws Exception {
        // an age that no other test uses, so that nobody else's connections are taken
        String age = "CONN_MAX_AGE=61";
        for (int i = 0; i < 20; i++) {
            try (Connection connection = database.openDjdbc(age)) {
                count.use(connection);
            }
        }
        assertThat(count.seen()).hasSize(1);
        assertThat(count.open()).containsAll(count.seen());
        count.kill(count.seen());
    }

    @Test
    void idleSessionsAreClosedAtTheirAgeThoughNobodyComes() throws Exception {
        try (OwnDriver driver = new OwnDriver()) {
            try (Connection connection = driver.connect(database, "CONN_MAX_AGE=1")) {
                count.use(connection);
                assertThat(count.open()).hasSize(1);
            }
            count.assertOpen(0);
        }
    }

    @Test
    void ageIsCountedFromTheConnect() throws Exception {
        try (OwnDriver driver = new OwnDriver()) {
            long first = request(driver, "CONN_MAX_AGE=600");
            driver.advance(400);
            assertThat(request(driver, "CONN_MAX_AGE=600")).isEqualTo(first);
            driver.advance(400);
            assertThat(request(driver, "CONN_MAX_AGE=600")).isNotEqualTo(first);
            count.assertOpen(1);
        }
    }

    @Test
    void aRequestThatIsUnderWayKeepsItsSessionBeyondItsAge() throws Exception {
        try (OwnDriver driver = new OwnDriver()) {
            long first;
            try (Connection connection = driver.connect(database, "CONN_MAX_AGE=600")) {
                first = count.use(connection);
                driver.advance(700);
                assertThat(count.use(connection)).isEqualTo(first);
            }
            assertThat(request(driver, "CONN_MAX_AGE=600")).isNotEqualTo(first);
            count.assertOpen(1);
        }
    }

    @Test
    void withHealthChecksAKilledSessionSpoilsNoRequest() throws Exception {
        try (OwnDriver driver = new OwnDriver()) {
            long first = request(driver, "CONN_MAX_AGE=60", "CONN_HEALTH_CHECKS=true");
            count.kill(Set.of(first));
            assertThat(request(driver, "CONN_MAX_AGE=60", "CONN_HEALTH_CHECKS=true"))
                    .isNotEqualTo(first);
            count.assertOpen(1);
        }
    }

    @Test
    void withoutHealthChecksAKilledSessionSpoilsOneRequest() throws Exception {
        try (OwnDriver driver = new OwnDriver()) {
            long first = request(driver, "CONN_MAX_AGE=60");
            count.kill(Set.of(first));
            assertThatThrownBy(() -> request(driver, "CONN_MAX_AGE=60")).isInstanceOf(SQLException.class);
            assertThat(request(driver, "CONN_MAX_AGE=60")).isNotEqualTo(first);
            count.assertOpen(1);
        }
    }

    private long request(OwnDriver driver, String... parameters) throws SQLException {
        try (Connection connection = driver.connect(database, parameters)) {
            return count.use(connection);
        }
    }
}
