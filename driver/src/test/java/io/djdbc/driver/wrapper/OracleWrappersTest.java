package io.djdbc.driver.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * No Oracle server is to be had on a bare machine: the wrappers of all classes of its driver that an application could
 * get are made nonetheless, and looked at. Those that {@link BuildTimeWrappers} knows are a few of them.
 */
@DisplayName("a wrapper of any class of Oracle's driver")
class OracleWrappersTest {

    private static final Map<Class<?>, List<Class<?>>> CLASSES = classes();

    private static Map<Class<?>, List<Class<?>>> classes() {
        Map<Class<?>, List<Class<?>>> found = new HashMap<>();
        try (JarFile jar = new JarFile(Path.of(oracle.jdbc.OracleDriver.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toFile())) {
            for (JarEntry entry : jar.stream().toList()) {
                if (!entry.getName().matches("oracle/(jdbc|sql)/.*\\.class")) {
                    continue;
                }
                Class<?> type = load(entry.getName().replace('/', '.').replaceFirst("\\.class$", ""));
                Class<?> kind = type == null ? null : kind(type);
                if (kind != null) {
                    found.computeIfAbsent(kind, k -> new ArrayList<>()).add(type);
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** Null for classes that need libraries which are not there, and which can therefore never be had. */
    private static Class<?> load(String name) {
        try {
            Class<?> type = Class.forName(name, false, OracleWrappersTest.class.getClassLoader());
            type.getMethods();
            return type;
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** As the driver decides it: the most special of JDBC's interfaces that the object is. */
    private static Class<?> kind(Class<?> type) {
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
            return null;
        }
        Class<?> closest = null;
        for (WrapperKind kind : WrapperKind.values()) {
            boolean closer = closest == null || closest.isAssignableFrom(kind.jdbcInterface());
            if (kind.jdbcInterface().isAssignableFrom(type) && closer) {
                closest = kind.jdbcInterface();
            }
        }
        return closest;
    }

    @ParameterizedTest
    @EnumSource(WrapperKind.class)
    @DisplayName("carries every public interface, with a body for each of its methods")
    void isComplete(WrapperKind kind) throws NoSuchMethodException {
        assertThat(CLASSES.get(kind.jdbcInterface())).isNotEmpty();
        for (Class<?> vendor : CLASSES.get(kind.jdbcInterface())) {
            Class<?> wrapper = WrapperClasses.of(true).prototype(kind, vendor).getClass();
            assertThat(publicInterfaces(vendor))
                    .as(vendor.getName())
                    .isNotEmpty()
                    .allSatisfy(type -> assertThat(type).isAssignableFrom(wrapper));
            for (Class<?> type : publicInterfaces(vendor)) {
                for (Method method : type.getMethods()) {
                    if (!Modifier.isStatic(method.getModifiers())) {
                        Method found = wrapper.getMethod(method.getName(), method.getParameterTypes());
                        assertThat(found.getDeclaringClass())
                                .as("%s of %s", method, vendor)
                                .matches(c -> !c.isInterface());
                        assertThat(Modifier.isAbstract(found.getModifiers()))
                                .as("%s", method)
                                .isFalse();
                    }
                }
            }
        }
    }

    private static List<Class<?>> publicInterfaces(Class<?> vendor) {
        List<Class<?>> interfaces = new ArrayList<>();
        for (Class<?> type = vendor; type != null; type = type.getSuperclass()) {
            for (Class<?> candidate : type.getInterfaces()) {
                if (Modifier.isPublic(candidate.getModifiers())) {
                    interfaces.add(candidate);
                }
            }
        }
        return interfaces;
    }
}
