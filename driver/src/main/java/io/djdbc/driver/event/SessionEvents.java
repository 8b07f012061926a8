package io.djdbc.driver.event;

import io.djdbc.dialect.SessionWarning;
import io.djdbc.driver.ConnectionStatistics;
import io.djdbc.driver.session.CloseReason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;

/**
 * What happens to the physical connections of one URL: counted, logged to {@link System.Logger}, and shown to Java
 * Flight Recorder where that is running. Safe for use by several threads.
 */
public final class SessionEvents {
    private final String url;
    private final LongAdder opened = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder connectNanos = new LongAdder();
    private final LongAdder reused = new LongAdder();
    private final LongAdder closed = new LongAdder();
    private final LongAdder healthChecks = new LongAdder();
    private final LongAdder failedHealthChecks = new LongAdder();

    /** @param url with secrets masked */
    public SessionEvents(String url) {
        this.url = url;
    }

    public void opened(long nanos) {
        opened.increment();
        connectNanos.add(nanos);
        FlightRecorderEvents.opened(url, nanos);
    }

    /** Whether anybody sees how long initialisations take and how old connections get. */
    public boolean wantsTimes() {
        return FlightRecorderEvents.mayBeRecorded();
    }

    public void initialised(long nanos) {
        FlightRecorderEvents.initialised(url, nanos);
    }

    /** An error that the database or the vendor's driver threw; of it, only its codes are shown. */
    public void errorOccurred(SQLException error) {
        FlightRecorderEvents.databaseError(url, error.getSQLState(), error.getErrorCode());
    }

    public void connectFailed(SQLException error) {
        failed.increment();
        FlightRecorderEvents.connectFailed(url, error.getSQLState());
    }

    public void reused() {
        reused.increment();
        FlightRecorderEvents.reused(url);
    }

    public void closed(CloseReason reason, long ageNanos) {
        closed.increment();
        FlightRecorderEvents.closed(url, reason.name(), ageNanos);
        if (reason == CloseReason.UNUSABLE) {
            log().log(Level.INFO, "{0}: a connection did not answer and was closed", url);
        }
    }

    public void healthChecked(boolean usable) {
        healthChecks.increment();
        if (!usable) {
            failedHealthChecks.increment();
        }
        FlightRecorderEvents.healthChecked(url, usable);
    }

    public void warned(SessionWarning warning) {
        log().log(Level.WARNING, "{0}: {1}: {2}", url, warning.id(), warning.message());
    }

    /** @param message without secrets */
    public void warned(String message) {
        log().log(Level.WARNING, "{0}: {1}", url, message);
    }

    /**
     * The numbers at this moment.
     *
     * @param idle how many physical connections are kept for the next request
     */
    public ConnectionStatistics statistics(int idle) {
        // closed before opened: a connection that comes and goes meanwhile must not make "in use" negative
        long closedNow = closed.sum();
        return new ConnectionStatistics(
                opened.sum(),
                failed.sum(),
                reused.sum(),
                closedNow,
                healthChecks.sum(),
                failedHealthChecks.sum(),
                idle,
                connectNanos.sum());
    }

    private static Logger log() {
        return Lazy.LOG;
    }

    /** System.Logger costs start-up time, and most runs have nothing to say. */
    private static final class Lazy {
        static final Logger LOG = System.getLogger("io.djdbc.driver");
    }
}
