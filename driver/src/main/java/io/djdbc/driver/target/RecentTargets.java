package io.djdbc.driver.target;

import java.lang.ref.WeakReference;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The targets that one URL led to lately, by the properties that came with it. Safe for use by several threads. */
final class RecentTargets {
    private static final int MOST = 8;

    private volatile Entry[] entries = new Entry[0];

    @Nullable
    Target find(Properties info) {
        Properties system = System.getProperties();
        for (Entry entry : entries) {
            if (entry.matches(info, system)) {
                return entry.target;
            }
        }
        return null;
    }

    void add(Properties info, Target target) {
        Entry[] old = entries;
        Entry[] with = new Entry[Math.min(old.length + 1, MOST)];
        with[0] = new Entry(info, target);
        System.arraycopy(old, 0, with, 1, with.length - 1);
        entries = with;
    }

    private static final class Entry {
        private final WeakReference<Properties> info;
        private final int ownCount;
        private final String[] names;
        private final @Nullable String[] values;
        private final boolean hadDefaults;
        private final SystemDefaults defaults;

        /** The context class loader, where it is that which led to the vendor's driver. */
        private final @Nullable WeakReference<ClassLoader> application;

        final Target target;

        Entry(Properties info, Target target) {
            Set<String> all = info.stringPropertyNames();
            this.info = new WeakReference<>(info);
            this.ownCount = info.size();
            this.names = all.toArray(new String[0]);
            this.values = new String[names.length];
            for (int i = 0; i < names.length; i++) {
                values[i] = info.getProperty(names[i]);
            }
            this.hadDefaults = names.length != ownCount;
            this.defaults = SystemDefaults.now();
            this.application = target.isForeign()
                    ? new WeakReference<>(Thread.currentThread().getContextClassLoader())
                    : null;
            this.target = target;
        }

        boolean matches(Properties other, Properties system) {
            if (hadDefaults || other.size() != ownCount || !defaults.hold(system) || !isOfThisApplication()) {
                return false;
            }
            for (int i = 0; i < names.length; i++) {
                String value = other.getProperty(names[i]);
                if (value == null || !value.equals(values[i])) {
                    return false;
                }
            }
            // the same object has no defaults now if it had none then; another one may hide some
            return other == info.get() || other.stringPropertyNames().size() == names.length;
        }

        /** A driver that djdbc itself sees is everybody's. */
        private boolean isOfThisApplication() {
            if (application == null) {
                return true;
            }
            ClassLoader context = Thread.currentThread().getContextClassLoader();
            return context != null && application.get() == context;
        }
    }
}
