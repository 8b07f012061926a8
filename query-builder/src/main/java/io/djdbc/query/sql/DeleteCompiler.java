package io.djdbc.query.sql;

import io.djdbc.query.FullResultSetException;
import io.djdbc.query.Q;
import io.djdbc.query.expression.Col;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import java.util.ArrayList;
import java.util.List;

/** A DELETE; over several tables with a subquery of keys, or as MySQL does it. */
final class DeleteCompiler {

    private DeleteCompiler() {}

    static CompiledStatement compile(Query query, Compiler compiler) {
        Joining.initialAlias(query);
        long tables =
                query.references.values().stream().filter(count -> count > 0).count();
        if (tables == 1 && (compiler.syntax().deleteCanSelectSelf() || !refersToItself(query))) {
            return plain(query, compiler);
        }
        throw new UnsupportedOperationException("later");
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
        try {
            return Compiler.statement(Fragment.fill("{0} WHERE {1}", delete, context.compile(query.where)));
        } catch (FullResultSetException all) {
            return Compiler.statement(delete);
        }
    }

    static Query keys(Query query) {
        Query keys = query.copy();
        keys.clearSelectClause();
        keys.select = List.of(Col.of(Joining.initialAlias(query), query.model().primaryKey()));
        Query outer = new Query(query.model(), query.emptyStringsAreNulls());
        outer.addQ(Q.of("pk__in", keys));
        return outer;
    }
}
