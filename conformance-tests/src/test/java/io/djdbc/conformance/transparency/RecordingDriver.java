package io.djdbc.conformance.transparency;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A driver for {@code jdbc:recording:} that only writes down what reaches it: which method of which object, with which
 * arguments. It stands for the vendor where the question is whether a call arrives, not what a database makes of it.
 */
final class RecordingDriver implements Driver {

    record Call(Class<?> on, Method method, @Nullable Object[] arguments) {

        boolean is(Method wanted) {
            return method.getName().equals(wanted.getName())
                    && Arrays.equals(method.getParameterTypes(), wanted.getParameterTypes());
        }
    }

    final List<Call> calls = new ArrayList<>();
    private @Nullable Method failing;
    private @Nullable SQLException failure;

    /** From now on this method of every object throws the exception; null for none. */
    void fail(@Nullable Method method, @Nullable SQLException with) {
        failing = method;
        failure = with;
    }

    @Override
    public @Nullable Connection connect(String url, Properties info) {
        return acceptsURL(url) ? make(Connection.class) : null;
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith("jdbc:recording:");
    }

    private <T> T make(Class<T> type) {
        InvocationHandler handler = (self, method, arguments) -> answer(type, self, method, arguments);
        return type.cast(Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {type}, handler));
    }

    private @Nullable Object answer(Class<?> type, Object self, Method method, Object @Nullable [] arguments)
            throws SQLException {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "hashCode" -> System.identityHashCode(self);
                case "equals" -> self == arguments[0];
                default -> "recording " + type.getSimpleName();
            };
        }
        Call call = new Call(type, method, arguments == null ? new Object[0] : arguments);
        calls.add(call);
        if (failing != null && call.is(failing)) {
            throw failure;
        }
        return result(method);
    }

    private @Nullable Object result(Method method) {
        Class<?> type = method.getReturnType();
        if (type.isInterface() && type.getPackageName().equals("java.sql")) {
            return make(type);
        }
        return switch (type.getName()) {
            case "boolean" ->
                !Set.of("isClosed", "isReadOnly", "wasNull", "getMoreResults").contains(method.getName());
            case "int" -> method.getName().equals("getTransactionIsolation") ? 2 : 1;
            case "long" -> 1L;
            case "short" -> (short) 1;
            case "byte" -> (byte) 1;
            case "float" -> 1f;
            case "double" -> 1d;
            case "java.lang.String" -> "recording";
            default -> null;
        };
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
        return Logger.getLogger("recording");
    }
}
