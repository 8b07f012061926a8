package io.djdbc.driver.target;

import io.djdbc.dialect.Dialect;
import io.djdbc.driver.settings.ConnectionRequest;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Drivers that {@link java.sql.DriverManager} does not know, or does not show to us: by class name, and by service. */
final class UnregisteredDrivers {

    private UnregisteredDrivers() {}

    /**
     * The driver for a URL.
     *
     * @throws SQLException (08001) if there is none: see {@link MissingDriver}
     */
    static Driver find(ConnectionRequest request) throws SQLException {
        String url = request.vendorUrl();
        Driver found = byClassName(request.urlDialect(), url);
        if (found == null) {
            found = ofContextLoader(url);
        }
        if (found == null) {
            throw MissingDriver.exception(request);
        }
        return found;
    }

    private static @Nullable Driver byClassName(Dialect dialect, String url) {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        for (String name : dialect.driverClassNames()) {
            Driver found = instance(name, context);
            if (found == null) {
                found = instance(name, UnregisteredDrivers.class.getClassLoader());
            }
            if (found != null && VendorDrivers.accepts(found, url)) {
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
                if (VendorDrivers.accepts(candidate, url)) {
                    return candidate;
                }
            } catch (ServiceConfigurationError e) {
                // another driver on the class path is broken; ours may not be
            }
        }
    }
}
