package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The dialects of third parties, by {@link ServiceLoader}: those that the thread's context class loader sees. Each
 * loader is searched once, when a URL is first parsed under it. A loader is never kept from being collected: its dialects are
 * held weakly, and searched for again should they have gone.
 */
final class InstalledDialects {

    private static final List<Dialect> NONE = List.of();

    /** Guarded by itself. {@link #NONE} is reachable anyway, so that a loader without dialects is never searched twice. */
    private static final Map<ClassLoader, WeakReference<List<Dialect>>> BY_LOADER = new WeakHashMap<>();

    private InstalledDialects() {}

    static List<Dialect> visible() {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        if (loader == null) {
            loader = InstalledDialects.class.getClassLoader();
        }
        if (loader == null) {
            loader = ClassLoader.getSystemClassLoader();
        }
        synchronized (BY_LOADER) {
            List<Dialect> known = get(loader);
            if (known == null) {
                known = search(loader);
                BY_LOADER.put(loader, new WeakReference<>(known));
            }
            return known;
        }
    }

    private static @Nullable List<Dialect> get(ClassLoader loader) {
        WeakReference<List<Dialect>> reference = BY_LOADER.get(loader);
        return reference == null ? null : reference.get();
    }

    private static List<Dialect> search(ClassLoader loader) {
        List<Dialect> found = new ArrayList<>();
        for (Dialect dialect : ServiceLoader.load(Dialect.class, loader)) {
            found.add(dialect);
        }
        return found.isEmpty() ? NONE : found;
    }
}
