package io.djdbc.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the {@link SqliteFunction}s known to connections of sqlite-jdbc, in whatever class loader that is. Safe for use
 * by several threads; no class loader but our own is held.
 */
public final class SqliteFunctions {
    private static final String CONNECTION = "org.sqlite.SQLiteConnection";
    private static final String FUNCTION = "org.sqlite.Function";
    private static final int DETERMINISTIC = 0x800; // SQLITE_DETERMINISTIC

    /** The bridge's class for drivers that our own class loader does not see. */
    private static final Map<ClassLoader, WeakReference<Class<?>>> FOREIGN_BRIDGES = new WeakHashMap<>();

    private SqliteFunctions() {}

    /**
     * Registers all functions with a connection; does nothing with a connection of another driver.
     *
     * @param connection sqlite-jdbc's, or one that unwraps to it
     */
    public static void register(Connection connection) throws SQLException {
        Class<?> type = vendorsClass(connection.getClass().getClassLoader(), CONNECTION);
        Connection physical = type == null ? null : unwrap(connection, type);
        if (physical == null || type == null) {
            return;
        }
        ClassLoader loader = type.getClassLoader();
        Class<?> function = vendorsClass(loader, FUNCTION);
        if (function == null) {
            return;
        }
        try {
            Method create =
                    function.getMethod("create", Connection.class, String.class, function, int.class, int.class);
            Constructor<?> bridge = bridge(loader, function).getConstructor(SqliteFunction.class);
            for (SqliteFunction each : SqliteFunction.values()) {
                create.invoke(
                        null, physical, each.sqlName(), bridge.newInstance(each), each.parameters(), DETERMINISTIC);
            }
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof SQLException
                    ? (SQLException) e.getCause()
                    : new SQLException("sqlite-jdbc cannot take Django's functions", e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new SQLException("sqlite-jdbc cannot take Django's functions: " + e, e);
        }
    }

    private static @Nullable Class<?> vendorsClass(@Nullable ClassLoader loader, String name) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError another) {
            return null;
        }
    }

    private static @Nullable Connection unwrap(Connection connection, Class<?> type) throws SQLException {
        if (type.isInstance(connection)) {
            return connection;
        }
        return connection.isWrapperFor(type) ? (Connection) connection.unwrap(type) : null;
    }

    private static Class<?> bridge(@Nullable ClassLoader loader, Class<?> function) {
        ClassLoader ours = SqliteFunctions.class.getClassLoader();
        if (loader == null || vendorsClass(ours, FUNCTION) == function) {
            return SqliteFunctionBridge.class;
        }
        synchronized (FOREIGN_BRIDGES) {
            WeakReference<Class<?>> reference = FOREIGN_BRIDGES.get(loader);
            Class<?> known = reference == null ? null : reference.get();
            if (known == null) {
                known = new BridgeLoader(loader).define();
                FOREIGN_BRIDGES.put(loader, new WeakReference<>(known));
            }
            return known;
        }
    }

    /** Sees the vendor's classes and ours. */
    private static final class BridgeLoader extends ClassLoader {
        private static final String BRIDGE = SqliteFunction.class.getName() + "Bridge";

        BridgeLoader(ClassLoader vendors) {
            super(vendors);
        }

        Class<?> define() {
            String file = BRIDGE.substring(BRIDGE.lastIndexOf('.') + 1) + ".class";
            try (InputStream content = SqliteFunctions.class.getResourceAsStream(file)) {
                if (content == null) {
                    throw new LinkageError(file + " is missing");
                }
                byte[] bytes = content.readAllBytes();
                return defineClass(BRIDGE, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new LinkageError(file, e);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.startsWith("io.djdbc.") && !name.equals(BRIDGE)
                    ? Class.forName(name, false, SqliteFunctions.class.getClassLoader())
                    : super.loadClass(name, resolve);
        }
    }
}
