package io.djdbc.query.row;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an instance has at hand beside its attributes. */
final class Cached {

    final Map<String, @Nullable Object> annotations = new HashMap<>(4);
    final Map<String, Optional<Object>> related = new HashMap<>(4);
    final Map<String, List<?>> prefetched = new HashMap<>(4);
}
