package io.djdbc.query.sql;

import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.DatabaseError;
import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.expression.Fragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** UNION, INTERSECT, EXCEPT. */
final class Combinator {

    private final SelectCompiler compiler;
    private final Query query;

    Combinator(SelectCompiler compiler) {
        this.compiler = compiler;
        this.query = compiler.query();
    }

    Fragment sql() {
        QuerySyntax syntax = compiler.syntax();
        String operator = Objects.requireNonNull(query.combinator);
        if (!syntax.supportsSliceInCompound()) {
            query.combined.forEach(Combinator::refuseSliceAndOrder);
        }
        List<Fragment> parts = new ArrayList<>();
        Query leftOut = null;
        for (Query part : query.combined) {
            try {
                parts.add(part(syntax, part, compiler.elidesEmpty()));
            } catch (EmptyResultSetException empty) {
                if (!operator.equals("union") && (!operator.equals("difference") || parts.isEmpty())) {
                    throw empty;
                }
                leftOut = part;
            }
        }
        if (parts.isEmpty()) {
            throw EmptyResultSetException.INSTANCE;
        }
        if (parts.size() == 1 && operator.equals("union") && query.isSliced() && leftOut != null) {
            // one part alone could have a limit of its own, and a second one cannot follow
            parts.add(part(syntax, leftOut, false));
        }
        boolean braces = !query.subquery && syntax.supportsSliceInCompound();
        List<Fragment> braced =
                parts.stream().map(part -> braces ? part.wrap("(", ")") : part).toList();
        String all = query.combinatorAll && operator.equals("union") ? " ALL" : "";
        return Fragment.join(" " + syntax.setOperator(operator) + all + " ", braced);
    }

    private static void refuseSliceAndOrder(Query part) {
        if (part.isSliced()) {
            throw new DatabaseError("LIMIT/OFFSET not allowed in subqueries of compound statements.");
        }
        boolean ordered = !part.order.by().isEmpty()
                || part.order.modelsOwn() && !part.model().ordering().isEmpty();
        if (ordered) {
            throw new DatabaseError("ORDER BY not allowed in subqueries of compound statements.");
        }
    }

    private Fragment part(QuerySyntax syntax, Query part, boolean elideEmpty) {
        Query own = part.copy();
        if (own.valuesSelect.isEmpty() && !query.valuesSelect.isEmpty()) {
            List<String> names = new ArrayList<>(query.valuesSelect);
            names.addAll(query.annotationSelect().keySet());
            own.setValues(names);
        }
        SelectCompiler partCompiler = new SelectCompiler(own, compiler.compiler(), elideEmpty);
        return wrapped(syntax, own, partCompiler.sql(true, true));
    }

    private Fragment wrapped(QuerySyntax syntax, Query part, Fragment sql) {
        if (part.combinator != null) {
            if (!syntax.supportsParenthesesInCompound()) {
                return sql.wrap("SELECT * FROM (", ")");
            }
            return query.subquery || !syntax.supportsSliceInCompound() ? sql.wrap("(", ")") : sql;
        }
        return query.subquery && syntax.supportsSliceInCompound() ? sql.wrap("(", ")") : sql;
    }
}
