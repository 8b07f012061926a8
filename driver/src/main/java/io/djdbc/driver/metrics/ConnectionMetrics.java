package io.djdbc.driver.metrics;

import io.djdbc.driver.ConnectionStatistics;
import io.djdbc.driver.DjdbcDataSource;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/**
 * Shows a data source's physical connections to Micrometer.
 *
 * <pre>{@code
 * new ConnectionMetrics(dataSource, "shop").bindTo(registry);
 * }</pre>
 *
 * <p>Names and tags are those of OpenTelemetry's semantic conventions for database clients where these have one:
 *
 * <ul>
 *   <li>{@code db.client.connection.count}, a gauge, with the tag {@code db.client.connection.state}: {@code idle} or
 *       {@code used}
 *   <li>{@code db.client.connection.create_time}, a timer: how many connects there were, and how long they took
 * </ul>
 *
 * <p>and djdbc's own for the rest, all counters of connections: {@code djdbc.connection.failed}, {@code
 * djdbc.connection.reused}, {@code djdbc.connection.closed}, and {@code djdbc.connection.health_checks} with the tag
 * {@code outcome}: {@code usable} or {@code unusable}. Each has the tag {@code db.client.connection.pool.name}.
 *
 * <p>Nothing is counted twice: the numbers are those of {@link DjdbcDataSource#getStatistics()}, read when the registry
 * asks. The registry holds the data source weakly; keep it. Immutable.
 */
public final class ConnectionMetrics implements MeterBinder {
    private static final String POOL_NAME = "db.client.connection.pool.name";
    private static final String STATE = "db.client.connection.state";

    private final DjdbcDataSource dataSource;
    private final Tags tags;

    /** @param name tells this data source from others in the application; not a secret */
    public ConnectionMetrics(DjdbcDataSource dataSource, String name) {
        this(dataSource, name, Tags.empty());
    }

    /**
     * The same with more tags.
     *
     * @param name tells this data source from others in the application; not a secret
     */
    public ConnectionMetrics(DjdbcDataSource dataSource, String name, Iterable<Tag> tags) {
        this.dataSource = dataSource;
        this.tags = Tags.of(tags).and(POOL_NAME, name);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge("idle", ConnectionStatistics::idle, registry);
        gauge("used", ConnectionStatistics::inUse, registry);
        FunctionTimer.builder(
                        "db.client.connection.create_time",
                        dataSource,
                        source -> read(source, ConnectionStatistics::opened),
                        source -> read(source, ConnectionStatistics::connectNanos),
                        TimeUnit.NANOSECONDS)
                .tags(tags)
                .description("The time it took to open a physical connection")
                .register(registry);
        counter("djdbc.connection.failed", "Connects that failed", ConnectionStatistics::failed, tags, registry);
        counter(
                "djdbc.connection.reused",
                "Requests that got a kept physical connection",
                ConnectionStatistics::reused,
                tags,
                registry);
        counter(
                "djdbc.connection.closed",
                "Physical connections that were closed",
                ConnectionStatistics::closed,
                tags,
                registry);
        healthChecks("usable", statistics -> statistics.healthChecks() - statistics.failedHealthChecks(), registry);
        healthChecks("unusable", ConnectionStatistics::failedHealthChecks, registry);
    }

    private void gauge(String state, ToLongFunction<ConnectionStatistics> number, MeterRegistry registry) {
        Gauge.builder("db.client.connection.count", dataSource, source -> read(source, number))
                .tags(tags.and(STATE, state))
                .baseUnit("connections")
                .description("Physical connections that are idle or used by a request")
                .register(registry);
    }

    private void healthChecks(String outcome, ToLongFunction<ConnectionStatistics> number, MeterRegistry registry) {
        counter(
                "djdbc.connection.health_checks",
                "Physical connections that were asked whether they live",
                number,
                tags.and("outcome", outcome),
                registry);
    }

    private void counter(
            String name,
            String description,
            ToLongFunction<ConnectionStatistics> number,
            Tags itsTags,
            MeterRegistry registry) {
        FunctionCounter.builder(name, dataSource, source -> read(source, number))
                .tags(itsTags)
                .description(description)
                .register(registry);
    }

    /** Zero while the data source has no valid URL: there have been no connections then. */
    private static long read(DjdbcDataSource source, ToLongFunction<ConnectionStatistics> number) {
        try {
            return number.applyAsLong(source.getStatistics());
        } catch (SQLException notConfigured) {
            return 0;
        }
    }
}
