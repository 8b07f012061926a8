package io.djdbc.cli;

import io.djdbc.dialect.Dialect;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Whether the vendor's driver for a URL is there, and what to do if it is not. */
public final class VendorDrivers {
    private VendorDrivers() {}

    /** What is wrong and what to do about it; null if there is a driver. */
    public static @Nullable String missing(Dialect dialect, String vendorUrl) {
        for (String className : dialect.driverClassNames()) {
            try {
                Class.forName(className);
                return null;
            } catch (ClassNotFoundException | LinkageError notThis) {
                // perhaps the next one, or one that DriverManager knows
            }
        }
        try {
            DriverManager.getDriver(vendorUrl);
            return null;
        } catch (SQLException none) {
            return "no JDBC driver for " + scheme(vendorUrl) + "… is here. " + remedy(dialect.name());
        }
    }

    /** The vendor's driver class and the jar that it came from. */
    public static String classAndPlace(String vendorUrl) throws SQLException {
        Class<?> driver = DriverManager.getDriver(vendorUrl).getClass();
        CodeSource source = driver.getProtectionDomain().getCodeSource();
        return driver.getName()
                + (source == null
                        ? ""
                        : ", from " + Path.of(URI.create(source.getLocation().toString())));
    }

    private static String remedy(String dialect) {
        return switch (dialect) {
            case "mysql" ->
                "djdbc does not bundle MySQL Connector/J, because its licence is the GPL: name its jar in the"
                        + " environment variable DJDBC_CLASSPATH. With the bundled MariaDB driver, which also talks to MySQL,"
                        + " the URL is jdbc:djdbc:mariadb://…";
            case "oracle" ->
                "djdbc may not bundle Oracle's driver: name its jar (ojdbc17.jar) in the environment variable"
                        + " DJDBC_CLASSPATH.";
            default -> "Name the jar of the vendor's driver in the environment variable DJDBC_CLASSPATH.";
        };
    }

    /** {@code jdbc:mysql:}; nothing behind it, which may hold a secret. */
    private static String scheme(String vendorUrl) {
        int end = vendorUrl.indexOf(':', "jdbc:".length());
        return end < 0 ? "jdbc:" : vendorUrl.substring(0, end + 1);
    }
}
