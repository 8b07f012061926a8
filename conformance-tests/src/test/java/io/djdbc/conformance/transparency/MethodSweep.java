package io.djdbc.conformance.transparency;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Calls every method of a JDBC interface, those of later JDKs too, each with sensible arguments and on an object of
 * its own, so that no call can spoil the next.
 */
final class MethodSweep<T> {

    /** Makes the object that one method is called on. */
    @FunctionalInterface
    interface Subjects<T> {
        T make(Connection connection) throws Exception;
    }

    /** The length of the samples of streams. */
    private static final int LENGTH = 3;

    /** What follows on a call. */
    @FunctionalInterface
    interface Follow<T> {
        void ask(T subject) throws Exception;
    }

    private final Side side;
    private final Class<T> type;
    private final Map<String, Object[]> arguments = new LinkedHashMap<>();
    private Predicate<Method> wanted = method -> true;
    private String prefix = "";
    private @Nullable Integer everyInt;
    private Follow<T> follow = subject -> {};
    private int index = 1;
    private String label = "id";

    MethodSweep(Side side, Class<T> type) {
        this.side = side;
        this.type = type;
    }

    /** Arguments for the methods of that name with as many parameters of these types; others get samples. */
    MethodSweep<T> with(String name, @Nullable Object... values) {
        arguments.put(name + '/' + values.length, values);
        return this;
    }

    MethodSweep<T> without(String... names) {
        Set<String> unwanted = Set.of(names);
        return only(method -> !unwanted.contains(method.getName()));
    }

    MethodSweep<T> only(Predicate<Method> predicate) {
        wanted = wanted.and(predicate);
        return this;
    }

    MethodSweep<T> named(String text) {
        prefix = text;
        return this;
    }

    /** What methods on one column or parameter are called with, by index and by label. */
    MethodSweep<T> column(int columnIndex, String columnLabel) {
        index = columnIndex;
        label = columnLabel;
        return this;
    }

    /** All methods with one number are called with this one. */
    MethodSweep<T> eachIndex(int number) {
        everyInt = number;
        return this;
    }

    /** What to ask of the subject after each call. */
    MethodSweep<T> after(Follow<T> questions) {
        follow = questions;
        return this;
    }

    /** A connection and a subject for each call. */
    void onFreshConnections(Subjects<T> subjects) throws Exception {
        for (Method method : methods()) {
            for (int variant = 0; variant < variants(method); variant++) {
                Connection connection = side.open();
                try {
                    ask(method, variant, connection, subjects.make(connection));
                } finally {
                    try {
                        connection.close();
                    } catch (Exception e) {
                        side.ask(prefix + "closing after " + method.getName(), () -> {
                            throw e;
                        });
                    }
                }
            }
        }
    }

    /** A subject for each call; they share the connection. */
    void on(Connection connection, Subjects<T> subjects) throws Exception {
        for (Method method : methods()) {
            for (int variant = 0; variant < variants(method); variant++) {
                T subject = subjects.make(connection);
                try {
                    ask(method, variant, connection, subject);
                    follow.ask(subject);
                } finally {
                    if (subject instanceof AutoCloseable closeable) {
                        closeable.close();
                    }
                }
            }
        }
    }

    /** All calls on the one subject. */
    void sharing(Connection connection, T subject) throws Exception {
        for (Method method : methods()) {
            for (int variant = 0; variant < variants(method); variant++) {
                ask(method, variant, connection, subject);
                follow.ask(subject);
            }
        }
    }

    private void ask(Method method, int variant, Connection connection, T subject) {
        @Nullable Object[] values = values(method, variant, connection);
        StringJoiner text = new StringJoiner(", ", prefix + method.getName() + "(", ")");
        for (int i = 0; i < values.length; i++) {
            text.add(text(method.getParameterTypes()[i], values[i]));
        }
        side.ask(text.toString(), () -> method.invoke(subject, values));
    }

    private static String text(Class<?> parameter, @Nullable Object value) {
        boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
        if (plain || parameter == Object.class && value != null) {
            return value instanceof byte[] ? "byte[]" : value.getClass().getSimpleName() + " " + value;
        }
        return value instanceof Class<?> c ? c.getSimpleName() : parameter.getSimpleName();
    }

    private List<Method> methods() {
        List<Method> methods = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (!Modifier.isStatic(method.getModifiers()) && wanted.test(method)) {
                methods.add(method);
            }
        }
        methods.sort(Comparator.comparing(Method::getName).thenComparing(m -> Arrays.toString(m.getParameterTypes())));
        return methods;
    }

    /** Only the plainest of the overloads is called with every sample: {@code setObject(int, Object)} and its like. */
    private int variants(Method method) {
        if (fits(method) != null || isWrapper(method)) {
            return 1;
        }
        Class<?>[] types = method.getParameterTypes();
        boolean many = types.length == 2 && types[0] == int.class;
        return many ? Samples.count(types[1]) : 1;
    }

    private static boolean isWrapper(Method method) {
        return method.getDeclaringClass() == java.sql.Wrapper.class;
    }

    private @Nullable Object[] values(Method method, int variant, Connection connection) {
        Object[] given = fits(method);
        if (given != null) {
            return given;
        }
        if (isWrapper(method)) {
            return new Object[] {type};
        }
        Class<?>[] types = method.getParameterTypes();
        @Nullable Object[] values = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            values[i] = Samples.of(types[i], Samples.count(types[i]) > 1 ? variant : 0, connection);
        }
        if (everyInt != null && types.length == 1 && types[0] == int.class) {
            values[0] = everyInt;
        } else if (isColumnMethod(method)) {
            values[0] = types[0] == int.class ? (Object) index : label;
            for (int i = 1; i < types.length; i++) {
                if (types[i] == int.class || types[i] == long.class) {
                    int number = isTypeNumber(method, i) ? java.sql.Types.VARCHAR : LENGTH;
                    values[i] = types[i] == int.class ? (Object) number : (Object) (long) number;
                }
            }
        }
        return values;
    }

    private static boolean isColumnMethod(Method method) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length == 0 || types[0] != int.class && types[0] != String.class) {
            return false;
        }
        String name = method.getName();
        boolean reads = name.startsWith("get") || name.startsWith("update") || name.equals("findColumn");
        return reads || types.length > 1 && (name.startsWith("set") || name.startsWith("register"));
    }

    private static boolean isTypeNumber(Method method, int position) {
        return switch (method.getName()) {
            case "setNull", "registerOutParameter" -> position == 1;
            case "setObject" -> position == 2;
            default -> false;
        };
    }

    private Object @Nullable [] fits(Method method) {
        Object[] given = arguments.get(method.getName() + '/' + method.getParameterCount());
        if (given == null) {
            return null;
        }
        Class<?>[] types = method.getParameterTypes();
        for (int i = 0; i < types.length; i++) {
            boolean fits = given[i] == null
                    || types[i].isInstance(given[i])
                    || types[i] == int.class && given[i] instanceof Integer
                    || types[i] == long.class && given[i] instanceof Long
                    || types[i] == boolean.class && given[i] instanceof Boolean;
            if (!fits) {
                return null;
            }
        }
        return given;
    }
}
