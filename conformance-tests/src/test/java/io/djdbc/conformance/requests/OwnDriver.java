package io.djdbc.conformance.requests;

import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.driver.target.Targets;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * djdbc with kept connections and a clock of its own: a test can let an age pass without waiting for it, and can close
 * all that is kept to see whether the server knows of more.
 */
final class OwnDriver implements AutoCloseable {

    private final AtomicLong advanced = new AtomicLong();
    private final Targets targets = new Targets(() -> System.nanoTime() + advanced.get());

    /** Lets time pass, for this driver only. */
    void advance(double seconds) {
        advanced.addAndGet((long) (seconds * TimeUnit.SECONDS.toNanos(1)));
    }

    /** A connection as {@code DriverManager} would give it. */
    Connection connect(TestDatabase database, String... parameters) throws SQLException {
        return connect(database.djdbcUrl(parameters), database.properties());
    }

    private Connection connect(String url, Properties properties) throws SQLException {
        return Objects.requireNonNull(targets.find(url, properties), url).connect();
    }

    /** For a pool above. */
    DataSource dataSource(TestDatabase database, String... parameters) {
        return new Source(database.djdbcUrl(parameters), database.properties());
    }

    /** Closes whatever is kept. */
    @Override
    public void close() {
        targets.shutDown();
    }

    private final class Source implements DataSource {
        private final String url;
        private final Properties properties;
        private volatile int loginTimeout;

        Source(String url, Properties properties) {
            this.url = url;
            this.properties = properties;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return connect(url, properties);
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public @Nullable PrintWriter getLogWriter() {
            return null;
        }

        @Override
        public void setLogWriter(@Nullable PrintWriter out) {}

        @Override
        public void setLoginTimeout(int seconds) {
            loginTimeout = seconds;
        }

        /** HikariCP, when it is closed, waits this long for the connection that it is just opening. */
        @Override
        public int getLoginTimeout() {
            return loginTimeout;
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            throw new SQLException("not a wrapper");
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }
}
