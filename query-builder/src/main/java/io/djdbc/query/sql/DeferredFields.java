package io.djdbc.query.sql;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which columns are left out until they are asked for.
 *
 * @param names paths
 * @param defer whether these are left out, or all others
 */
record DeferredFields(Set<String> names, boolean defer) {

    static final DeferredFields NONE = new DeferredFields(Set.of(), true);

    DeferredFields defer(Collection<String> paths) {
        Set<String> result = new LinkedHashSet<>(names);
        if (defer) {
            result.addAll(paths);
            return new DeferredFields(result, true);
        }
        result.removeAll(Set.copyOf(paths));
        if (!result.isEmpty()) {
            return new DeferredFields(result, false);
        }
        Set<String> others = new LinkedHashSet<>(paths);
        others.removeAll(names);
        return new DeferredFields(others, true);
    }

    DeferredFields only(Collection<String> paths, String key) {
        Set<String> wanted = new LinkedHashSet<>(paths);
        if (wanted.remove("pk")) {
            wanted.add(key);
        }
        if (defer) {
            wanted.removeAll(names);
        }
        return new DeferredFields(wanted, false);
    }
}
