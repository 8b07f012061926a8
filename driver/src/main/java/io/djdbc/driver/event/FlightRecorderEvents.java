package io.djdbc.driver.event;

import org.jspecify.annotations.Nullable;

/**
 * Stands between us and our events, which a run-time image without {@code jdk.jfr} cannot load: {@link SessionEvents}
 * comes here only where there has been a recording.
 */
final class FlightRecorderEvents {
    private FlightRecorderEvents() {}

    static void opened(String url, long nanos) {
        ConnectionOpenedEvent.emit(url, nanos);
    }

    static void initialised(String url, long nanos) {
        SessionInitialisedEvent.emit(url, nanos);
    }

    static void databaseError(String url, @Nullable String sqlState, int vendorCode) {
        DatabaseErrorEvent.emit(url, sqlState, vendorCode);
    }

    static void connectFailed(String url, @Nullable String sqlState) {
        ConnectFailedEvent.emit(url, sqlState);
    }

    static void reused(String url) {
        ConnectionReusedEvent.emit(url);
    }

    static void closed(String url, String reason, long ageNanos) {
        ConnectionClosedEvent.emit(url, reason, ageNanos);
    }

    static void rewritten(
            String url, String original, String rewritten, boolean transformsValues, boolean dependsOnValues) {
        StatementRewrittenEvent.emit(url, original, rewritten, transformsValues, dependsOnValues);
    }

    static void healthChecked(String url, boolean usable) {
        HealthCheckEvent.emit(url, usable);
    }
}
