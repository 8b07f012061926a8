package io.djdbc.query.sql;

import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A SELECT of aggregates, over a subquery where there is one. */
final class AggregateCompiler {

    private AggregateCompiler() {}

    static CompiledSelect compile(AggregateQuery query, Compiler compiler) {
        boolean elideEmpty = query.isKnownOfNothing();
        if (query.inner() == null) {
            return new SelectCompiler(query.query().copy(), compiler, elideEmpty).compileSelect();
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
        Fragment inner = new SelectCompiler(query.inner().copy(), compiler, elideEmpty).sql(true, true);
        Fragment sql = Fragment.fill("SELECT {0} FROM ({1}) subquery", Fragment.join(", ", columns), inner);
        return new CompiledSelect(sql.sql(), sql.parameters(), expressions, null, names);
    }
}
