package io.djdbc.driver.target;

import io.djdbc.dialect.Dialect;
import io.djdbc.driver.settings.ConnectionRequest;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Finds the vendor's driver for a URL: what {@link DriverManager} would take; else, as that looks only where our own
 * class loader sees, what the application's context class loader finds.
 */
final class VendorDrivers {

    private VendorDrivers() {}

    /**
     * The driver.
     *
     * @throws SQLException (08001) if there is none, with the name of what is missing
     */
    static Driver find(ConnectionRequest request) throws SQLException {
        String url = request.vendorUrl();
        Driver found = registered(url);
        if (found == null) {
            found = byClassName(request.urlDialect(), url);
        }
        if (found == null) {
            found = ofContextLoader(url);
        }
        if (found == null) {
            throw new SQLNonTransientConnectionException(
                    "No JDBC driver for " + request.maskedVendorUrl() + " is on the class path" + remedy(request),
                    "08001");
        }
        return found;
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

    private static @Nullable Driver byClassName(Dialect dialect, String url) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        for (String name : dialect.driverClassNames()) {
            Driver found = instance(name, context);
            if (found == null) {
                found = instance(name, VendorDrivers.class.getClassLoader());
            }
            if (found != null && accepts(found, url)) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Driver instance(String className, @Nullable ClassLoader loader) {
        try {
            return (Driver) Class.forName(className, true, loader)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            return null;
        }
    }

    private static @Nullable Driver ofContextLoader(String url) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        Iterator<Driver> candidates = ServiceLoader.load(Driver.class, context).iterator();
        while (true) {
            try {
                if (!candidates.hasNext()) {
                    return null;
                }
                Driver candidate = candidates.next();
                if (accepts(candidate, url)) {
                    return candidate;
                }
            } catch (ServiceConfigurationError e) {
                // another driver on the class path is broken; ours may not be
            }
        }
    }

    private static boolean accepts(Driver candidate, String url) {
        try {
            return candidate.acceptsURL(url);
        } catch (SQLException | RuntimeException e) {
            return false; // a driver that cannot even say so is not the one
        }
    }

    private static String remedy(ConnectionRequest request) {
        Iterator<String> names = request.urlDialect().driverClassNames().iterator();
        return names.hasNext() ? "; add the library that has " + names.next() : "; add the vendor's driver library";
    }
}
