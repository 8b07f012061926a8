package io.djdbc.query.sql;

import io.djdbc.query.expression.Expression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query of one row of aggregates.
 *
 * @param query the query; of aggregates over a subquery only a holder of aliases
 * @param inner the subquery; null if there is none
 * @param aggregates by name, in order
 */
public record AggregateQuery(Query query, @Nullable Query inner, Map<String, Expression> aggregates) {

    public AggregateQuery {
        aggregates = Collections.unmodifiableMap(new LinkedHashMap<>(aggregates));
    }

    /** Whether the row is known without asking the database if no row can match. */
    public boolean isKnownOfNothing() {
        return aggregates.values().stream().allMatch(Expression::hasEmptyValue);
    }

    /** The row if no row can match. */
    public Map<String, @Nullable Object> rowOfNothing() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        aggregates.forEach((name, aggregate) -> row.put(name, aggregate.valueOfNothing()));
        return row;
    }
}
