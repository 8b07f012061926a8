package io.djdbc.query.lookup;

import io.djdbc.query.expression.ValueType;
import io.djdbc.query.model.Attribute;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.sql.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries on the right-hand side of a lookup: what they select. */
final class Subqueries {

    private Subqueries() {}

    static Query forExact(Query query) {
        if (!query.hasLimitOne()) {
            throw new IllegalArgumentException(
                    "The QuerySet value for an exact lookup must be limited to one result using slicing.");
        }
        return oneColumn(query);
    }

    /** The primary key, unless something was selected. */
    static Query oneColumn(Query query) {
        if (query.hasSelectFields()) {
            return query;
        }
        Query copy = query.copy();
        copy.clearSelectClause();
        copy.addFields(List.of("pk"), true);
        return copy;
    }

    static Query forIn(Query query, @Nullable ValueType left) {
        Query copy = query.copy();
        copy.clearOrdering(false, true);
        if (copy.hasSelectFields()) {
            int selected = copy.selectedCount();
            if (selected != 1) {
                throw new IllegalArgumentException(
                        "The QuerySet value for the 'in' lookup must have 1 selected fields (received " + selected
                                + ")");
            }
            return copy;
        }
        String column = column(query, left);
        if (!column.equals("pk")) {
            copy.setValues(List.of(column));
            return copy;
        }
        copy.clearSelectClause();
        copy.addFields(List.of(column), true);
        return copy;
    }

    /** The field that the relation compares. */
    private static String column(Query query, @Nullable ValueType left) {
        Attribute relation = left == null ? null : left.relation();
        if (!(relation instanceof ForeignKey key) || key.targetField().isPrimaryKey()) {
            return "pk";
        }
        Field target = key.targetField();
        boolean ownKey = key.isPrimaryKey() && key.model() == query.model();
        return ownKey ? key.name() : target.name();
    }
}
