package io.djdbc.driver.target;

import io.djdbc.dialect.Dialect;
import io.djdbc.driver.settings.ConnectionRequest;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
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
     * @throws SQLException (08001) if there is none: see {@link MissingDriver}
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
            throw MissingDriver.exception(request);
        }
        return found;
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
            return instance(Class.forName(className, true, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** A driver of this class; null if none can be made. */
    static @Nullable Driver instance(Class<?> type) {
        try {
            return (Driver) type.getDeclaredConstructor().newInstance();
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
}
