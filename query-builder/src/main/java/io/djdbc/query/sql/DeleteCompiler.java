package io.djdbc.query.sql;

import io.djdbc.query.FullResultSetException;
import io.djdbc.query.Q;
import io.djdbc.query.expression.Col;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.RawSql;
import java.util.ArrayList;
import java.util.List;

/** A DELETE; over several tables by a subquery of keys, or as MySQL does it. */
final class DeleteCompiler {

    private DeleteCompiler() {}

    /** Changes the query. */
    static CompiledStatement compile(Query query, Compiler compiler) {
        Joining.initialAlias(query);
        long tables =
                query.references.values().stream().filter(count -> count > 0).count();
        if (tables > 1
                && compiler.syntax().deletesWithJoins()
                && query.where.split(false).having() == null) {
            return joined(query, compiler);
        }
        if (tables == 1 && (compiler.syntax().deleteCanSelectSelf() || !refersToItself(query))) {
            return plain(query, compiler);
        }
        Query keys = query.copy();
        keys.clearSelectClause();
        keys.select = List.of(Col.of(Joining.initialAlias(keys), query.model().primaryKey()));
        Query outer = new Query(query.model(), query.emptyStringsAreNulls());
        if (compiler.syntax().updateCanSelectSelf()) {
            outer.addQ(Q.of("pk__in", keys));
        } else {
            // MySQL lets a statement read the table that it changes only by way of a derived table
            Fragment sql = new SelectCompiler(keys, compiler, true).sql(true, false);
            outer.addQ(Q.of("pk__in", new RawSql(sql.wrap("SELECT * FROM (", ") subquery"), null)));
        }
        return plain(outer, compiler);
    }

    private static boolean refersToItself(Query query) {
        List<Expression> expressions = new ArrayList<>(query.annotations.values());
        expressions.addAll(query.where.children());
        return expressions.stream().anyMatch(expression -> refersTo(expression, query));
    }

    private static boolean refersTo(Expression expression, Query base) {
        if (expression instanceof Query query) {
            return query.model() == base.model();
        }
        return expression.sources().stream().anyMatch(source -> refersTo(source, base));
    }

    private static CompiledStatement plain(Query query, Compiler compiler) {
        SelectCompiler context = new SelectCompiler(query, compiler, true);
        Fragment delete = Fragment.of("DELETE FROM " + context.quoteUnlessAlias(query.baseTable()));
        return where(context, delete);
    }

    private static CompiledStatement joined(Query query, Compiler compiler) {
        SelectCompiler context = new SelectCompiler(query, compiler, true);
        Fragment delete = context.from().wrap("DELETE " + context.quoteUnlessAlias(query.baseTable()) + " FROM ", "");
        return where(context, delete);
    }

    private static CompiledStatement where(SelectCompiler context, Fragment delete) {
        WhereNode where = context.query().where;
        try {
            return Compiler.statement(
                    where.isEmpty() ? delete : Fragment.fill("{0} WHERE {1}", delete, context.compile(where)));
        } catch (FullResultSetException all) {
            return Compiler.statement(delete);
        }
    }
}
