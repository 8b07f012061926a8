package io.djdbc.query.expression;

import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.FieldError;
import io.djdbc.query.FullResultSetException;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.sql.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A value of many rows: {@code Aggregate.count("entry").distinct()}, {@code Aggregate.sum("rating").orElse(0)}. A string
 * argument is the path of a field.
 */
public final class Aggregate extends Expression {

    private enum Kind {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX
    }

    private final Kind kind;
    private final Expression argument;
    private final boolean distinct;
    private final @Nullable Expression filter;
    private final @Nullable Expression fallback;
    private final boolean summary;

    private Aggregate(
            Kind kind,
            Expression argument,
            boolean distinct,
            @Nullable Expression filter,
            @Nullable Expression fallback,
            boolean summary) {
        this.kind = kind;
        this.argument = argument;
        this.distinct = distinct;
        this.filter = filter;
        this.fallback = fallback;
        this.summary = summary;
    }

    private static Aggregate of(Kind kind, Object argument) {
        return new Aggregate(kind, Func.expression(argument), false, null, null, false);
    }

    /** The number of values that are not null; of {@code "*"} the number of rows. */
    public static Aggregate count(Object argument) {
        return "*".equals(argument) ? countRows() : of(Kind.COUNT, argument);
    }

    /** {@code COUNT(*)}. */
    public static Aggregate countRows() {
        return of(Kind.COUNT, new Star());
    }

    public static Aggregate sum(Object argument) {
        return of(Kind.SUM, argument);
    }

    public static Aggregate avg(Object argument) {
        return of(Kind.AVG, argument);
    }

    public static Aggregate min(Object argument) {
        return of(Kind.MIN, argument);
    }

    public static Aggregate max(Object argument) {
        return of(Kind.MAX, argument);
    }

    /** Of different values only. */
    public Aggregate distinct() {
        return new Aggregate(kind, argument, true, filter, fallback, summary);
    }

    /** Of rows that meet a condition only. */
    public Aggregate filter(Expression condition) {
        if (argument instanceof Star) {
            throw new IllegalArgumentException("Star cannot be used with filter. Please specify a field.");
        }
        return new Aggregate(kind, argument, distinct, condition, fallback, summary);
    }

    /** With a result if there are no rows, instead of null. */
    public Aggregate orElse(Object result) {
        if (kind == Kind.COUNT) {
            throw new IllegalArgumentException("Count does not allow default.");
        }
        return new Aggregate(kind, argument, distinct, filter, Value.orExpression(result), summary);
    }

    /** The name that it gets if none is given: {@code rating__sum}; null if its argument has no name, or it a filter. */
    public @Nullable String defaultAlias() {
        return filter == null && argument instanceof F f
                ? f.name() + "__" + kind.name().toLowerCase(Locale.ROOT)
                : null;
    }

    @Override
    public List<Expression> sources() {
        return filter == null ? List.of(argument) : List.of(argument, filter);
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return new Aggregate(
                kind, sources.get(0), distinct, sources.size() > 1 ? sources.get(1) : null, fallback, summary);
    }

    @Override
    protected List<@Nullable Object> identity() {
        return Arrays.asList(kind, distinct, filter != null, fallback);
    }

    @Override
    public Expression resolve(Query query, Resolution how) {
        Aggregate resolved = (Aggregate) super.resolve(query, how);
        if (how.summarize()) {
            for (String name : resolved.references()) {
                Expression referred = query.annotation(name);
                if (referred instanceof Aggregate other && other.summary) {
                    throw new FieldError(
                            "Cannot compute " + className() + "('" + name + "'): '" + name + "' is an aggregate");
                }
            }
        } else if (!summary && resolved.argument.containsAggregate()) {
            String name = argument instanceof F f ? f.name() : argument.toString();
            throw new FieldError("Cannot compute " + className() + "('" + name + "'): '" + name + "' is an aggregate");
        }
        Aggregate bare =
                new Aggregate(kind, resolved.argument, distinct, resolved.filter, null, summary || how.summarize());
        if (fallback == null) {
            return bare;
        }
        Expression other = fallback instanceof Value value
                ? Value.of(value.slot(), bare.valueTypeOrNull())
                : fallback.resolve(query, how);
        return Func.coalesce(bare, other);
    }

    private String className() {
        return kind.name().charAt(0) + kind.name().substring(1).toLowerCase(Locale.ROOT);
    }

    @Override
    public @Nullable ValueType valueTypeOrNull() {
        if (kind == Kind.COUNT) {
            return ValueType.INTEGER;
        }
        ValueType type = argument.valueTypeOrNull();
        if (kind == Kind.AVG && type != null && type.type().isInteger()) {
            return ValueType.of(FieldType.FLOAT);
        }
        if (kind == Kind.AVG && type != null && type.type() == FieldType.DECIMAL) {
            return ValueType.of(FieldType.DECIMAL);
        }
        // a sum is not held to the limits of what it sums
        return kind == Kind.SUM && type != null && type.type().isInteger() ? ValueType.of(type.type()) : type;
    }

    @Override
    public boolean containsAggregate() {
        return true;
    }

    @Override
    public List<Expression> groupByColumns() {
        return List.of();
    }

    @Override
    protected @Nullable Object emptyValue() {
        return kind == Kind.COUNT ? Integer.valueOf(0) : null;
    }

    @Override
    public Fragment toSql(SqlContext context) {
        if (filter == null) {
            return castDecimal(context, call(context, argument));
        }
        if (!context.syntax().supportsAggregateFilter()) {
            return castDecimal(context, call(context, Case.of(When.of(filter, argument))));
        }
        // what can hold for no row goes up: there the value is known without asking
        Fragment sql = call(context, argument);
        try {
            sql = Fragment.fill("{0} FILTER (WHERE {1})", sql, context.compile(filter));
        } catch (FullResultSetException all) {
            // of all rows
        }
        return castDecimal(context, sql);
    }

    private Fragment call(SqlContext context, Expression of) {
        QuerySyntax syntax = context.syntax();
        Fragment operand = Func.argument(context, of);
        boolean duration = (kind == Kind.SUM || kind == Kind.AVG) && hasType(FieldType.DURATION);
        String seconds = duration ? syntax.durationSeconds() : null;
        if (seconds != null) {
            operand = Fragment.fill(seconds, operand);
        }
        Fragment sql = operand.wrap(kind.name() + (distinct ? "(DISTINCT " : "("), ")");
        return duration ? Fragment.fill(syntax.durationAggregate(), sql) : sql;
    }
}
