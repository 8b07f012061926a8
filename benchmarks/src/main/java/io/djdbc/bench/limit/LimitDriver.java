package io.djdbc.bench.limit;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** {@code jdbc:limit:} + the vendor's URL without its {@code jdbc:}. The vendor's driver is looked up once. */
public final class LimitDriver implements Driver {
    public static final String PREFIX = "jdbc:limit:";

    static {
        try {
            DriverManager.registerDriver(new LimitDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private volatile @Nullable Driver vendor;

    @Override
    public @Nullable Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        var vendorUrl = "jdbc:".concat(url.substring(PREFIX.length()));
        var driver = vendor;
        if (driver == null || !driver.acceptsURL(vendorUrl)) {
            driver = DriverManager.getDriver(vendorUrl);
            vendor = driver;
        }
        var connection = driver.connect(vendorUrl, info);
        return connection == null ? null : new LimitConnection(connection, url);
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith(PREFIX);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
