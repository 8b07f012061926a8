package io.djdbc.driver.event;

/**
 * How many physical connections there have been.
 *
 * @param opened connects that succeeded
 * @param failed connects that did not
 * @param reused requests that got a kept connection
 * @param closed physical connections closed
 * @param healthChecks pings
 * @param failedHealthChecks pings without an answer
 */
public record ConnectionCounts(
        long opened, long failed, long reused, long closed, long healthChecks, long failedHealthChecks) {}
