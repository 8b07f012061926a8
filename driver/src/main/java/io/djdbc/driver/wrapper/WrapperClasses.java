package io.djdbc.driver.wrapper;

import io.djdbc.driver.wrapper.made.MadeWrappers;
import java.lang.ref.Reference;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Finds the wrapper class for a vendor's class: one made at build time if it still fits, else one made now, once for
 * each of the vendor's classes. Safe for use by several threads.
 *
 * <p>Holds no class loader but ours: vendor's classes are weak keys, and a wrapper class that lives outside our loader
 * is held weakly too.
 */
final class WrapperClasses {
    /** The newest JDK whose java.sql is known (a test sees to it) to have the methods of the one we are built on. */
    static final int NEWEST_KNOWN_JDK = 25;

    private static final WrapperClasses WITH_VENDOR_INTERFACES = new WrapperClasses(true);
    private static final WrapperClasses PLAIN = new WrapperClasses(false);

    private final boolean vendorInterfaces;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Class<?>, @Nullable Reference<JdbcWrapper>[]> prototypes = new WeakHashMap<>();
    private int madeAtRunTime;

    private WrapperClasses(boolean vendorInterfaces) {
        this.vendorInterfaces = vendorInterfaces;
    }

    static WrapperClasses of(boolean vendorInterfaces) {
        return vendorInterfaces && !isNativeImage() ? WITH_VENDOR_INTERFACES : PLAIN;
    }

    private static boolean isNativeImage() {
        return System.getProperty("org.graalvm.nativeimage.imagecode") != null;
    }

    /** An object of the wrapper class, to make others from. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    JdbcWrapper prototype(WrapperKind kind, Class<?> vendorClass) {
        lock.lock();
        try {
            @Nullable Reference<JdbcWrapper>[] ofClass = prototypes.get(vendorClass);
            if (ofClass == null) {
                ofClass = new Reference[WrapperKind.values().length];
                prototypes.put(vendorClass, ofClass);
            }
            Reference<JdbcWrapper> reference = ofClass[kind.ordinal()];
            JdbcWrapper known = reference == null ? null : reference.get();
            if (known == null) {
                known = find(kind, vendorClass);
                boolean ours = known.getClass().getClassLoader() == JdbcWrapper.class.getClassLoader();
                ofClass[kind.ordinal()] = ours ? new SoftReference<>(known) : new WeakReference<>(known);
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private JdbcWrapper find(WrapperKind kind, Class<?> vendorClass) {
        List<Class<?>> interfaces =
                vendorInterfaces ? VendorInterfaces.of(kind, vendorClass) : List.of(kind.jdbcInterface());
        JdbcWrapper made = madeAtBuildTime(kind, interfaces);
        return made != null ? made : makeNow(kind, interfaces, vendorClass);
    }

    private static @Nullable JdbcWrapper madeAtBuildTime(WrapperKind kind, List<Class<?>> interfaces) {
        JdbcWrapper made;
        try {
            Class<?> found = Class.forName(kind.className(interfaces), true, JdbcWrapper.class.getClassLoader());
            if (!hasInterfaces(found, interfaces)) {
                return null;
            }
            made = newPrototype(kind, found);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
        return isUnchanged(made, interfaces) ? made : null;
    }

    private static boolean hasInterfaces(Class<?> found, List<Class<?>> interfaces) {
        Class<?>[] its = found.getInterfaces();
        if (its.length != interfaces.size()) {
            return false;
        }
        for (int i = 0; i < its.length; i++) {
            if (its[i] != interfaces.get(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUnchanged(JdbcWrapper made, List<Class<?>> interfaces) {
        return made.vendorFingerprint() == VendorInterfaces.fingerprint(interfaces, false)
                && (Runtime.version().feature() <= NEWEST_KNOWN_JDK
                        || made.standardFingerprint() == VendorInterfaces.fingerprint(interfaces, true));
    }

    private JdbcWrapper makeNow(WrapperKind kind, List<Class<?>> interfaces, Class<?> vendorClass) {
        String name = kind.className(interfaces) + "_" + madeAtRunTime++ + (vendorInterfaces ? "v" : "p");
        byte[] classFile = WrapperClassWriter.write(kind, interfaces, name);
        ClassLoader ours = JdbcWrapper.class.getClassLoader();
        Class<?> defined = VendorInterfaces.areVisible(interfaces, ours)
                ? MadeWrappers.define(classFile)
                : ForeignLoader.define(name, classFile, vendorClass.getClassLoader());
        return newPrototype(kind, defined);
    }

    private static JdbcWrapper newPrototype(WrapperKind kind, Class<?> wrapperClass) {
        JdbcWrapper ready = JdbcWrapper.prototype(wrapperClass);
        if (ready != null) {
            return ready;
        }
        try {
            Constructor<?> constructor = wrapperClass.getConstructor(kind.constructorParameters());
            return kind.base().cast(constructor.newInstance(new Object[kind.constructorParameters().length]));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("wrapper class " + wrapperClass.getName() + " cannot be used", e);
        }
    }
}
