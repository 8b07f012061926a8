package io.djdbc.driver.session;

import io.djdbc.driver.event.CloseReason;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A session as HikariCP holds it: the vendor's connection, but closing it is noted. Only the pool calls it, to set up,
 * check and close; the application's calls do not come this way.
 */
final class PooledConnectionHandler implements InvocationHandler {

    /** What HikariCP's connection unwraps to. */
    interface Pooled extends Connection {
        Session session();
    }

    private final Session session;

    private PooledConnectionHandler(Session session) {
        this.session = session;
    }

    static Pooled of(Session session) {
        return (Pooled) Proxy.newProxyInstance(
                Pooled.class.getClassLoader(), new Class<?>[] {Pooled.class}, new PooledConnectionHandler(session));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        switch (method.getName()) {
            case "session":
                return session;
            case "close":
                session.close(CloseReason.END_OF_REQUEST);
                return null;
            case "isValid":
                return isValid(method, arguments);
            case "equals":
                return arguments != null && proxy == arguments[0];
            case "hashCode":
                return System.identityHashCode(proxy);
            default:
                return passOn(method, arguments);
        }
    }

    /** The pool's check when it lends is the health check of the request that begins. */
    private @Nullable Object isValid(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        Object valid = passOn(method, arguments);
        if (Boolean.TRUE.equals(valid)) {
            session.answered();
        }
        return valid;
    }

    private @Nullable Object passOn(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(session.physical(), arguments);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            throw cause == null ? new SQLException(e) : cause;
        }
    }
}
