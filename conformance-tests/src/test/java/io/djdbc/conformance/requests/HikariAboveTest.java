package io.djdbc.conformance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * HikariCP above djdbc. With its request boundaries a request is what it marks; without, each of its checks begins one
 * (it leaves the check out for connections used within half a second, which these tests turn off).
 */
@EachDatabase({"postgresql", "mariadb", "mysql"})
@DisplayName("HikariCP above")
class HikariAboveTest {

    private static final String BOUNDARIES = "com.zaxxer.hikari.enableRequestBoundaries";
    private static final String BYPASS = "com.zaxxer.hikari.aliveBypassWindowMs";

    private final TestDatabase database;
    private final SessionCount count;

    HikariAboveTest(TestDatabase database) throws SQLException {
        this.database = database;
        this.count = new SessionCount(database);
    }

    @ParameterizedTest(name = "request boundaries: {0}")
    @ValueSource(booleans = {true, false})
    void requestsShareThePoolsSessions(boolean boundaries) throws Exception {
        try (OwnDriver driver = new OwnDriver();
                HikariDataSource pool = pool(driver, boundaries, 5, "CONN_MAX_AGE=600", "CONN_HEALTH_CHECKS=true")) {
            Workers.start(20, worker -> {
                        for (int i = 0; i < 25; i++) {
                            request(pool);
                        }
                    })
                    .join();
            assertThat(count.seen()).hasSizeBetween(1, 5);
            assertThat(count.open()).hasSizeBetween(1, 5);
        }
        count.assertOpen(0);
    }

    @ParameterizedTest(name = "request boundaries: {0}")
    @ValueSource(booleans = {true, false})
    void aSessionKilledBetweenRequestsSpoilsNone(boolean boundaries) throws Exception {
        try (OwnDriver driver = new OwnDriver();
                HikariDataSource pool = pool(driver, boundaries, 2, "CONN_MAX_AGE=600", "CONN_HEALTH_CHECKS=true")) {
            for (int i = 0; i < 3; i++) {
                long before = request(pool);
                count.kill(count.open());
                assertThat(request(pool)).isNotEqualTo(before);
            }
            assertThat(count.open()).hasSizeBetween(1, 2);
        }
        count.assertOpen(0);
    }

    @ParameterizedTest(name = "request boundaries: {0}")
    @ValueSource(booleans = {true, false})
    void aSessionPastItsAgeIsReplacedBetweenRequestsOnly(boolean boundaries) throws Exception {
        try (OwnDriver driver = new OwnDriver();
                HikariDataSource pool = pool(driver, boundaries, 1, "CONN_MAX_AGE=600")) {
            long first = request(pool);
            assertThat(request(pool)).isEqualTo(first);
            try (Connection connection = pool.getConnection()) {
                assertThat(count.use(connection)).isEqualTo(first);
                driver.advance(700);
                assertThat(count.use(connection)).as("never in the middle").isEqualTo(first);
            }
            assertThat(request(pool)).isNotEqualTo(first);
            count.assertOpen(1);
        }
        count.assertOpen(0);
    }

    @ParameterizedTest(name = "request boundaries: {0}")
    @ValueSource(booleans = {true, false})
    void withoutAnAgeTheSessionIsThePoolsAffair(boolean boundaries) throws Exception {
        try (OwnDriver driver = new OwnDriver();
                HikariDataSource pool = pool(driver, boundaries, 1)) {
            long first = request(pool);
            driver.advance(100_000);
            assertThat(request(pool)).isEqualTo(first);
        }
        count.assertOpen(0);
    }

    private HikariDataSource pool(OwnDriver driver, boolean boundaries, int size, String... parameters) {
        return pool(driver, database, boundaries, size, config -> {}, parameters);
    }

    static HikariDataSource pool(
            OwnDriver driver,
            TestDatabase database,
            boolean boundaries,
            int size,
            Consumer<HikariConfig> more,
            String... parameters) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(driver.dataSource(database, parameters));
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(20_000);
        more.accept(config);
        // HikariCP reads both when a pool is made
        System.setProperty(BOUNDARIES, Boolean.toString(boundaries));
        if (!boundaries) {
            System.setProperty(BYPASS, "-1"); // 0 still spares one that was used in the same millisecond
        }
        try {
            return new HikariDataSource(config);
        } finally {
            System.clearProperty(BOUNDARIES);
            System.clearProperty(BYPASS);
        }
    }

    private long request(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return count.use(connection);
        }
    }
}
