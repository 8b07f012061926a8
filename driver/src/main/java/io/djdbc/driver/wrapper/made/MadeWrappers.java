package io.djdbc.driver.wrapper.made;

import java.lang.invoke.MethodHandles;
import java.util.List;

/** Names the wrapper classes of this package, and defines new ones. */
public final class MadeWrappers {

    private MadeWrappers() {}

    /** The name of the wrapper class of a kind for a set of interfaces; the same in each build and JVM. */
    public static String name(String kind, List<Class<?>> interfaces) {
        long hash = 0;
        for (Class<?> type : interfaces) {
            hash = hash * 0x9E3779B97F4A7C15L + type.getName().hashCode();
        }
        return "io.djdbc.driver.wrapper.made." + kind + "_" + Long.toHexString(hash);
    }

    /** Defines a class of this package in our class loader. */
    public static Class<?> define(byte[] classFile) {
        try {
            return MethodHandles.lookup().defineClass(classFile);
        } catch (IllegalAccessException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
