package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
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
            loader = ClassLoader.getSystemClassLoader();
        }
        List<Dialect> known = known(loader);
        if (known == null) {
            // outside of the lock: a provider's initialiser may open connections
            known = search(loader);
            synchronized (BY_LOADER) {
                BY_LOADER.put(loader, new WeakReference<>(known));
            }
        }
        return known;
    }

    private static @Nullable List<Dialect> known(ClassLoader loader) {
        synchronized (BY_LOADER) {
            WeakReference<List<Dialect>> reference = BY_LOADER.get(loader);
            return reference == null ? null : reference.get();
        }
    }

    /**
     * Whether to ask ServiceLoader at all, which costs more than looking for its files. Only if we are in a named
     * module can modules without such a file provide dialects.
     */
    private static boolean mayHaveAny(ClassLoader loader) {
        if (Dialect.class.getModule().isNamed()) {
            return true;
        }
        try {
            return loader.getResources("META-INF/services/io.djdbc.dialect.Dialect")
                    .hasMoreElements();
        } catch (IOException e) {
            return true;
        }
    }

    private static List<Dialect> search(ClassLoader loader) {
        if (!mayHaveAny(loader)) {
            return NONE;
        }
        List<Dialect> found = new ArrayList<>();
        Iterator<Dialect> dialects = ServiceLoader.load(Dialect.class, loader).iterator();
        while (true) {
            try {
                if (!dialects.hasNext()) {
                    return found.isEmpty() ? NONE : found;
                }
                found.add(dialects.next());
            } catch (ServiceConfigurationError e) {
                // one broken provider, or one made for another copy of djdbc, must not stop all connections
                System.getLogger(InstalledDialects.class.getName())
                        .log(System.Logger.Level.WARNING, "A dialect cannot be loaded and is left out", e);
            }
        }
    }
}
