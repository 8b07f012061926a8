package io.djdbc.query.sql;

import io.djdbc.query.expression.Col;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Ref;
import io.djdbc.query.expression.Subquery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The columns in expressions. */
final class Columns {

    private Columns() {}

    /**
     * All of them, in order.
     *
     * @param external also the columns of outer queries in subqueries
     * @param behindReferences also what references stand for
     */
    static List<Col> in(Collection<? extends Expression> expressions, boolean external, boolean behindReferences) {
        List<Col> columns = new ArrayList<>();
        for (Expression expression : expressions) {
            add(columns, expression, external, behindReferences);
        }
        return columns;
    }

    private static void add(List<Col> columns, Expression expression, boolean external, boolean behindReferences) {
        if (expression instanceof Col column) {
            columns.add(column);
        } else if (external && expression instanceof Subquery subquery) {
            columns.addAll(subquery.query().externalColumns());
        } else if (external && expression instanceof Query query) {
            columns.addAll(query.externalColumns());
        } else if (behindReferences || !(expression instanceof Ref)) {
            for (Expression source : expression.sources()) {
                add(columns, source, external, behindReferences);
            }
        }
    }
}
