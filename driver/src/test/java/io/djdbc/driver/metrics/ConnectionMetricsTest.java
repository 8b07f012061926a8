package io.djdbc.driver.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.djdbc.driver.DjdbcDataSource;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a registry of Micrometer reads of connections to H2. */
class ConnectionMetricsTest {
    private static final String NAME = "db.client.connection.pool.name";
    private static final String STATE = "db.client.connection.state";

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void countsKeptConnections() throws SQLException {
        DjdbcDataSource dataSource =
                dataSource("jdbc:djdbc:h2:mem:metrics;DB_CLOSE_DELAY=-1;CONN_MAX_AGE=60;CONN_HEALTH_CHECKS=true");
        new ConnectionMetrics(dataSource, "shop").bindTo(registry);

        try (Connection first = dataSource.getConnection();
                Connection second = dataSource.getConnection()) {
            assertThat(first).isNotSameAs(second);
            assertThat(connections("used")).isEqualTo(2);
            assertThat(connections("idle")).isZero();
        }
        assertThat(connections("used")).isZero();
        assertThat(connections("idle")).isEqualTo(2);

        try (Connection reused = dataSource.getConnection()) {
            reused.createStatement().execute("SELECT 1");
        }
        assertThat(counter("djdbc.connection.reused")).isEqualTo(1);
        assertThat(counter("djdbc.connection.closed")).isZero();
        assertThat(registry.get("djdbc.connection.health_checks")
                        .tag("outcome", "usable")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("db.client.connection.create_time")
                        .tag(NAME, "shop")
                        .functionTimer()
                        .count())
                .isEqualTo(2);
        assertThat(registry.get("db.client.connection.create_time")
                        .functionTimer()
                        .totalTime(TimeUnit.NANOSECONDS))
                .isCloseTo(dataSource.getStatistics().connectNanos(), within(1.0))
                .isPositive();
    }

    @Test
    void countsClosedAndFailedConnects() throws SQLException {
        DjdbcDataSource dataSource = dataSource("jdbc:djdbc:h2:mem:metricsfresh");
        DjdbcDataSource broken = dataSource("jdbc:djdbc:h2:mem:metricsbroken;IFEXISTS=TRUE");
        new ConnectionMetrics(dataSource, "fresh").bindTo(registry);
        new ConnectionMetrics(broken, "broken").bindTo(registry);

        dataSource.getConnection().close();
        assertThatThrownBy(broken::getConnection).isInstanceOf(SQLException.class);

        assertThat(registry.get("djdbc.connection.closed")
                        .tag(NAME, "fresh")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("djdbc.connection.failed")
                        .tag(NAME, "fresh")
                        .functionCounter()
                        .count())
                .isZero();
        assertThat(registry.get("djdbc.connection.failed")
                        .tag(NAME, "broken")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void countsThoseOfThePoolInside() throws SQLException {
        DjdbcDataSource dataSource =
                dataSource("jdbc:djdbc:h2:mem:metricspool;POOL=true;POOL_MIN_SIZE=1;POOL_MAX_SIZE=1");
        new ConnectionMetrics(dataSource, "pool").bindTo(registry);

        Connection connection = dataSource.getConnection();
        assertThat(connections("used")).isEqualTo(1);
        connection.close();
        assertThat(connections("used")).isZero();
        assertThat(connections("idle")).isEqualTo(1);
    }

    @Test
    void eachMeterHasTheNameAndTheTagsGiven() throws SQLException {
        new ConnectionMetrics(dataSource("jdbc:djdbc:h2:mem:metricstags"), "tagged", Tags.of("region", "eu"))
                .bindTo(registry);

        assertThat(registry.getMeters()).hasSize(8).allSatisfy(meter -> {
            assertThat(meter.getId().getTag(NAME)).isEqualTo("tagged");
            assertThat(meter.getId().getTag("region")).isEqualTo("eu");
        });
        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .extracting(Meter.Id::getName)
                .allMatch(name -> name.startsWith("db.client.connection.") || name.startsWith("djdbc.connection."));
    }

    private double connections(String state) {
        return registry.get("db.client.connection.count")
                .tag(STATE, state)
                .gauge()
                .value();
    }

    private double counter(String name) {
        return registry.get(name).functionCounter().count();
    }

    private static DjdbcDataSource dataSource(String url) {
        DjdbcDataSource dataSource = new DjdbcDataSource();
        dataSource.setUrl(url);
        return dataSource;
    }
}
