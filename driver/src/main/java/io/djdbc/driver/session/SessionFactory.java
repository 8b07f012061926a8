package io.djdbc.driver.session;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.SessionParameters;
import io.djdbc.dialect.SessionWarning;
import io.djdbc.driver.event.CloseReason;
import io.djdbc.driver.event.SessionEvents;
import io.djdbc.driver.settings.Setting;
import io.djdbc.driver.settings.Settings;
import io.djdbc.driver.sql.SqlRewriters;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Opens physical connections and brings them into the state that the settings say. */
public final class SessionFactory {

    /** The vendor's driver with its URL and properties. */
    public interface Connector {
        Connection connect() throws SQLException;
    }

    private final Connector connector;
    private final Dialect dialect;
    private final SessionParameters parameters;
    private final Settings settings;
    private final long maxAgeNanos;
    private final boolean nativeSemantics;
    private @Nullable StateReset reset; // made by the first session that is kept
    private final @Nullable InitCommand initCommand;
    private final @Nullable SqlRewriters rewriters;
    private final SessionEvents events;
    private final @Nullable LongSupplier clock;

    /**
     * @param rewriters what rewrites statements; null: nothing does
     * @param clock nanoseconds from any origin; null: the system's
     */
    public SessionFactory(
            Connector connector,
            Dialect dialect,
            Settings settings,
            @Nullable SqlRewriters rewriters,
            SessionEvents events,
            @Nullable LongSupplier clock) {
        this.connector = connector;
        this.dialect = dialect;
        this.parameters = settings.sessionParameters();
        this.settings = settings;
        long age = settings.connMaxAgeNanos();
        this.maxAgeNanos = age == Settings.UNLIMITED ? SessionSource.UNLIMITED : age;
        this.nativeSemantics = settings.isNativeSemantics();
        String command = settings.initCommand();
        this.initCommand = command == null ? null : new InitCommand(command, dialect.syntax());
        this.rewriters = rewriters;
        this.events = events;
        this.clock = clock;
    }

    /** A new session; nothing stays open if this throws. */
    Session open(SessionSource source) throws SQLException {
        long start = now();
        Connection physical;
        try {
            physical = connector.connect();
        } catch (SQLException e) {
            events.connectFailed(e);
            throw dialect.explain(e, parameters);
        }
        Session session = new Session(source, physical, start);
        long connected = now();
        events.opened(connected - start);
        try {
            initialise(physical);
        } catch (SQLException e) {
            events.errorOccurred(e);
            session.closeQuietly(CloseReason.INITIALISATION_FAILED);
            throw dialect.explain(e, parameters);
        } catch (RuntimeException | Error e) {
            session.closeQuietly(CloseReason.INITIALISATION_FAILED);
            throw e;
        }
        if (initCommand != null && initCommand.changesSyntax(dialect)) {
            session.syntaxChanges();
        }
        if (events.wantsTimes()) {
            events.initialised(now() - connected);
        }
        return session;
    }

    void initialise(Connection physical) throws SQLException {
        List<SessionWarning> warnings = dialect.initialize(physical, parameters);
        for (int i = 0; i < warnings.size(); i++) {
            events.warned(warnings.get(i));
        }
        if (initCommand != null) {
            initCommand.run(physical);
        }
        if (physical.getAutoCommit() != settings.autocommit()) {
            physical.setAutoCommit(settings.autocommit());
        }
    }

    @Nullable
    SqlRewriters rewriters() {
        return rewriters;
    }

    StateReset reset() {
        StateReset known = reset;
        if (known == null) {
            known = new StateReset(settings.sessionReset());
            reset = known;
        }
        return known;
    }

    boolean autoCommit() {
        return settings.autocommit();
    }

    boolean healthChecks() {
        return settings.connHealthChecks();
    }

    long maxAgeNanos() {
        return maxAgeNanos;
    }

    boolean closesAtEndOfEachRequest() {
        return maxAgeNanos == 0 && settings.isNamed(Setting.CONN_MAX_AGE);
    }

    boolean nativeSemantics() {
        return nativeSemantics;
    }

    Dialect dialect() {
        return dialect;
    }

    SessionEvents events() {
        return events;
    }

    String url() {
        return events.url();
    }

    long now() {
        return clock == null ? System.nanoTime() : clock.getAsLong();
    }
}
