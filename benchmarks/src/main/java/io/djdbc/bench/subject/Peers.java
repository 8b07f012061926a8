package io.djdbc.bench.subject;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.jdbc.OpenTelemetryDriver;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** How each peer is set up, at the least that it can do. A peer's classes are loaded when it is asked for. */
final class Peers {
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger AWS_LOGGER = Logger.getLogger("software.amazon.jdbc");

    private Peers() {}

    static Source bare(String url, Properties info) throws SQLException {
        return new DriverSource(DriverManager.getDriver(url), url, info);
    }

    /** Another driver whose URL is its own prefix before the vendor's. */
    static Source prefixed(String prefix, String url, Properties info) throws SQLException {
        var prefixedUrl = prefix + url.substring("jdbc:".length());
        return new DriverSource(DriverManager.getDriver(prefixedUrl), prefixedUrl, info);
    }

    static Source p6spy(String url, Properties info) throws SQLException {
        // the core module only: nothing is logged
        System.setProperty("p6spy.config.modulelist", "com.p6spy.engine.spy.P6SpyFactory");
        return prefixed("jdbc:p6spy:", url, info);
    }

    static Source aws(String url, Properties info, boolean defaultPlugins) throws SQLException {
        AWS_LOGGER.setLevel(Level.OFF);
        var properties = new Properties();
        properties.putAll(info);
        if (!defaultPlugins) {
            properties.setProperty("wrapperPlugins", "");
        }
        if (url.startsWith("jdbc:stub:")) {
            // its plugins ask any dialect but "unknown" for the server's identity
            properties.setProperty("wrapperDialect", "pg");
            properties.setProperty("wrapperTargetDriverDialect", "generic");
        }
        return prefixed("jdbc:aws-wrapper:", url, properties);
    }

    static Source datasourceProxy(String url, Properties info) throws SQLException {
        var proxy = ProxyDataSourceBuilder.create(new DriverDataSource(bare(url, info)))
                .build();
        return proxy::getConnection;
    }

    static Source openTelemetry(String url, Properties info) throws SQLException {
        Driver driver = DriverManager.getDriver("jdbc:otel:" + url.substring("jdbc:".length()));
        ((OpenTelemetryDriver) driver).setOpenTelemetry(OpenTelemetry.noop());
        return new DriverSource(driver, "jdbc:otel:" + url.substring("jdbc:".length()), info);
    }

    static Source djdbc(String url, Properties info, String... parameters) throws SQLException {
        var djdbcUrl = new StringBuilder("jdbc:djdbc:").append(url, "jdbc:".length(), url.length());
        char separator = url.indexOf('?') < 0 ? '?' : '&';
        for (var parameter : parameters) {
            djdbcUrl.append(separator).append(parameter);
            separator = '&';
        }
        var whole = djdbcUrl.toString();
        return new DriverSource(DriverManager.getDriver(whole), whole, info);
    }
}
