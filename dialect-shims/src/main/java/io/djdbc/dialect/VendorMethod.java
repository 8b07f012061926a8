package io.djdbc.dialect;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A method of a vendor's public connection interface, called without compiling against the vendor: its classes may be
 * in any class loader, or in several. What is found is cached with the vendor's class and goes with it.
 */
final class VendorMethod extends ClassValue<Optional<Method>> {

    private final String className;
    private final String methodName;
    private final int parameterCount;

    VendorMethod(String className, String methodName, int parameterCount) {
        this.className = className;
        this.methodName = methodName;
        this.parameterCount = parameterCount;
    }

    @Override
    protected Optional<Method> computeValue(Class<?> type) {
        try {
            Class<?> vendorType = Class.forName(className, false, type.getClassLoader());
            for (Method method : vendorType.getMethods()) {
                if (method.getName().equals(methodName) && method.getParameterCount() == parameterCount) {
                    return Optional.of(method);
                }
            }
        } catch (ClassNotFoundException | LinkageError absent) {
            // another driver, or another version of it
        }
        return Optional.empty();
    }

    /** Whether the object has this method, itself or in what it wraps. */
    boolean isPresent(Object target) throws SQLException {
        Optional<Method> method = get(target.getClass());
        return method.isPresent() && receiver(target, method.get().getDeclaringClass()) != null;
    }

    /** What the method returns; null also where the object has no such method. */
    @Nullable
    Object call(Object target, Object... arguments) throws SQLException {
        Optional<Method> method = get(target.getClass());
        if (method.isEmpty()) {
            return null;
        }
        Object receiver = receiver(target, method.get().getDeclaringClass());
        if (receiver == null) {
            return null;
        }
        try {
            return method.get().invoke(receiver, arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            if (cause instanceof SQLException) {
                throw (SQLException) cause;
            }
            if (cause instanceof RuntimeException) {
                throw (RuntimeException) cause;
            }
            throw new SQLException(className + "." + methodName + " failed", cause);
        } catch (IllegalAccessException inaccessible) {
            return null;
        }
    }

    private static @Nullable Object receiver(Object target, Class<?> type) throws SQLException {
        if (type.isInstance(target)) {
            return target;
        }
        if (target instanceof Connection && ((Connection) target).isWrapperFor(type)) {
            return ((Connection) target).unwrap(type);
        }
        return null;
    }
}
