package io.djdbc.query.sql;

import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.FullResultSetException;
import io.djdbc.query.expression.Col;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.Ref;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** GROUP BY: what the query wants, and what its other clauses need, each once. */
final class Grouping {

    private final SelectCompiler compiler;
    private final Query query;

    Grouping(SelectCompiler compiler) {
        this.compiler = compiler;
        this.query = compiler.query();
    }

    List<Fragment> groupBy(
            List<SelectItem> select, List<OrderItem> orderBy, boolean modelOrdering, @Nullable WhereNode having) {
        if (!query.isGrouped()) {
            return List.of();
        }
        List<Expression> expressions = new ArrayList<>();
        Set<String> references = new HashSet<>();
        if (query.groupBy != null) {
            for (Expression expression : query.groupBy) {
                if (!(expression instanceof Ref ref)) {
                    expressions.add(expression);
                } else if (references.add(ref.name())) {
                    expressions.add(ref.source());
                }
            }
        }
        Map<Expression, Integer> positions = new HashMap<>();
        int position = 0;
        for (SelectItem item : select) {
            position++;
            if (item.alias() != null) {
                positions.put(item.expression(), position);
                if (references.contains(item.alias())) {
                    continue;
                }
            }
            expressions.addAll(item.expression().groupByColumns());
        }
        if (!modelOrdering) {
            for (OrderItem item : orderBy) {
                if (!item.reference()) {
                    expressions.addAll(item.order().groupByColumns());
                }
            }
        }
        List<Expression> havingColumns = having == null ? List.of() : having.groupByColumns();
        expressions.addAll(havingColumns);
        return compile(collapse(expressions, havingColumns), positions);
    }

    private List<Fragment> compile(List<Expression> expressions, Map<Expression, Integer> positions) {
        Set<Fragment> groupBy = new LinkedHashSet<>();
        for (Expression expression : expressions) {
            try {
                Fragment sql = compiler.compile(expression);
                Integer position = positions.get(expression);
                groupBy.add(
                        position != null && compiler.syntax().groupsByPosition()
                                ? Fragment.of(position.toString())
                                : expression.selectFormat(compiler, sql));
            } catch (EmptyResultSetException | FullResultSetException constant) {
                // the same for all rows
            }
        }
        return new ArrayList<>(groupBy);
    }

    /** All columns of a table depend on its primary key. */
    private List<Expression> collapse(List<Expression> expressions, List<Expression> having) {
        if (!compiler.syntax().groupsBySelectedKeys()) {
            return expressions;
        }
        Set<Expression> keys = new HashSet<>();
        Set<String> tables = new HashSet<>();
        for (Expression expression : expressions) {
            if (expression instanceof Col column && column.target().isPrimaryKey()) {
                keys.add(column);
                tables.add(String.valueOf(column.alias()));
            }
        }
        return expressions.stream()
                .filter(expression -> keys.contains(expression)
                        || having.contains(expression)
                        || !(expression instanceof Col column && tables.contains(String.valueOf(column.alias()))))
                .toList();
    }
}
