package io.djdbc.query.sql;

import io.djdbc.query.FullResultSetException;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.model.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An UPDATE of one table. */
final class UpdateCompiler {

    private UpdateCompiler() {}

    static CompiledStatement compile(SelectCompiler context, List<UpdateQuery.Assignment> assignments) {
        Query query = context.query();
        List<Fragment> columns = new ArrayList<>();
        for (UpdateQuery.Assignment assignment : assignments) {
            String column = context.quote(assignment.field().column());
            columns.add(value(context, assignment.field(), assignment.value()).wrap(column + " = ", ""));
        }
        Fragment sql = Fragment.join(", ", columns)
                .wrap("UPDATE " + context.quoteUnlessAlias(query.baseTable()) + " SET ", "");
        try {
            sql = query.where.isEmpty() ? sql : Fragment.fill("{0} WHERE {1}", sql, context.compile(query.where));
        } catch (FullResultSetException all) {
            // all rows
        }
        if (context.syntax().updatesInOrder() && !query.order.by().isEmpty()) {
            List<Fragment> order =
                    new Ordering(context).orderBy().stream().map(OrderItem::sql).toList();
            sql = Fragment.fill("{0} ORDER BY {1}", sql, Fragment.join(", ", order));
        }
        return Compiler.statement(sql);
    }

    private static Fragment value(SelectCompiler context, Field field, @Nullable Object value) {
        if (value instanceof Expression expression) {
            return context.compile(expression);
        }
        Fragment sql = SavedValues.sql(context.syntax(), field, value);
        return sql.parameters().get(0).value() == null ? Fragment.of("NULL") : sql;
    }
}
