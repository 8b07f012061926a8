package io.djdbc.driver.target;

import io.djdbc.driver.settings.ConnectionRequest;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Finds the vendor's driver for a URL: what {@link DriverManager} would take; else, as that looks only where our own
 * class loader sees, one of {@link UnregisteredDrivers}.
 */
final class VendorDrivers {

    private VendorDrivers() {}

    /**
     * The driver.
     *
     * @throws SQLException (08001) if there is none: see {@link MissingDriver}
     */
    static Driver find(ConnectionRequest request) throws SQLException {
        String url = request.vendorUrl();
        Driver found = registered(url);
        return found != null ? found : UnregisteredDrivers.find(request);
    }

    /** Whether the driver lives in a class loader that ours does not see, as one that an application has brought. */
    static boolean isForeign(Driver driver) {
        Class<?> type = driver.getClass();
        try {
            return Class.forName(type.getName(), false, VendorDrivers.class.getClassLoader()) != type;
        } catch (ClassNotFoundException | LinkageError e) {
            return true;
        }
    }

    private static @Nullable Driver registered(String url) {
        for (Enumeration<Driver> drivers = DriverManager.getDrivers(); drivers.hasMoreElements(); ) {
            Driver candidate = drivers.nextElement();
            if (accepts(candidate, url)) {
                return candidate;
            }
        }
        return null;
    }

    static boolean accepts(Driver candidate, String url) {
        try {
            return candidate.acceptsURL(url);
        } catch (SQLException | RuntimeException e) {
            return false; // a driver that cannot even say so is not the one
        }
    }
}
