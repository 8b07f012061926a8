package io.djdbc.driver.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Values of the session properties that the JDBC API can change; auto-commit is not among them, as Django closes a
 * connection on which that was left changed. Only properties that were put in are there.
 */
public final class JdbcState {

    /** A property of {@link Connection}. */
    public enum Property {
        READ_ONLY,
        ISOLATION,
        CATALOG,
        SCHEMA,
        HOLDABILITY,
        NETWORK_TIMEOUT,
        TYPE_MAP,
        CLIENT_INFO
    }

    private static final Property[] PROPERTIES = Property.values();

    private @Nullable Object @Nullable [] values;
    private int known;

    /** Whether there is nothing in here. */
    public boolean isEmpty() {
        return known == 0;
    }

    /** Whether a value of the property is in here. */
    public boolean has(Property property) {
        return (known & bit(property)) != 0;
    }

    /** Puts in a value, which takes the place of an earlier one. */
    public void put(Property property, @Nullable Object value) {
        @Nullable Object[] all = values;
        if (all == null) {
            all = new Object[PROPERTIES.length];
            values = all;
        }
        all[property.ordinal()] = value;
        known |= bit(property);
    }

    /** Puts in the connection's present value, unless there is one already. */
    public void remember(Property property, SessionSource source, Connection physical) throws SQLException {
        if (!has(property)) {
            putCurrent(property, source, physical);
        }
    }

    /** Puts in the connection's present value. */
    public void putCurrent(Property property, SessionSource source, Connection physical) throws SQLException {
        put(property, current(property, source, physical));
    }

    /** Sets on the connection what is in here. */
    public void applyTo(Connection physical, SessionSource source) throws SQLException {
        @Nullable Object[] all = values;
        if (all == null || known == 0) {
            return;
        }
        for (Property property : PROPERTIES) {
            if (has(property)) {
                set(property, all[property.ordinal()], source, physical);
            }
        }
    }

    /** Forgets all. */
    public void clear() {
        known = 0;
        values = null;
    }

    private static int bit(Property property) {
        return 1 << property.ordinal();
    }

    private static @Nullable Object current(Property property, SessionSource source, Connection physical)
            throws SQLException {
        return switch (property) {
            case READ_ONLY -> physical.isReadOnly();
            case ISOLATION -> physical.getTransactionIsolation();
            case CATALOG -> physical.getCatalog();
            case SCHEMA -> source.dialect().currentSchema(physical);
            case HOLDABILITY -> physical.getHoldability();
            case NETWORK_TIMEOUT -> physical.getNetworkTimeout();
            case TYPE_MAP -> physical.getTypeMap();
            case CLIENT_INFO -> copyOf(physical.getClientInfo());
        };
    }

    @SuppressWarnings("unchecked")
    private static void set(Property property, @Nullable Object value, SessionSource source, Connection physical)
            throws SQLException {
        switch (property) {
            case READ_ONLY -> physical.setReadOnly((Boolean) nonNull(value));
            case ISOLATION -> physical.setTransactionIsolation((Integer) nonNull(value));
            case CATALOG -> physical.setCatalog((String) value);
            case SCHEMA -> source.dialect().restoreSchema(physical, (String) value);
            case HOLDABILITY -> physical.setHoldability((Integer) nonNull(value));
            case NETWORK_TIMEOUT -> physical.setNetworkTimeout(Runnable::run, (Integer) nonNull(value));
            case TYPE_MAP -> physical.setTypeMap((Map<String, Class<?>>) value);
            case CLIENT_INFO -> physical.setClientInfo((Properties) nonNull(value));
        }
    }

    private static Object nonNull(@Nullable Object value) {
        if (value == null) {
            throw new IllegalStateException("a session property without a value");
        }
        return value;
    }

    private static Properties copyOf(@Nullable Properties clientInfo) {
        Properties copy = new Properties();
        if (clientInfo != null) {
            copy.putAll(clientInfo);
        }
        return copy;
    }
}
