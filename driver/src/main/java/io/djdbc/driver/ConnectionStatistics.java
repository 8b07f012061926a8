package io.djdbc.driver;

/**
 * How many physical connections there have been for one data source since this JVM started. Immutable.
 *
 * @param opened connects that succeeded
 * @param failed connects that did not
 * @param reused requests that got a kept connection
 * @param closed physical connections closed
 * @param healthChecks pings
 * @param failedHealthChecks pings without an answer
 */
public record ConnectionStatistics(
        long opened, long failed, long reused, long closed, long healthChecks, long failedHealthChecks) {}
