package io.djdbc.driver.wrapper;

import io.djdbc.driver.session.JdbcState;
import io.djdbc.driver.session.JdbcState.Property;
import io.djdbc.driver.session.Session;
import io.djdbc.driver.session.SessionSource;
import java.sql.ClientInfoStatus;
import java.sql.Connection;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What the application changes of its session through the JDBC API. Values from before the first change are remembered,
 * to be put back for the next request; what was set outside of a request that a pool above marks, as the pool itself
 * does, is set again on a session that takes the place of this one. As thread-safe as the vendor's connection.
 */
final class ChangedProperties {
    private final ConnectionWrapper connection;
    private final SessionSource source;
    private final JdbcState configured = new JdbcState();

    ChangedProperties(ConnectionWrapper connection) {
        this.connection = connection;
        this.source = connection.source;
    }

    /** What was set outside of requests. */
    JdbcState configured() {
        return configured;
    }

    void setReadOnly(boolean readOnly) throws SQLException {
        changing(Property.READ_ONLY).setReadOnly(readOnly);
        changed(Property.READ_ONLY, readOnly);
    }

    void setTransactionIsolation(int level) throws SQLException {
        try {
            changing(Property.ISOLATION).setTransactionIsolation(level);
            changed(Property.ISOLATION, level);
        } catch (SQLException e) {
            throw connection.failed(e);
        }
    }

    void setCatalog(@Nullable String catalog) throws SQLException {
        try {
            changing(Property.CATALOG).setCatalog(catalog);
            changed(Property.CATALOG, catalog);
        } catch (SQLException e) {
            throw connection.failed(e);
        }
    }

    void setSchema(@Nullable String schema) throws SQLException {
        try {
            changing(Property.SCHEMA).setSchema(schema);
            changed(Property.SCHEMA, schema);
        } catch (SQLException e) {
            throw connection.failed(e);
        }
    }

    void setHoldability(int holdability) throws SQLException {
        changing(Property.HOLDABILITY).setHoldability(holdability);
        changed(Property.HOLDABILITY, holdability);
    }

    void setNetworkTimeout(Executor executor, int milliseconds) throws SQLException {
        changing(Property.NETWORK_TIMEOUT).setNetworkTimeout(executor, milliseconds);
        changed(Property.NETWORK_TIMEOUT, milliseconds);
    }

    void setTypeMap(@Nullable Map<String, Class<?>> map) throws SQLException {
        changing(Property.TYPE_MAP).setTypeMap(map);
        changed(Property.TYPE_MAP, map);
    }

    void setClientInfo(String name, @Nullable String value) throws SQLClientInfoException {
        Connection physical = changingClientInfo();
        physical.setClientInfo(name, value);
        clientInfoChanged(physical);
    }

    void setClientInfo(@Nullable Properties properties) throws SQLClientInfoException {
        Connection physical = changingClientInfo();
        physical.setClientInfo(properties);
        clientInfoChanged(physical);
    }

    private Connection changingClientInfo() throws SQLClientInfoException {
        try {
            Connection physical = connection.delegate();
            remember(Property.CLIENT_INFO, physical);
            return physical;
        } catch (SQLException e) {
            throw ofClientInfo(e);
        }
    }

    private void clientInfoChanged(Connection physical) throws SQLClientInfoException {
        PoolAbove pool = connection.pool();
        if (pool != null && pool.inRequest) {
            return;
        }
        try {
            configured.putCurrent(Property.CLIENT_INFO, source, physical);
        } catch (SQLException e) {
            throw ofClientInfo(e);
        }
    }

    private static SQLClientInfoException ofClientInfo(SQLException e) {
        return e instanceof SQLClientInfoException already
                ? already
                : new SQLClientInfoException(
                        e.getMessage(), e.getSQLState(), e.getErrorCode(), Map.<String, ClientInfoStatus>of(), e);
    }

    private Connection changing(Property property) throws SQLException {
        Connection physical = connection.delegate();
        try {
            remember(property, physical);
        } catch (SQLException e) {
            Session held = connection.session();
            if (held != null) {
                held.spoil(); // nobody can put it back; and the vendor's answer to the change is its own
            }
        }
        return physical;
    }

    private void changed(Property property, @Nullable Object value) {
        PoolAbove pool = connection.pool();
        if (pool == null || !pool.inRequest) {
            configured.put(property, value);
        }
    }

    private void remember(Property property, Connection physical) throws SQLException {
        Session held = connection.session();
        if (held != null && source.keepsSessions()) {
            held.original().remember(property, source, physical);
        }
        PoolAbove pool = connection.pool();
        if (pool != null && pool.inRequest) {
            pool.changed.remember(property, source, physical);
        }
    }
}
