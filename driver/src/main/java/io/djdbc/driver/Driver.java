package io.djdbc.driver;

import io.djdbc.driver.settings.ConnectionRequest;
import io.djdbc.driver.target.Target;
import io.djdbc.driver.target.Targets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The JDBC driver for {@code jdbc:djdbc:…} URLs: a vendor's URL with {@code djdbc:} after {@code jdbc:}, and with
 * Django's settings as parameters.
 *
 * <pre>{@code
 * Connection connection = DriverManager.getConnection(
 *         "jdbc:djdbc:postgresql://db.example.org/shop?CONN_MAX_AGE=60&CONN_HEALTH_CHECKS=true", "shop", password);
 * }</pre>
 *
 * <p>Registers itself with {@link DriverManager}; deregistering it closes the connections that it keeps. Safe for use
 * by several threads.
 */
public final class Driver implements java.sql.Driver {
    private static final int MAJOR_VERSION = 0;
    private static final int MINOR_VERSION = 1;
    private static final Targets TARGETS = new Targets(null);

    static {
        try {
            DriverManager.registerDriver(new Driver(), TARGETS);
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * Connects, or takes a kept connection (Django's persistent connections).
     *
     * @param info the vendor's properties and ours; not changed
     * @return null if the URL is not djdbc's
     * @throws SettingsException (08001) if one of our parameters is unknown, bad or contradictory
     * @throws SQLException (08001) if the vendor's driver is not there; else what the vendor's driver throws
     */
    @Override
    public @Nullable Connection connect(String url, @Nullable Properties info) throws SQLException {
        Target target = TARGETS.find(url, info);
        return target == null ? null : target.connect();
    }

    static @Nullable Target target(String url, Properties info) throws SQLException {
        return TARGETS.find(url, info);
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        if (url == null) {
            throw new SQLException("the URL is null", "08001");
        }
        return ConnectionRequest.accepts(url);
    }

    /** Our settings, then the vendor's properties. */
    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, @Nullable Properties info) throws SQLException {
        return PropertyInfo.of(url, info == null ? new Properties() : info);
    }

    @Override
    public int getMajorVersion() {
        return MAJOR_VERSION;
    }

    @Override
    public int getMinorVersion() {
        return MINOR_VERSION;
    }

    /** True, as what the vendor's driver lacks is not our fault, and tools refuse drivers that say no. */
    @Override
    public boolean jdbcCompliant() {
        return true;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("io.djdbc.driver");
    }
}
