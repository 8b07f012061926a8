package io.djdbc.driver.wrapper;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;

/** The interfaces that a wrapper has to implement so that the application can use it like the vendor's own object. */
final class VendorInterfaces {

    private VendorInterfaces() {}

    /**
     * All public interfaces of the vendor's class, without those that another one brings along; sorted by name. The
     * kind's own JDBC interface is always covered.
     */
    static List<Class<?>> of(WrapperKind kind, Class<?> vendorClass) {
        List<Class<?>> found = new ArrayList<>();
        found.add(kind.jdbcInterface());
        for (Class<?> type = vendorClass; type != null; type = type.getSuperclass()) {
            for (Class<?> candidate : type.getInterfaces()) {
                collect(candidate, found);
            }
        }
        List<Class<?>> needed = new ArrayList<>();
        for (Class<?> candidate : found) {
            if (!isImplied(candidate, found)) {
                insert(candidate, needed);
            }
        }
        return needed;
    }

    private static void collect(Class<?> candidate, List<Class<?>> found) {
        if (found.contains(candidate)) {
            return;
        }
        if (Modifier.isPublic(candidate.getModifiers())
                && !candidate.isSealed()
                && candidate.getModule().isExported(candidate.getPackageName())) {
            found.add(candidate);
        } else {
            for (Class<?> parent : candidate.getInterfaces()) {
                collect(parent, found);
            }
        }
    }

    private static boolean isImplied(Class<?> candidate, List<Class<?>> found) {
        for (Class<?> other : found) {
            if (other != candidate && candidate.isAssignableFrom(other)) {
                return true;
            }
        }
        return false;
    }

    private static void insert(Class<?> candidate, List<Class<?>> sorted) {
        int at = 0;
        while (at < sorted.size() && sorted.get(at).getName().compareTo(candidate.getName()) < 0) {
            at++;
        }
        sorted.add(at, candidate);
    }

    /** Whether a class loader sees exactly these interfaces. */
    static boolean areVisible(List<Class<?>> interfaces, ClassLoader loader) {
        for (Class<?> type : interfaces) {
            try {
                if (Class.forName(type.getName(), false, loader) != type) {
                    return false;
                }
            } catch (ClassNotFoundException | LinkageError e) {
                return false;
            }
        }
        return true;
    }

    /**
     * A number that changes when an interface gets, loses or changes a method: the sum of a hash of each, so that
     * their order does not matter.
     *
     * @param standard whether the JDK's interfaces count (the vendor's are left out then), or the vendor's
     */
    static long fingerprint(List<Class<?>> interfaces, boolean standard) {
        long sum = 0;
        List<Class<?>> seen = new ArrayList<>();
        for (Class<?> type : interfaces) {
            sum += fingerprint(type, standard, seen);
        }
        return sum;
    }

    private static long fingerprint(Class<?> type, boolean standard, List<Class<?>> seen) {
        if (seen.contains(type)) {
            return 0;
        }
        seen.add(type);
        long sum = 0;
        if (isStandard(type) == standard) {
            for (Method method : type.getDeclaredMethods()) {
                if (isToBeImplemented(method)) {
                    sum += hash(method);
                }
            }
        }
        for (Class<?> parent : type.getInterfaces()) {
            sum += fingerprint(parent, standard, seen);
        }
        return sum;
    }

    private static long hash(Method method) {
        long hash = method.getName().hashCode();
        for (Class<?> parameter : method.getParameterTypes()) {
            hash = hash * 31 + parameter.getName().hashCode();
        }
        hash = hash * 31 + method.getReturnType().getName().hashCode();
        return hash * 0x9E3779B97F4A7C15L;
    }

    static boolean isToBeImplemented(Method method) {
        return !Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers());
    }

    private static boolean isStandard(Class<?> type) {
        return type.getName().startsWith("java");
    }
}
