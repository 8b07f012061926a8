package io.djdbc.query.queryset;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL of the user's own. */
record RawQuery(String sql, List<@Nullable Object> parameters) {

    RawQuery {
        parameters = Collections.unmodifiableList(parameters);
    }
}
