package io.djdbc.query.queryset;

import io.djdbc.query.CustomManager;
import io.djdbc.query.Manager;
import io.djdbc.query.QuerySet;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes managers of interfaces: their default methods are their own, all others go to the rows that they begin with. */
public final class CustomManagers {

    private CustomManagers() {}

    /** A manager of that interface above another. */
    public static <T, M extends CustomManager<T>> M of(Class<M> type, Manager<T> all) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(type.getName() + " is no interface; a custom manager is one");
        }
        Handler<T> handler = new Handler<>(all);
        M made = type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
        handler.self = made;
        return made;
    }

    private static final class Handler<T> implements InvocationHandler {

        private final Manager<T> all;
        private @Nullable CustomManager<T> self;

        Handler(Manager<T> all) {
            this.all = all;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            if (method.isDefault()) {
                return own(proxy, method, arguments == null ? new @Nullable Object[0] : arguments);
            }
            Object target = method.getDeclaringClass() == Object.class ? this : rows();
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException e) {
                throw Objects.requireNonNullElse(e.getCause(), e);
            }
        }

        /** The manager itself where it begins with all rows: a related set keeps its own way of creating. */
        private Manager<T> rows() {
            QuerySet<T> base = all.all();
            QuerySet<T> initial = Objects.requireNonNull(self).initial(base);
            return initial == base ? all : initial;
        }

        private static @Nullable Object own(Object proxy, Method method, @Nullable Object[] arguments)
                throws Throwable {
            Class<?> owner = method.getDeclaringClass();
            MethodHandles.Lookup lookup = owner == CustomManager.class
                    ? MethodHandles.lookup()
                    : MethodHandles.privateLookupIn(owner, MethodHandles.lookup());
            MethodType type = MethodType.methodType(method.getReturnType(), method.getParameterTypes());
            MethodHandle handle = lookup.findSpecial(owner, method.getName(), type, owner);
            return handle.bindTo(proxy).invokeWithArguments(arguments);
        }

        @Override
        public String toString() {
            return "custom " + all;
        }
    }
}
