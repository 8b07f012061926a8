package io.djdbc.driver.wrapper;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The wrapper classes that the build makes for the vendors' drivers, Oracle's among them, which has no server here. */
class MadeWrappersTest {

    record VendorClass(WrapperKind kind, Class<?> type) {
        @Override
        public String toString() {
            return type.getName();
        }
    }

    static Stream<VendorClass> vendorClasses() throws ClassNotFoundException {
        List<VendorClass> all = new ArrayList<>();
        for (String line : BuildTimeWrappers.VENDOR_CLASSES) {
            String[] words = line.split(" ");
            Class<?> type = Class.forName(words[1], false, MadeWrappersTest.class.getClassLoader());
            WrapperKind kind = WrapperKind.valueOf(words[0]);
            all.add(new VendorClass(kind, type));
            if (kind == WrapperKind.PREPARED_STATEMENT) {
                all.add(new VendorClass(WrapperKind.TRANSFORMING_STATEMENT, type));
            }
        }
        return all.stream();
    }

    private static JdbcWrapper prototype(VendorClass vendor) {
        return WrapperClasses.of(true).prototype(vendor.kind(), vendor.type());
    }

    @ParameterizedTest
    @MethodSource("vendorClasses")
    @DisplayName("is used on this JDK, and nothing is made at run time")
    void isUsed(VendorClass vendor) {
        String name = vendor.kind().className(VendorInterfaces.of(vendor.kind(), vendor.type()));
        assertThat(prototype(vendor).getClass().getName()).isEqualTo(name);
    }

    @ParameterizedTest
    @MethodSource("vendorClasses")
    @DisplayName("has the fingerprint of java.sql as it is on this JDK")
    void knowsThisJdk(VendorClass vendor) {
        List<Class<?>> interfaces = VendorInterfaces.of(vendor.kind(), vendor.type());
        assertThat(prototype(vendor).standardFingerprint())
                .as("if this fails on a new JDK, lower WrapperClasses.NEWEST_KNOWN_JDK below it")
                .isEqualTo(VendorInterfaces.fingerprint(interfaces, true));
    }

    @ParameterizedTest
    @MethodSource("vendorClasses")
    @DisplayName("carries every public interface of the vendor's class")
    void carriesInterfaces(VendorClass vendor) {
        List<Class<?>> publicInterfaces = new ArrayList<>();
        for (Class<?> type = vendor.type(); type != null; type = type.getSuperclass()) {
            for (Class<?> candidate : type.getInterfaces()) {
                if (Modifier.isPublic(candidate.getModifiers())) {
                    publicInterfaces.add(candidate);
                }
            }
        }
        assertThat(publicInterfaces)
                .isNotEmpty()
                .allSatisfy(expected -> assertThat(prototype(vendor)).isInstanceOf(expected));
    }

    @ParameterizedTest
    @MethodSource("vendorClasses")
    @DisplayName("has a body of its own for each method of each interface, defaults included")
    void leavesNothingOut(VendorClass vendor) throws NoSuchMethodException {
        Class<?> wrapper = prototype(vendor).getClass();
        List<String> left = new ArrayList<>();
        for (Class<?> type : VendorInterfaces.of(vendor.kind(), vendor.type())) {
            for (Method method : type.getMethods()) {
                if (Modifier.isStatic(method.getModifiers())) {
                    continue;
                }
                Method found = wrapper.getMethod(method.getName(), method.getParameterTypes());
                if (found.getDeclaringClass().isInterface() || Modifier.isAbstract(found.getModifiers())) {
                    left.add(method.toString());
                }
            }
        }
        assertThat(left).isEmpty();
    }
}
