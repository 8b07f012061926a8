package io.djdbc.driver.wrapper.made;

import java.lang.invoke.MethodHandles;

/** Defines wrapper classes in this package, in which the build puts those that it makes. */
public final class MadeWrappers {

    private MadeWrappers() {}

    /** Defines a class of this package in our class loader. */
    public static Class<?> define(byte[] classFile) {
        try {
            return MethodHandles.lookup().defineClass(classFile);
        } catch (IllegalAccessException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
