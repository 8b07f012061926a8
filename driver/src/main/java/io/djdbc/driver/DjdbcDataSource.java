package io.djdbc.driver;

import io.djdbc.driver.target.Target;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source for a {@code jdbc:djdbc:…} URL. Its connections come from the same place as those of {@link Driver}
 * with the same URL, user and properties.
 *
 * <pre>{@code
 * DjdbcDataSource dataSource = new DjdbcDataSource();
 * dataSource.setUrl("jdbc:djdbc:postgresql://db.example.org/shop?CONN_MAX_AGE=60");
 * dataSource.setUser("shop");
 * dataSource.setPassword(password);
 * }</pre>
 *
 * <p>Configure it before it is used by several threads; then it is safe for them.
 */
public class DjdbcDataSource implements DataSource {
    private final Properties properties = new Properties();
    private @Nullable String url;
    private @Nullable PrintWriter logWriter;
    private volatile int loginTimeout;

    /** Sets the {@code jdbc:djdbc:…} URL. */
    public void setUrl(String url) {
        this.url = url;
    }

    /** Sets the user; null for none. */
    public void setUser(@Nullable String user) {
        set("user", user);
    }

    /** Sets the password; null for none. */
    public void setPassword(@Nullable String password) {
        set("password", password);
    }

    /** Sets one of the vendor's properties or one of our settings; a null value takes it out. */
    public void setProperty(String name, @Nullable String value) {
        set(name, value);
    }

    private void set(String name, @Nullable String value) {
        set(properties, name, value);
    }

    private static void set(Properties properties, String name, @Nullable String value) {
        if (value == null) {
            properties.remove(name);
        } else {
            properties.setProperty(name, value);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        return target(properties).connect();
    }

    /** A connection of that user; the user and password that were set here count for nothing then. Null for none. */
    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        Properties others = new Properties();
        others.putAll(properties);
        set(others, "user", user);
        set(others, "password", password);
        return target(others).connect();
    }

    /**
     * How many physical connections there have been for this URL, user and properties.
     *
     * @throws SQLException (08001) if URL or settings are wrong
     */
    public ConnectionStatistics getStatistics() throws SQLException {
        return target(properties).statistics();
    }

    private Target target(Properties info) throws SQLException {
        String known = url;
        Target target = known == null ? null : Driver.target(known, info);
        if (target == null) {
            throw new SQLException("set a URL that starts with jdbc:djdbc: first", "08001");
        }
        return target;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return logWriter;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        logWriter = out;
    }

    /**
     * Kept for a pool above: HikariCP sets it, and when it is closed waits so many seconds for the connection that it is
     * just opening. It does not bound the connect itself: that is what the vendor's own property does ({@code
     * connectTimeout}, {@code loginTimeout} or the like, in the URL), or {@link
     * java.sql.DriverManager#setLoginTimeout} with the drivers that heed it.
     */
    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    /** Seconds, as they were set; 0, the default, for none. */
    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("io.djdbc.driver");
    }

    @Override
    public <T> T unwrap(@Nullable Class<T> type) throws SQLException {
        if (type != null && type.isInstance(this)) {
            return type.cast(this);
        }
        throw new SQLException("not a wrapper for " + (type == null ? null : type.getName()));
    }

    @Override
    public boolean isWrapperFor(@Nullable Class<?> type) {
        return type != null && type.isInstance(this);
    }
}
