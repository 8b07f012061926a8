package io.djdbc.driver.target;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.NameLimit;
import io.djdbc.driver.ConnectionStatistics;
import io.djdbc.driver.SettingsException;
import io.djdbc.driver.event.CloseReason;
import io.djdbc.driver.event.SessionEvents;
import io.djdbc.driver.session.AgeTimer;
import io.djdbc.driver.session.PersistentSessions;
import io.djdbc.driver.session.PooledSessions;
import io.djdbc.driver.session.Session;
import io.djdbc.driver.session.SessionFactory;
import io.djdbc.driver.session.SessionSource;
import io.djdbc.driver.settings.ConnectionRequest;
import io.djdbc.driver.settings.Settings;
import io.djdbc.driver.sql.SqlRewriters;
import io.djdbc.driver.wrapper.Adaptation;
import io.djdbc.driver.wrapper.WrapperFamily;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What one URL with one set of properties leads to. Safe for use by several threads. */
public final class Target {
    private final ConnectionRequest request;

    /** Whose driver it is; null if it is one that djdbc itself sees. */
    private final @Nullable Reference<ClassLoader> application;

    private final VendorConnector connector;
    private final SessionEvents events;
    private final SessionSource source;
    private volatile Reference<WrapperFamily> family;

    /**
     * Opens nothing yet.
     *
     * @param clock nanoseconds from any origin; null: the system's
     * @throws SQLException (08001) if there is no driver for the vendor's URL
     */
    public Target(ConnectionRequest request, AgeTimer timer, @Nullable LongSupplier clock) throws SQLException {
        this(request, VendorDrivers.find(request), timer, clock);
    }

    private Target(ConnectionRequest request, Driver driver, AgeTimer timer, @Nullable LongSupplier clock)
            throws SQLException {
        this(request, driver, VendorDrivers.isForeign(driver), timer, clock);
    }

    /** @param timer null where no connection is kept until it is too old */
    Target(
            ConnectionRequest request,
            Driver driver,
            boolean foreign,
            @Nullable AgeTimer timer,
            @Nullable LongSupplier clock)
            throws SQLException {
        this.request = request;
        this.application = foreign ? new WeakReference<>(driver.getClass().getClassLoader()) : null;
        this.connector = new VendorConnector(request, driver, foreign);
        this.events = new SessionEvents(request);
        this.source = source(request.settings(), timer, clock);
        this.family = reference(newFamily());
        for (String warning : request.warnings()) {
            events.warned(warning);
        }
    }

    private SessionSource source(Settings settings, @Nullable AgeTimer timer, @Nullable LongSupplier clock)
            throws SettingsException {
        SessionFactory factory =
                new SessionFactory(connector, request.dialect(), settings, rewriters(settings), events, clock);
        if (settings.pool()) {
            return InnerPool.of(factory, settings);
        }
        return settings.connMaxAgeNanos() == 0 || timer == null
                ? new SessionSource(factory)
                : PersistentSessions.of(factory, timer);
    }

    /** Null if nothing is rewritten, of which a JVM learns here without loading what rewrites. */
    private @Nullable SqlRewriters rewriters(Settings settings) {
        Dialect dialect = request.dialect();
        boolean rewrites = settings.rewritesLike()
                || settings.writesLookups()
                || settings.nameLimit(dialect) != null
                || settings.emptyStrings(dialect);
        return rewrites ? SqlRewriters.of(dialect, settings, events) : null;
    }

    /** A connection for the application; nothing stays open if this throws. */
    public Connection connect() throws SQLException {
        Session session = source.acquire();
        try {
            return family().connection(source, session);
        } catch (RuntimeException | Error e) {
            source.discard(session, CloseReason.INITIALISATION_FAILED);
            throw e;
        }
    }

    private WrapperFamily family() {
        WrapperFamily known = family.get();
        if (known == null) {
            known = newFamily();
            family = reference(known);
        }
        return known;
    }

    private WrapperFamily newFamily() {
        Settings settings = request.settings();
        NameLimit names = settings.nameLimit(request.dialect());
        boolean emptyStrings = settings.emptyStrings(request.dialect());
        Adaptation adaptation = names == null && !emptyStrings ? null : new Adaptation(names, emptyStrings);
        return new WrapperFamily(settings.vendorInterfaces(), adaptation);
    }

    private Reference<WrapperFamily> reference(WrapperFamily made) {
        return connector.isForeign() ? new WeakReference<>(made) : new SoftReference<>(made);
    }

    /**
     * Whether this is where a request leads.
     *
     * @param itsApplication the class loader of the driver found for it; null if that is one that djdbc itself sees
     */
    boolean isFor(ConnectionRequest wanted, @Nullable ClassLoader itsApplication) {
        ClassLoader loader = application == null ? null : application.get();
        return request.isSame(wanted) && loader == itsApplication && (application == null) == (itsApplication == null);
    }

    public ConnectionRequest request() {
        return request;
    }

    /** The vendor's driver. */
    public Driver vendorDriver() throws SQLException {
        return connector.driver();
    }

    public ConnectionStatistics statistics() {
        return events.statistics(source.idleCount());
    }

    /** Whether the vendor's classes live in a class loader that ours does not see. */
    boolean isForeign() {
        return connector.isForeign();
    }

    /** Whether physical connections are open here, kept or lent, so that it must not be forgotten. */
    boolean isInUse() {
        return source instanceof PooledSessions || events.hasOpen();
    }

    void shutDown() {
        source.shutDown();
    }
}
