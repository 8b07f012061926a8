package io.djdbc.driver.event;

import org.jspecify.annotations.Nullable;

/** Stands between us and {@code jdk.jfr}, which a run-time image may lack. */
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

    static void opened(String url, long nanos) {
        if (AVAILABLE && jdk.jfr.FlightRecorder.isInitialized()) {
            ConnectionOpenedEvent.emit(url, nanos);
        }
    }

    static void connectFailed(String url, @Nullable String sqlState) {
        if (AVAILABLE && jdk.jfr.FlightRecorder.isInitialized()) {
            ConnectFailedEvent.emit(url, sqlState);
        }
    }

    static void reused(String url) {
        if (AVAILABLE && jdk.jfr.FlightRecorder.isInitialized()) {
            ConnectionReusedEvent.emit(url);
        }
    }

    static void closed(String url, String reason, long ageNanos) {
        if (AVAILABLE && jdk.jfr.FlightRecorder.isInitialized()) {
            ConnectionClosedEvent.emit(url, reason, ageNanos);
        }
    }

    static void healthChecked(String url, boolean usable) {
        if (AVAILABLE && jdk.jfr.FlightRecorder.isInitialized()) {
            HealthCheckEvent.emit(url, usable);
        }
    }
}
