package io.djdbc.driver.target;

import io.djdbc.driver.session.SessionFactory.Connector;
import io.djdbc.driver.settings.ConnectionRequest;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The vendor's driver with its URL and properties. A driver from a class loader that ours does not see is not held, so
 * that its application can be undeployed.
 */
final class VendorConnector implements Connector {
    private final ConnectionRequest request;
    private final String url;
    private final int propertyCount;
    private volatile Properties properties;
    private final boolean foreign;
    private final @Nullable Reference<Class<?>> foreignClass;
    private volatile Reference<Driver> driver;

    /** @param foreign whether the driver's class loader is one that ours does not see */
    VendorConnector(ConnectionRequest request, Driver driver, boolean foreign) {
        this.request = request;
        this.url = request.vendorUrl();
        this.properties = copyOfProperties();
        this.propertyCount = properties.size();
        this.foreign = foreign;
        this.foreignClass = foreign ? new WeakReference<>(driver.getClass()) : null;
        this.driver = reference(driver);
    }

    /** Whether the vendor's classes live in a class loader that ours does not see. */
    boolean isForeign() {
        return foreign;
    }

    Driver driver() throws SQLException {
        Driver known = driver.get();
        if (known == null) {
            Class<?> its = foreignClass == null ? null : foreignClass.get();
            known = its == null ? null : UnregisteredDrivers.instance(its); // whatever thread asks: of that application
            if (known == null) {
                known = VendorDrivers.find(request);
            }
            driver = reference(known);
        }
        return known;
    }

    @Override
    public Connection connect() throws SQLException {
        Properties given = properties;
        Connection connection = driver().connect(url, given);
        if (given.size() != propertyCount) { // the vendor's driver wrote into them: it gets fresh ones next time
            properties = copyOfProperties();
        }
        if (connection == null) {
            throw MissingDriver.refused(request, driver().getClass().getName());
        }
        return connection;
    }

    private Properties copyOfProperties() {
        Properties copy = request.vendorProperties();
        request.urlDialect().configure(request.settings().sessionParameters(), request.vendorUrl(), copy);
        return copy;
    }

    private Reference<Driver> reference(Driver found) {
        return foreign ? new WeakReference<>(found) : new SoftReference<>(found);
    }
}
