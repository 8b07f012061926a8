package io.djdbc.conformance.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.transparency.RecordingDriver.Call;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every method of every JDBC interface of the running JDK, default methods too, reaches the vendor's object with its
 * arguments, and an exception comes back as the very object that the vendor threw. Methods that JDBC adds later are
 * found by reflection.
 */
@DisplayName("every method reaches the vendor")
class PassThroughTest {

    private static final RecordingDriver driver = new RecordingDriver();

    @BeforeAll
    static void register() throws SQLException {
        DriverManager.registerDriver(driver);
    }

    @AfterAll
    static void deregister() throws SQLException {
        DriverManager.deregisterDriver(driver);
    }

    @FunctionalInterface
    private interface Opener {
        Object open(Connection connection) throws SQLException;
    }

    private static final Map<Class<?>, Opener> OBJECTS = Map.of(
            Connection.class, connection -> connection,
            Statement.class, Connection::createStatement,
            PreparedStatement.class, connection -> connection.prepareStatement("sql"),
            CallableStatement.class, connection -> connection.prepareCall("sql"),
            ResultSet.class, connection -> connection.createStatement().executeQuery("sql"),
            DatabaseMetaData.class, Connection::getMetaData,
            Array.class, connection -> connection.createArrayOf("type", new Object[0]));

    @ParameterizedTest
    @ValueSource(
            classes = {
                Connection.class,
                Statement.class,
                PreparedStatement.class,
                CallableStatement.class,
                ResultSet.class,
                DatabaseMetaData.class,
                Array.class
            })
    void withItsArguments(Class<?> type) throws Exception {
        List<String> missing = new ArrayList<>();
        for (Method method : methods(type)) {
            try (Connection connection = open()) {
                Object wrapper = OBJECTS.get(type).open(connection);
                assertThat(Proxy.isProxyClass(wrapper.getClass())).isFalse();
                Object[] arguments = arguments(method);
                driver.calls.clear();
                Object result = method.invoke(wrapper, arguments);
                boolean arrived = driver.calls.stream()
                        .anyMatch(call -> call.is(method) && sameArguments(method, call, arguments));
                if (!arrived) {
                    missing.add(method + " gave " + result);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Connection.class,
                Statement.class,
                PreparedStatement.class,
                CallableStatement.class,
                ResultSet.class,
                DatabaseMetaData.class,
                Array.class
            })
    void andItsExceptionComesBack(Class<?> type) throws Exception {
        List<String> changed = new ArrayList<>();
        int thrown = 0;
        for (Method method : methods(type)) {
            boolean clientInfo = Arrays.asList(method.getExceptionTypes()).contains(SQLClientInfoException.class);
            if (method.getExceptionTypes().length == 0) {
                continue;
            }
            SQLException failure = clientInfo ? new SQLClientInfoException() : new SQLException("vendor", "58030", 42);
            Connection connection = open();
            Object wrapper = OBJECTS.get(type).open(connection);
            driver.fail(method, failure);
            try {
                method.invoke(wrapper, arguments(method));
                changed.add(method + " threw nothing");
            } catch (InvocationTargetException e) {
                thrown++;
                if (e.getCause() != failure || failure.getSuppressed().length > 0) {
                    changed.add(method + " threw " + e.getCause());
                }
            } finally {
                driver.fail(null, null);
                connection.close();
            }
        }
        assertThat(changed).isEmpty();
        assertThat(thrown).isPositive();
    }

    /** A vendor knows its own arrays only, also where they are part of something else. */
    @Test
    void arraysWithinArgumentsAreTheVendorsOwn() throws SQLException {
        try (Connection connection = open()) {
            Array array = connection.createArrayOf("type", new Object[0]);
            Object[] values = {7, array};
            driver.calls.clear();
            connection.createStruct("type", values);
            connection.createArrayOf("type", values);
            assertThat(values).as("the caller's own").containsExactly(7, array);
            assertThat(driver.calls).hasSize(2);
            for (Call call : driver.calls) {
                Object[] arrived = (Object[]) call.arguments()[1];
                assertThat(arrived[0]).isEqualTo(7);
                assertThat(Proxy.isProxyClass(arrived[1].getClass()))
                        .as("the recording vendor's")
                        .isTrue();
            }
        }
    }

    private static Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:djdbc:recording:x?SEMANTICS=native");
    }

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    private @Nullable Object[] arguments(Method method) {
        Connection values = driver.connect("jdbc:recording:values", new java.util.Properties());
        Class<?>[] types = method.getParameterTypes();
        @Nullable Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            // not a JDBC interface that the wrapper itself answers for
            arguments[i] = types[i] == Class.class ? String.class : Samples.of(types[i], 0, values);
        }
        return arguments;
    }

    /** Primitives arrive equal, objects as the very same. */
    private static boolean sameArguments(Method method, Call call, @Nullable Object[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            boolean same = method.getParameterTypes()[i].isPrimitive()
                    ? arguments[i].equals(call.arguments()[i])
                    : arguments[i] == call.arguments()[i];
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
