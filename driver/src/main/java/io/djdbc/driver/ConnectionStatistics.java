package io.djdbc.driver;

/**
 * How many physical connections there are and have been for one URL, user and properties since this JVM first connected
 * there. Immutable.
 *
 * @param opened connects that succeeded
 * @param failed connects that did not
 * @param reused requests that got a kept connection
 * @param closed physical connections closed
 * @param healthChecks pings
 * @param failedHealthChecks pings without an answer
 * @param idle physical connections that wait for the next request, at this moment
 * @param connectNanos nanoseconds spent on opening, session initialisation not included
 */
public record ConnectionStatistics(
        long opened,
        long failed,
        long reused,
        long closed,
        long healthChecks,
        long failedHealthChecks,
        long idle,
        long connectNanos) {

    /** Physical connections that a request holds, at this moment; exact only while nothing changes. */
    public long inUse() {
        return Math.max(0, opened - closed - idle);
    }
}
