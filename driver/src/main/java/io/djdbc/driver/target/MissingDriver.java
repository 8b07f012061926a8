package io.djdbc.driver.target;

import io.djdbc.driver.settings.ConnectionRequest;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** The error where no driver takes the vendor's URL: because none is there, or because the one that is there refuses. */
final class MissingDriver {

    private MissingDriver() {}

    static SQLException exception(ConnectionRequest request) {
        String wanted = null;
        for (String name : request.urlDialect().driverClassNames()) {
            if (isThere(name, Thread.currentThread().getContextClassLoader())
                    || isThere(name, MissingDriver.class.getClassLoader())) {
                return refused(request, name);
            }
            wanted = wanted == null ? name : wanted;
        }
        return new SQLNonTransientConnectionException(
                "No JDBC driver for " + request.maskedVendorUrl() + " is on the class path; add the "
                        + (wanted == null ? "vendor's driver library" : "library that has " + wanted)
                        + hint(request.vendorUrl()),
                "08001");
    }

    private static String hint(String vendorUrl) {
        return vendorUrl.indexOf(':', "jdbc:".length()) >= 0
                ? ""
                : "; or mend the URL, which has no colon behind the database's name, as in"
                        + " jdbc:djdbc:postgresql://host/database";
    }

    /** The error where a driver that is there does not take the URL. */
    static SQLException refused(ConnectionRequest request, String driver) {
        return new SQLNonTransientConnectionException(
                "The driver " + driver + " is on the class path but does not take the URL " + request.maskedVendorUrl()
                        + "; check how that is written, host, port and separators among others: it must be a URL that"
                        + " the driver takes without djdbc" + hint(request.vendorUrl()),
                "08001");
    }

    private static boolean isThere(String className, @Nullable ClassLoader loader) {
        try {
            Class.forName(className, false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
