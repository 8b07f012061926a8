package io.djdbc.driver.event;

import io.djdbc.dialect.SessionWarning;
import io.djdbc.driver.ConnectionStatistics;
import io.djdbc.driver.settings.ConnectionRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What happens to the physical connections of one URL: counted, logged to {@link System.Logger}, and shown to Java
 * Flight Recorder where that is running. Safe for use by several threads.
 */
public final class SessionEvents {
    /** A run-time image may lack it. */
    private static final boolean FLIGHT_RECORDER = hasFlightRecorder();

    private final ConnectionRequest request;
    private volatile @Nullable String url;
    private final AtomicLong opened = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong connectNanos = new AtomicLong();
    private final AtomicLong reused = new AtomicLong();
    private final AtomicLong closed = new AtomicLong();
    private final AtomicLong healthChecks = new AtomicLong();
    private final AtomicLong failedHealthChecks = new AtomicLong();

    /** @param request whose URL is shown, with secrets masked */
    public SessionEvents(ConnectionRequest request) {
        this.request = request;
    }

    /** The djdbc URL with secrets masked. Masked when first asked for: most connections are never spoken of. */
    public String url() {
        String masked = url;
        if (masked == null) {
            masked = request.maskedUrl();
            url = masked;
        }
        return masked;
    }

    public void opened(long nanos) {
        opened.incrementAndGet();
        connectNanos.addAndGet(nanos);
        if (mayBeRecorded()) {
            FlightRecorderEvents.opened(url(), nanos);
        }
    }

    /** Whether anybody sees how long initialisations take and how old connections get. */
    public boolean wantsTimes() {
        return mayBeRecorded();
    }

    public void initialised(long nanos) {
        if (mayBeRecorded()) {
            FlightRecorderEvents.initialised(url(), nanos);
        }
    }

    /** An error that the database or the vendor's driver threw; of it, only its codes are shown. */
    public void errorOccurred(SQLException error) {
        if (mayBeRecorded()) {
            FlightRecorderEvents.databaseError(url(), error.getSQLState(), error.getErrorCode());
        }
    }

    public void connectFailed(SQLException error) {
        failed.incrementAndGet();
        if (mayBeRecorded()) {
            FlightRecorderEvents.connectFailed(url(), error.getSQLState());
        }
    }

    public void reused() {
        reused.incrementAndGet();
        if (mayBeRecorded()) {
            FlightRecorderEvents.reused(url());
        }
    }

    public void closed(CloseReason reason, long ageNanos) {
        closed.incrementAndGet();
        if (mayBeRecorded()) {
            FlightRecorderEvents.closed(url(), reason.name(), ageNanos);
        }
        if (reason == CloseReason.UNUSABLE) {
            log().log(Level.INFO, "{0}: a connection did not answer and was closed", url());
        }
    }

    public void healthChecked(boolean usable) {
        healthChecks.incrementAndGet();
        if (!usable) {
            failedHealthChecks.incrementAndGet();
        }
        if (mayBeRecorded()) {
            FlightRecorderEvents.healthChecked(url(), usable);
        }
    }

    /** Whether anybody may see which statements are rewritten. */
    public boolean wantsRewrites() {
        return mayBeRecorded();
    }

    /**
     * The text of a statement was changed, the first time that it came; only if {@link #wantsRewrites}.
     *
     * @param original without literals, as {@code rewritten} is
     * @param transformsValues whether values are escaped when they are bound
     * @param dependsOnValues whether another text is taken for values that are ''
     */
    public void rewritten(String original, String rewritten, boolean transformsValues, boolean dependsOnValues) {
        FlightRecorderEvents.rewritten(url(), original, rewritten, transformsValues, dependsOnValues);
    }

    public void warned(SessionWarning warning) {
        log().log(Level.WARNING, "{0}: {1}: {2}", url(), warning.id(), warning.message());
    }

    /** @param message without secrets */
    public void warned(String message) {
        log().log(Level.WARNING, "{0}: {1}", url(), message);
    }

    /** Whether physical connections are open. */
    public boolean hasOpen() {
        return closed.get() < opened.get(); // in this order: see below
    }

    /**
     * The numbers at this moment.
     *
     * @param idle how many physical connections are kept for the next request
     */
    public ConnectionStatistics statistics(int idle) {
        // closed before opened: a connection that comes and goes meanwhile must not make "in use" negative
        long closedNow = closed.get();
        return new ConnectionStatistics(
                opened.get(),
                failed.get(),
                reused.get(),
                closedNow,
                healthChecks.get(),
                failedHealthChecks.get(),
                idle,
                connectNanos.get());
    }

    private static boolean hasFlightRecorder() {
        try {
            Class.forName("jdk.jfr.FlightRecorder", false, null);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    /** Whether there has been a recording in this JVM, so that an event may be wanted. */
    private static boolean mayBeRecorded() {
        return FLIGHT_RECORDER && jdk.jfr.FlightRecorder.isInitialized();
    }

    private static Logger log() {
        return Lazy.LOG;
    }

    /** System.Logger costs start-up time, and most runs have nothing to say. */
    private static final class Lazy {
        static final Logger LOG = System.getLogger("io.djdbc.driver");
    }
}
