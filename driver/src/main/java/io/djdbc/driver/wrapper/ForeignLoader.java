package io.djdbc.driver.wrapper;

import net.bytebuddy.dynamic.loading.ByteArrayClassLoader;
import net.bytebuddy.dynamic.loading.MultipleParentClassLoader;
import org.jspecify.annotations.Nullable;

/** Class loaders for the wrappers of a vendor's driver that our own class loader does not see. */
final class ForeignLoader {

    private ForeignLoader() {}

    /** Defines the class where both its base class and the vendor's interfaces are seen. */
    static Class<?> define(String name, byte[] classFile, @Nullable ClassLoader vendors) {
        ClassLoader both = new MultipleParentClassLoader.Builder(false)
                .append(vendors == null ? ClassLoader.getPlatformClassLoader() : vendors)
                .append(JdbcWrapper.class)
                .build();
        try {
            return new ByteArrayClassLoader(both, java.util.Map.of(name, classFile)).loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }
}
