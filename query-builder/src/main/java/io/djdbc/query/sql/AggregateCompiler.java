package io.djdbc.query.sql;

import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A SELECT of aggregates, over a subquery where there is one. */
final class AggregateCompiler {

    private AggregateCompiler() {}

    /** The compiled query, or the exception that says that no row can match; null if that depends on values. */
    static @Nullable Object known(AggregateQuery query, Compiler compiler) {
        List<SelectCompiler> compilers = new ArrayList<>();
        Object result;
        try {
            result = compile(query, compiler, compilers);
        } catch (EmptyResultSetException empty) {
            result = empty;
        }
        return compilers.stream().anyMatch(SelectCompiler::isValueDependent) ? null : result;
    }

    static CompiledSelect compile(AggregateQuery query, Compiler compiler) {
        return compile(query, compiler, new ArrayList<>());
    }

    private static CompiledSelect compile(AggregateQuery query, Compiler compiler, List<SelectCompiler> compilers) {
        boolean elideEmpty = query.isKnownOfNothing();
        if (query.inner() == null) {
            SelectCompiler only = new SelectCompiler(query.query().copy(), compiler, elideEmpty);
            compilers.add(only);
            return only.compileSelect();
        }
        SelectCompiler outer = new SelectCompiler(query.query().copy(), compiler, elideEmpty);
        List<Fragment> columns = new ArrayList<>();
        List<Expression> expressions = new ArrayList<>();
        Map<String, Integer> names = new LinkedHashMap<>();
        query.aggregates().forEach((name, aggregate) -> {
            names.put(name, expressions.size());
            expressions.add(aggregate);
            columns.add(aggregate.selectFormat(outer, outer.compile(aggregate)));
        });
        SelectCompiler innerCompiler = new SelectCompiler(query.inner().copy(), compiler, elideEmpty);
        compilers.add(outer);
        compilers.add(innerCompiler);
        Fragment inner = innerCompiler.sql(true, true);
        Fragment sql = Fragment.fill("SELECT {0} FROM ({1}) subquery", Fragment.join(", ", columns), inner);
        return new CompiledSelect(sql.sql(), sql.parameters(), expressions, null, names);
    }
}
