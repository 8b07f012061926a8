package io.djdbc.driver.event;

import org.jspecify.annotations.Nullable;

/**
 * Stands between us and {@code jdk.jfr}, which a run-time image may lack. Without a recording, one class of
 * {@code jdk.jfr} is loaded, and none of it nor of our events is initialised: callers ask {@link #mayBeRecorded} first.
 */
final class FlightRecorderEvents {
    private static final boolean AVAILABLE = isAvailable();

    private FlightRecorderEvents() {}

    private static boolean isAvailable() {
        try {
            Class.forName("jdk.jfr.FlightRecorder", false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Whether there has been a recording in this JVM, so that an event may be wanted. */
    static boolean mayBeRecorded() {
        return AVAILABLE && jdk.jfr.FlightRecorder.isInitialized();
    }

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
