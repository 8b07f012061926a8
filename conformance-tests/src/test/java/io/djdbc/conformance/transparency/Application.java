package io.djdbc.conformance.transparency;

import io.djdbc.conformance.databases.TestDatabase;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An application with a class loader of its own, as a servlet container has them. */
final class Application implements AutoCloseable {

    private final URLClassLoader loader;
    private final ClassLoader callers = Thread.currentThread().getContextClassLoader();

    /** @param parent null for the JDK only */
    Application(@Nullable ClassLoader parent, List<URL> libraries) {
        loader = new URLClassLoader(
                libraries.toArray(URL[]::new), parent == null ? ClassLoader.getPlatformClassLoader() : parent);
        Thread.currentThread().setContextClassLoader(loader);
    }

    /** The jars and folders of djdbc and what it needs; no vendor's driver is among them. */
    static List<URL> djdbc() {
        List<URL> urls = locations(
                io.djdbc.driver.Driver.class,
                io.djdbc.dialect.Dialect.class,
                com.zaxxer.hikari.HikariConfig.class,
                org.slf4j.Logger.class,
                org.jspecify.annotations.Nullable.class);
        if (!urls.get(0).getPath().endsWith(".jar")) { // the driver's jar has what it needs of Byte Buddy inside
            urls.addAll(locations(net.bytebuddy.ByteBuddy.class));
        }
        return urls;
    }

    /** The jar of the vendor's driver, and what comes with it. */
    static List<URL> vendorOf(TestDatabase database) throws SQLException {
        return locations(DriverManager.getDriver(database.bareUrl()).getClass(), org.slf4j.Logger.class);
    }

    private static List<URL> locations(Class<?>... types) {
        List<URL> urls = new ArrayList<>();
        for (Class<?> type : types) {
            urls.add(type.getProtectionDomain().getCodeSource().getLocation());
        }
        return urls;
    }

    ClassLoader loader() {
        return loader;
    }

    Class<?> load(String name) throws ClassNotFoundException {
        return loader.loadClass(name);
    }

    /** A connection of the djdbc driver that this application sees; parameters as in {@link TestDatabase#djdbcUrl}. */
    Connection connect(TestDatabase database, String... parameters) throws ReflectiveOperationException, SQLException {
        Driver driver =
                (Driver) load("io.djdbc.driver.Driver").getDeclaredConstructor().newInstance();
        // an in-memory database is of its class loader, so the application has one of its own
        String url = database.is("h2")
                ? "jdbc:djdbc:h2:mem:" + (parameters.length > 0 ? ";" + parameters[0] : "")
                : database.djdbcUrl(parameters);
        return driver.connect(url, database.properties());
    }

    /** The vendor's class, as this application sees it, behind a connection. */
    Class<?> vendorClass(Connection connection) throws SQLException {
        for (String name : List.of(
                "org.h2.jdbc.JdbcConnection",
                "org.postgresql.jdbc.PgConnection",
                "org.mariadb.jdbc.Connection",
                "com.mysql.cj.jdbc.ConnectionImpl")) {
            try {
                Class<?> candidate = load(name);
                if (connection.isWrapperFor(candidate)) {
                    return candidate;
                }
            } catch (ClassNotFoundException e) {
                // another vendor's
            }
        }
        throw new AssertionError("unknown connection " + connection.getClass());
    }

    /** Undeploys it as a container does: its drivers are deregistered by a class of its own, then its loader goes. */
    void undeploy() throws Exception {
        Class<?> undeployment = load(Undeployment.class.getName());
        ((Runnable) undeployment.getDeclaredConstructor().newInstance()).run();
        close();
    }

    @Override
    public void close() throws IOException {
        Thread.currentThread().setContextClassLoader(callers);
        loader.close();
    }

    static URL testClasses() throws URISyntaxException {
        return Undeployment.class.getProtectionDomain().getCodeSource().getLocation();
    }
}
