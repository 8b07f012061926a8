package io.djdbc.driver.wrapper;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for a vendor's prepared statement that was closed, where the vendor may give out the very object again: to
 * the next borrower of the connection, whose parameters a late call would change. Has the vendor's interfaces, as the
 * wrappers call them; one serves all statements of a class. Safe for use by several threads.
 */
final class ClosedStatement implements InvocationHandler {
    private final Class<?> vendorClass;
    private final Statement standIn;

    ClosedStatement(Class<?> vendorClass) {
        this.vendorClass = vendorClass;
        Class<?>[] interfaces =
                VendorInterfaces.of(WrapperKind.PREPARED_STATEMENT, vendorClass).toArray(new Class<?>[0]);
        this.standIn = (Statement) Proxy.newProxyInstance(vendorClass.getClassLoader(), interfaces, this);
    }

    boolean isFor(Class<?> type) {
        return vendorClass == type;
    }

    Statement standIn() {
        return standIn;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws SQLException {
        return switch (method.getName()) {
            case "close" -> null;
            case "isClosed" -> true;
            case "isWrapperFor" -> false;
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString" -> vendorClass.getName() + " (closed)";
            default -> throw refusal(method);
        };
    }

    private static SQLException refusal(Method method) {
        String message = "The statement is closed.";
        for (Class<?> thrown : method.getExceptionTypes()) {
            if (thrown.isAssignableFrom(SQLException.class)) {
                return new SQLException(message, "HY010"); // "function sequence error"
            }
        }
        throw new IllegalStateException(message); // the vendor's method knows no SQLException
    }
}
