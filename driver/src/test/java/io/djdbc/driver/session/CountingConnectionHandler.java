package io.djdbc.driver.session;

import counting.CountingConnection;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection to the {@link CountingServer}. Its properties are kept as they are set, each change is logged. */
final class CountingConnectionHandler implements InvocationHandler {
    private final CountingServer server;
    private final int number;
    private final Map<String, Object> properties = new HashMap<>();
    private final Map<String, DjangoError> failures = new ConcurrentHashMap<>();
    private final AtomicInteger openStatements = new AtomicInteger();
    private CountingConnection self;
    private volatile boolean closed;
    private volatile String broken;
    private volatile boolean cut;
    private volatile boolean autoCommit = true;
    private volatile boolean inTransaction;
    private volatile boolean closesInTransaction = true;

    private CountingConnectionHandler(CountingServer server, int number) {
        this.server = server;
        this.number = number;
        properties.put("ReadOnly", false);
        properties.put("TransactionIsolation", Connection.TRANSACTION_READ_COMMITTED);
        properties.put("Catalog", "main");
        properties.put("Schema", "public");
        properties.put("Holdability", 1);
        properties.put("NetworkTimeout", 0);
        properties.put("TypeMap", Map.of());
        properties.put("ClientInfo", new Properties());
    }

    static CountingConnection connection(CountingServer server, int number) {
        CountingConnectionHandler handler = new CountingConnectionHandler(server, number);
        handler.self = proxy(CountingConnection.class, handler);
        return handler.self;
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        DjangoError failure = failures.get(name);
        if (failure != null) {
            throw failure.exception();
        }
        if (name.equals(broken)) {
            throw new IllegalStateException("a mistake of the vendor's");
        }
        switch (name) {
            case "number":
                return number;
            case "cut":
                cut = true;
                return null;
            case "isCut":
                return cut;
            case "isInTransaction":
                return inTransaction;
            case "openStatements":
                return openStatements.get();
            case "failOn":
                failures.compute(
                        (String) arguments[0],
                        (called, old) -> arguments[1] == null ? null : DjangoError.valueOf((String) arguments[1]));
                return null;
            case "breakOn":
                broken = (String) arguments[0];
                return null;
            case "refuseToCloseInTransaction":
                closesInTransaction = false;
                return null;
            case "equals":
                return proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            case "toString":
                return "CountingConnection #" + number;
            case "close", "abort":
                close();
                return null;
            case "isClosed":
                return closed;
            case "isValid":
                return isValid();
            case "getAutoCommit":
                refuseIfClosed();
                return autoCommit;
            case "beginRequest", "endRequest", "clearWarnings", "getWarnings":
                return null;
            case "unwrap":
                return unwrap((Class<?>) arguments[0]);
            case "isWrapperFor":
                return ((Class<?>) arguments[0]).isInstance(proxy);
            default:
                refuseIfClosed();
                return work(name, method, arguments);
        }
    }

    private Object work(String name, Method method, Object[] arguments) throws SQLException {
        switch (name) {
            case "createStatement":
                return statement(Statement.class);
            case "getMetaData":
                return proxy(DatabaseMetaData.class, (proxy, called, values) -> nothing(called));
            case "setAutoCommit":
                act((Boolean) arguments[0] ? "autocommit on" : "autocommit off");
                autoCommit = (Boolean) arguments[0];
                inTransaction &= !autoCommit;
                return null;
            case "commit":
                act("COMMIT");
                inTransaction = false;
                return null;
            case "rollback":
                if (arguments == null) {
                    act("ROLLBACK");
                    inTransaction = false;
                } else {
                    act("ROLLBACK TO SAVEPOINT \"" + ((Savepoint) arguments[0]).getSavepointName() + "\"");
                }
                return null;
            case "setSavepoint":
                inTransaction = !autoCommit;
                act("SAVEPOINT \"" + arguments[0] + "\"");
                return new NamedSavepoint((String) arguments[0]);
            case "releaseSavepoint":
                act("RELEASE SAVEPOINT \"" + ((Savepoint) arguments[0]).getSavepointName() + "\"");
                return null;
            default:
                return property(name, method, arguments);
        }
    }

    private Object property(String name, Method method, Object[] arguments) throws SQLException {
        String property = name.startsWith("is") ? name.substring(2) : name.length() > 3 ? name.substring(3) : name;
        if (!properties.containsKey(property)) {
            throw new AssertionError("not expected of the driver: " + method);
        }
        if (!name.startsWith("set")) {
            return properties.get(property);
        }
        if (name.equals("setClientInfo") && arguments.length == 2) {
            Properties info = new Properties();
            info.putAll((Properties) properties.get(property));
            info.setProperty((String) arguments[0], (String) arguments[1]);
            properties.put(property, info);
        } else {
            properties.put(property, arguments[arguments.length - 1]);
        }
        act(property.toLowerCase(Locale.ROOT) + " " + properties.get(property));
        return null;
    }

    /** Logs what was tried, as Django's fake driver does; a cut connection says so only then. */
    private void act(String action) throws SQLException {
        server.log(number, action);
        if (cut) {
            throw DjangoError.OperationalError.exception();
        }
    }

    private synchronized void close() throws SQLException {
        if (!closesInTransaction && inTransaction) {
            throw DjangoError.InternalError.exception();
        }
        if (!closed) {
            closed = true;
            server.closed(self);
        }
    }

    private boolean isValid() {
        if (closed) {
            return false;
        }
        server.healthChecked(number);
        return !cut;
    }

    private void refuseIfClosed() throws SQLException {
        if (closed) {
            throw DjangoError.InterfaceError.exception();
        }
    }

    private Object unwrap(Class<?> type) throws SQLException {
        if (!type.isInstance(self)) {
            throw new SQLException("not a " + type);
        }
        return self;
    }

    private <S extends Statement> S statement(Class<S> type) {
        openStatements.incrementAndGet();
        boolean[] statementClosed = {false};
        return proxy(type, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "execute":
                    return execute((String) arguments[0]);
                case "close":
                    if (!statementClosed[0]) {
                        statementClosed[0] = true;
                        openStatements.decrementAndGet();
                    }
                    return null;
                case "isClosed":
                    return statementClosed[0];
                case "getConnection":
                    return self;
                default:
                    return nothing(method);
            }
        });
    }

    /** {@code FAIL class} fails with an error of this Django class; all else is a query that succeeds. */
    private boolean execute(String sql) throws SQLException {
        refuseIfClosed();
        inTransaction = !autoCommit;
        act(sql);
        if (sql.startsWith("FAIL ")) {
            throw DjangoError.valueOf(sql.substring("FAIL ".length())).exception();
        }
        return false;
    }

    private static Object nothing(Method method) {
        Class<?> type = method.getReturnType();
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? (Object) 0 : null;
    }

    private static final class NamedSavepoint implements Savepoint {
        private final String name;

        NamedSavepoint(String name) {
            this.name = name;
        }

        @Override
        public int getSavepointId() throws SQLException {
            throw new SQLException("this savepoint has a name");
        }

        @Override
        public String getSavepointName() {
            return name;
        }
    }
}
