package io.djdbc.driver.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The {@code djdbc.…} system properties as they were when a URL was taken apart, to see whether they still hold. There
 * are mostly none, and then one number is compared for each connection: a setting that is added in the very moment in
 * which another system property goes is seen only when the URL or its Properties are new.
 */
final class SystemDefaults {
    private static final String PREFIX = "djdbc.";

    private final int countOfAll;
    private final String[] names;
    private final @Nullable String[] values;

    private SystemDefaults(Properties now) {
        countOfAll = now.size();
        List<String> ours = new ArrayList<>();
        for (String name : now.stringPropertyNames()) {
            if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
                ours.add(name);
            }
        }
        names = ours.toArray(new String[0]);
        values = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            values[i] = now.getProperty(names[i]);
        }
    }

    static SystemDefaults now() {
        return new SystemDefaults(System.getProperties());
    }

    /** @param now the system properties; asked for once by the caller, who may have several of these */
    boolean hold(Properties now) {
        if (now.size() != countOfAll) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            String value = now.getProperty(names[i]);
            if (value == null || !value.equals(values[i])) {
                return false;
            }
        }
        return true;
    }
}
