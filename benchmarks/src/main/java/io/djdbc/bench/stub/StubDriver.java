package io.djdbc.bench.stub;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Answers every statement with the same row, {@code (1, 'stub')}, and does per connect what the cheapest driver does:
 * tells its URL from others, copies the caller's properties and reads the URL's parameters into the copy.
 */
public final class StubDriver implements Driver {
    public static final String PREFIX = "jdbc:stub:";

    static {
        try {
            DriverManager.registerDriver(new StubDriver());
        } catch (SQLException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) {
        if (!acceptsURL(url)) {
            return null;
        }
        var properties = new Properties();
        properties.putAll(info);
        int query = url.indexOf('?');
        while (query >= 0) {
            int end = url.indexOf('&', query + 1);
            int equals = url.indexOf('=', query + 1);
            if (equals > 0) {
                properties.setProperty(
                        url.substring(query + 1, equals), url.substring(equals + 1, end < 0 ? url.length() : end));
            }
            query = end;
        }
        return new StubConnection(url, properties);
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
