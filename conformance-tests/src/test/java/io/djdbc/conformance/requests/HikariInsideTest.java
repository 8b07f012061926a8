package io.djdbc.conformance.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.driver.SettingsException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Phaser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EachDatabase({"postgresql", "mariadb", "mysql"})
@DisplayName("HikariCP inside (POOL)")
class HikariInsideTest {

    private static final String[] POOL = {"POOL=true", "POOL_MAX_SIZE=5", "CONN_HEALTH_CHECKS=true"};

    private final TestDatabase database;
    private final SessionCount count;

    HikariInsideTest(TestDatabase database) throws SQLException {
        this.database = database;
        this.count = new SessionCount(database);
    }

    @Test
    void manyThreadsShareThePoolsSessions() throws Exception {
        try (OwnDriver driver = new OwnDriver()) {
            Workers.start(20, worker -> {
                        for (int i = 0; i < 25; i++) {
                            request(driver, POOL);
                        }
                    })
                    .join();
            assertThat(count.seen()).hasSizeBetween(1, 5);
            assertThat(count.open()).hasSizeBetween(1, 5);
        }
        count.assertOpen(0);
    }

    @Test
    void sessionsKilledBetweenRequestsSpoilNone() throws Exception {
        try (OwnDriver driver = new OwnDriver()) {
            Phaser together = new Phaser(5);
            Workers.start(5, worker -> {
                        try (Connection connection = driver.connect(database, POOL)) {
                            count.use(connection);
                            together.arriveAndAwaitAdvance(); // so that the pool is full
                        }
                    })
                    .join();
            assertThat(count.open()).hasSize(5);
            count.kill(count.open());
            Workers.start(5, worker -> {
                        for (int i = 0; i < 10; i++) {
                            request(driver, POOL);
                        }
                    })
                    .join(); // throws what any request throws
            assertThat(count.open()).hasSizeBetween(1, 5);
        }
        count.assertOpen(0);
    }

    @Test
    void anErrorInTheRequestDoesNotCostTheSession() throws Exception {
        try (OwnDriver driver = new OwnDriver()) {
            String[] one = {"POOL=true", "POOL_MAX_SIZE=1", "POOL_MIN_SIZE=1"};
            long first;
            try (Connection connection = driver.connect(database, one)) {
                first = count.use(connection);
                assertThatThrownBy(() -> connection.createStatement().execute("SELEKT 1"))
                        .isInstanceOf(SQLException.class);
            }
            assertThat(request(driver, one)).isEqualTo(first);
        }
        count.assertOpen(0);
    }

    @Test
    void anAgeContradictsThePool() throws Exception {
        try (OwnDriver driver = new OwnDriver()) {
            assertThatThrownBy(() -> driver.connect(database, "POOL=true", "CONN_MAX_AGE=60"))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("POOL")
                    .hasMessageContaining("CONN_MAX_AGE")
                    .extracting(e -> ((SQLException) e).getSQLState())
                    .isEqualTo("08001");
        }
        count.assertOpen(0);
    }

    private long request(OwnDriver driver, String... parameters) throws SQLException {
        try (Connection connection = driver.connect(database, parameters)) {
            return count.use(connection);
        }
    }
}
