package io.djdbc.query.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which related objects are read in the same statement. Immutable. */
final class RelatedSelect {

    static final RelatedSelect NONE = new RelatedSelect(false, Map.of());
    static final RelatedSelect ALL = new RelatedSelect(true, Map.of());

    private final boolean all;
    private final Map<String, RelatedSelect> named;

    private RelatedSelect(boolean all, Map<String, RelatedSelect> named) {
        this.all = all;
        this.named = named;
    }

    RelatedSelect with(List<String> paths) {
        RelatedSelect result = all ? NONE : this;
        for (String path : paths) {
            result = result.with(PathResolver.split(path), 0);
        }
        return result;
    }

    private RelatedSelect with(List<String> names, int position) {
        if (position == names.size()) {
            return this;
        }
        Map<String, RelatedSelect> more = new LinkedHashMap<>(named);
        RelatedSelect next = more.getOrDefault(names.get(position), NONE);
        more.put(names.get(position), next.with(names, position + 1));
        return new RelatedSelect(false, more);
    }

    boolean isNone() {
        return !all && named.isEmpty();
    }

    /** Whether it names relations, instead of all. */
    boolean isRestricted() {
        return !all;
    }

    Set<String> names() {
        return named.keySet();
    }

    @Nullable
    RelatedSelect get(String name) {
        return named.get(name);
    }
}
