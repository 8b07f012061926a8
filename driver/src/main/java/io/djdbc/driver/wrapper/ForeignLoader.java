package io.djdbc.driver.wrapper;

import org.jspecify.annotations.Nullable;

/**
 * The class loader of one wrapper class for a vendor's driver that our own class loader does not see: it sees the
 * vendor's classes first, then ours.
 */
final class ForeignLoader extends ClassLoader {
    private final String name;
    private final byte[] classFile;

    private ForeignLoader(String name, byte[] classFile, ClassLoader vendors) {
        super(vendors);
        this.name = name;
        this.classFile = classFile;
    }

    /** Defines the class where both its base class and the vendor's interfaces are seen. */
    static Class<?> define(String name, byte[] classFile, @Nullable ClassLoader vendors) {
        try {
            return new ForeignLoader(name, classFile, vendors == null ? ClassLoader.getPlatformClassLoader() : vendors)
                    .loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }

    @Override
    protected Class<?> findClass(String wanted) throws ClassNotFoundException {
        return wanted.equals(name)
                ? defineClass(name, classFile, 0, classFile.length)
                : Class.forName(wanted, false, JdbcWrapper.class.getClassLoader());
    }
}
