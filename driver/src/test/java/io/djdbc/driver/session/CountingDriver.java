package io.djdbc.driver.session;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

/** The vendor's driver of {@link CountingServer}s: {@code jdbc:counting:name}. */
public final class CountingDriver implements Driver {
    private static final String PREFIX = "jdbc:counting:";
    private static final CountingDriver DRIVER = new CountingDriver();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Map<String, CountingServer> servers = new ConcurrentHashMap<>();

    private CountingDriver() {}

    /** A new server that is up, under a name of its own. */
    static Running start() throws SQLException {
        DriverManager.registerDriver(DRIVER); // once only: the same object is not registered twice
        String name = "server" + NUMBER.incrementAndGet();
        CountingServer server = new CountingServer();
        DRIVER.servers.put(PREFIX + name, server);
        return new Running(server, "jdbc:djdbc:counting:" + name);
    }

    /** @param url djdbc's, without parameters */
    record Running(CountingServer server, String url) {}

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        if (!acceptsURL(url)) {
            return null;
        }
        CountingServer server = servers.get(url);
        if (server == null || !info.isEmpty()) {
            throw new SQLException("not the vendor's share: " + url + " " + info.keySet(), "08001");
        }
        return server.connect();
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
        return Logger.getLogger("counting");
    }
}
