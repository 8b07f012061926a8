package io.djdbc.query.sql;

import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.Q;
import io.djdbc.query.expression.Parameter;
import io.djdbc.query.lookup.OtherShapeException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A query as a shape and its values, so that a query that came before is not built and compiled again. Immutable; safe
 * for use by several threads.
 *
 * <pre>{@code
 * ShapedQuery recent = shapes.all(entry).where(Q.of("rating", 5), false).apply(List.of("order_by", "pk"), order);
 * ShapedQuery.Selected selected = recent.select(compiler);   // compiled when the shape is new
 * selected.values();                                         // converted, in the order of the ? of its SQL
 * }</pre>
 */
public final class ShapedQuery {

    private final Shape shape;
    private final @Nullable Object[] values;
    private volatile @Nullable Query built;

    ShapedQuery(Shape shape, @Nullable Object[] values) {
        this.shape = shape;
        this.values = values;
    }

    /** A query that will not come again in this form. It must not be changed afterwards. */
    public static ShapedQuery of(Query query) {
        return new Shape(query, 0, null).all();
    }

    /** Whether the shape is kept for when it comes again. */
    public boolean isKnown() {
        return shape.isKnown();
    }

    /** The query with its values, not to be changed. */
    public Query query() {
        if (values.length == 0) {
            return shape.query();
        }
        Query query = built;
        if (query == null) {
            query = shape.query().bound(values);
            built = query;
        }
        return query;
    }

    /** The query of the shape, which has other values of the same kinds: for everything that does not ask for values. */
    public Query sample() {
        return shape.query();
    }

    /** With a further condition, or with its opposite. */
    public ShapedQuery where(Q condition, boolean negated) {
        ConditionShape analysed = ConditionShape.of(condition, negated, shape.slots());
        Shape next = analysed == null ? null : follow(condition, negated, analysed);
        if (analysed == null || next == null) {
            Query query = query().chain();
            query.addQ(negated ? condition.not() : condition);
            return of(query);
        }
        return new ShapedQuery(next, analysed.count() == 0 ? values : analysed.behind(values));
    }

    /** Null where the condition makes a query that will not come again. */
    private @Nullable Shape follow(Q condition, boolean negated, ConditionShape analysed) {
        Shape known = shape.known(analysed);
        if (known != null || !shape.isKnown() || !analysed.isReusable()) {
            return known;
        }
        return shape.follow(
                analysed,
                query -> {
                    Q slotted = analysed.slotted(condition);
                    query.addQ(negated ? slotted.not() : slotted);
                    return query;
                },
                analysed.count());
    }

    /**
     * What an operation without values makes of it.
     *
     * @param key equal for equal operations, such as {@code List.of("order_by", "-pub_date")}
     * @param operation changes the copy that it gets and gives it back, or another
     */
    public ShapedQuery apply(Object key, UnaryOperator<Query> operation) {
        if (!shape.isKnown()) {
            return of(operation.apply(query().chain()));
        }
        return new ShapedQuery(shape.follow(key, operation, 0), values);
    }

    /** A compiled SELECT and the arguments of this run. */
    public static final class Selected {
        private final CompiledSelect select;
        private final @Nullable Object[] arguments;

        private Selected(CompiledSelect select, @Nullable Object[] arguments) {
            this.select = select;
            this.arguments = arguments;
        }

        /** The same object each time, while the shape is known. */
        public CompiledSelect select() {
            return select;
        }

        /**
         * The value of a parameter in this run, as it is bound.
         *
         * @throws io.djdbc.query.lookup.OtherShapeException if the SQL does not fit the value; then {@link
         *     ShapedQuery#query} must be compiled
         */
        public @Nullable Object value(Parameter parameter) {
            return parameter.value(arguments);
        }

        /** The values of all parameters. */
        public @Nullable Object[] values() {
            List<Parameter> parameters = select.parameters();
            @Nullable Object[] bound = new Object[parameters.size()];
            for (int i = 0; i < bound.length; i++) {
                bound[i] = parameters.get(i).value(arguments);
            }
            return bound;
        }
    }

    /**
     * The SELECT, compiled if the shape is new.
     *
     * @throws EmptyResultSetException if no row can match
     */
    public Selected select(Compiler compiler) {
        if (!shape.isKnown()) {
            return new Selected(compiler.select(query()), values);
        }
        Object known = shape.select(compiler);
        if (known == null) {
            known = compile(compiler);
        }
        if (known instanceof CompiledSelect select) {
            return new Selected(select, values);
        }
        throw EmptyResultSetException.INSTANCE;
    }

    /** The SELECT and the values to bind. */
    public record Ready(CompiledSelect select, @Nullable Object[] values) {}

    /**
     * The SELECT and the values to bind, compiled anew if a value does not fit what is known.
     *
     * @throws EmptyResultSetException if no row can match
     */
    public Ready ready(Compiler compiler) {
        Selected selected = select(compiler);
        try {
            return new Ready(selected.select(), selected.values());
        } catch (OtherShapeException other) {
            Selected own = new Selected(compiler.select(query()), values);
            return new Ready(own.select(), own.values());
        }
    }

    /** Of a shape, the query of {@code count()}. */
    private record Count(Compiler compiler) {}

    /**
     * The query of {@code count()}, compiled if the shape is new.
     *
     * @throws EmptyResultSetException if no row can match
     */
    public Ready count(Compiler compiler) {
        if (shape.isKnown()) {
            Object known = shape.made(new Count(compiler));
            if (known == null) {
                known = AggregateCompiler.known(shape.query().copy().count(), compiler);
                if (known != null) {
                    shape.keep(new Count(compiler), known);
                }
            }
            try {
                if (known instanceof CompiledSelect select) {
                    Selected selected = new Selected(select, values);
                    return new Ready(select, selected.values());
                } else if (known != null) {
                    throw EmptyResultSetException.INSTANCE;
                }
            } catch (OtherShapeException other) {
                // this value needs its own
            }
        }
        Selected own = new Selected(compiler.aggregate(query().copy().count()), values);
        return new Ready(own.select(), own.values());
    }

    /** An UPDATE and the values to bind. */
    public record ReadyStatement(String sql, @Nullable Object[] values) {}

    /**
     * The UPDATE of all rows, compiled if the shape is new; no statement if no row can match.
     *
     * @param fields their new values, or expressions
     * @return null if the keys must be selected first: {@link UpdateQuery} does that
     */
    public @Nullable List<ReadyStatement> update(Compiler compiler, Map<String, ? extends @Nullable Object> fields) {
        return UpdateShape.statements(this, compiler, fields);
    }

    Shape shape() {
        return shape;
    }

    @Nullable
    Object[] values() {
        return values;
    }

    /**
     * How the rows of its SELECT are read, kept while the shape is known.
     *
     * @param database equal where the same values are read in the same way
     * @param maker must not ask for the query's values
     */
    @SuppressWarnings("unchecked")
    public <T> T reader(Object database, Supplier<T> maker) {
        Object known = shape.reader(database);
        if (known == null) {
            known = maker.get();
            if (shape.isKnown()) {
                shape.keep(database, known);
            }
        }
        return (T) known;
    }

    private Object compile(Compiler compiler) {
        SelectCompiler selecting = new SelectCompiler(shape.query().copy(), compiler, true);
        try {
            CompiledSelect select = selecting.compileSelect();
            if (!selecting.isValueDependent()) {
                shape.keep(compiler, select);
                return select;
            }
        } catch (EmptyResultSetException empty) {
            if (!selecting.isValueDependent()) {
                shape.keep(compiler, empty);
                return empty;
            }
        }
        // another value of the same kind may do better
        return compiler.select(query());
    }
}
