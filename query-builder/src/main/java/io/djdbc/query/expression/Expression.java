package io.djdbc.query.expression;

import io.djdbc.query.FieldError;
import io.djdbc.query.Q;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.sql.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An expression in a query: a column, a value, arithmetic, a function, an aggregate, a condition, a subquery. Immutable
 * (a {@link Query} is the one exception), so it can be used in several queries and by several threads.
 *
 * <pre>{@code
 * entries.filter("number_of_comments__gt", F.of("number_of_pingbacks").times(2));
 * }</pre>
 *
 * <p>As the user writes it an expression names fields by path; {@link #resolve} turns these names into columns of a
 * query, and only then it has a type and SQL.
 */
public abstract class Expression {

    /** Says that an expression has no value of its own over an empty set of rows. */
    static final Object NOT_IMPLEMENTED = new Object();

    /** For subclasses. */
    protected Expression() {}

    // structure

    /** The expressions that it is made of. */
    public List<Expression> sources() {
        return List.of();
    }

    /** The same made of others, as many and in the same order. */
    protected Expression withSources(List<Expression> sources) {
        if (!sources.isEmpty()) {
            throw new IllegalStateException(getClass().getSimpleName() + " has no sources");
        }
        return this;
    }

    /** The same made of what a function gives for its sources; itself if they stay. */
    public final Expression mapSources(UnaryOperator<Expression> function) {
        List<Expression> sources = sources();
        List<Expression> mapped = new ArrayList<>(sources.size());
        boolean same = true;
        for (Expression source : sources) {
            Expression result = function.apply(source);
            same &= result == source;
            mapped.add(result);
        }
        return same ? this : withSources(mapped);
    }

    /** What makes it equal to another of its class, besides the sources. */
    protected List<@Nullable Object> identity() {
        return List.of();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other != null
                        && other.getClass() == getClass()
                        && identity().equals(((Expression) other).identity())
                        && sources().equals(((Expression) other).sources());
    }

    @Override
    public int hashCode() {
        return 31 * (31 * getClass().hashCode() + identity().hashCode())
                + sources().hashCode();
    }

    // resolving

    /**
     * Finds the columns that it names.
     *
     * @throws FieldError if a path leads nowhere
     */
    public Expression resolve(Query query, Resolution how) {
        return mapSources(source -> source.resolve(query, how));
    }

    /** With aliases of tables renamed. */
    public Expression relabeled(Map<String, String> aliases) {
        return mapSources(source -> source.relabeled(aliases));
    }

    /** With expressions replaced by others. */
    public Expression replace(Map<? extends Expression, ? extends Expression> replacements) {
        Expression replacement = replacements.get(this);
        return replacement != null ? replacement : mapSources(source -> source.replace(replacements));
    }

    /** With the conditions that it is made of in parentheses, as Django writes what it resolved a second time. */
    public Expression resolvedAgain() {
        return mapSources(Expression::resolvedAgain);
    }

    /** With the numbered slots filled for good. */
    public Expression bound(@Nullable Object[] arguments) {
        return mapSources(source -> source.bound(arguments));
    }

    /** With a prefix before the paths that it names. */
    public Expression prefixed(String prefix) {
        return mapSources(source -> source.prefixed(prefix));
    }

    // properties

    /** The type of the values; null if it has none, or is not resolved. */
    public @Nullable ValueType valueTypeOrNull() {
        ValueType first = null;
        for (Expression source : typeSources()) {
            ValueType type = source.valueTypeOrNull();
            if (type == null) {
                continue;
            }
            if (first == null) {
                first = type;
            } else if (!first.isA(type)) {
                throw new FieldError("Expression contains mixed types: " + first.internalType() + ", "
                        + type.internalType() + ". You must set output_field.");
            }
        }
        return first;
    }

    /** The sources from which the type follows. */
    protected List<Expression> typeSources() {
        return sources();
    }

    /**
     * The type of the values.
     *
     * @throws FieldError if it cannot be told
     */
    public final ValueType valueType() {
        ValueType type = valueTypeOrNull();
        if (type == null) {
            throw new FieldError("Cannot resolve expression type, unknown output_field");
        }
        return type;
    }

    final boolean hasType(FieldType type) {
        ValueType own = valueTypeOrNull();
        return own != null && own.type() == type;
    }

    /** Whether it can stand alone in a filter. */
    public boolean isConditional() {
        return hasType(FieldType.BOOLEAN);
    }

    public boolean containsAggregate() {
        return sources().stream().anyMatch(Expression::containsAggregate);
    }

    public boolean containsColumns() {
        return sources().stream().anyMatch(Expression::containsColumns);
    }

    public boolean containsSubquery() {
        return sources().stream().anyMatch(Expression::containsSubquery);
    }

    /** The names of the annotations that it refers to. */
    public Set<String> references() {
        Set<String> names = new LinkedHashSet<>();
        for (Expression source : sources()) {
            names.addAll(source.references());
        }
        return names;
    }

    /** What GROUP BY needs so that this can be selected. */
    public List<Expression> groupByColumns() {
        if (!containsAggregate()) {
            return List.of(this);
        }
        List<Expression> columns = new ArrayList<>();
        for (Expression source : sources()) {
            columns.addAll(source.groupByColumns());
        }
        return columns;
    }

    /** Its value over an empty set of rows; {@link #NOT_IMPLEMENTED} if only the database knows. */
    protected @Nullable Object emptyValue() {
        return NOT_IMPLEMENTED;
    }

    /** Whether its value over an empty set of rows is known without asking the database. */
    public final boolean hasEmptyValue() {
        return emptyValue() != NOT_IMPLEMENTED;
    }

    /** Its value over an empty set of rows. */
    public final @Nullable Object valueOfNothing() {
        return emptyValue();
    }

    // SQL

    /** The SQL of the resolved expression. */
    public abstract Fragment toSql(SqlContext context);

    /** The SQL in a SELECT list. */
    public Fragment selectFormat(SqlContext context, Fragment sql) {
        // what is selected must have one type
        valueTypeOrNull();
        return sql;
    }

    /** Computed decimals, where the database would compute with floats. */
    protected final Fragment castDecimal(SqlContext context, Fragment sql) {
        if (!context.syntax().castsDecimals()) {
            return sql;
        }
        try {
            return hasType(FieldType.DECIMAL) ? sql.wrap("(CAST(", " AS NUMERIC))") : sql;
        } catch (FieldError mixed) {
            return sql;
        }
    }

    /** A condition in a SELECT list, where the database takes none there. */
    protected static Fragment conditionAsNumber(SqlContext context, Fragment sql) {
        return context.syntax().supportsConditionInSelect() ? sql : sql.wrap("CASE WHEN ", " THEN 1 ELSE 0 END");
    }

    // operators

    /** The opposite of a condition: {@code Exists.not()} is {@code NOT EXISTS(...)}. */
    public Expression not() {
        return this instanceof Condition ? new Negated(this) : Q.of(this).not();
    }

    private Expression combine(Operator operator, Object other) {
        return new Combined(this, operator, Value.orExpression(other));
    }

    /** The sum with a number, a duration or another expression. */
    public Expression plus(Object other) {
        return combine(Operator.ADD, other);
    }

    public Expression minus(Object other) {
        return combine(Operator.SUBTRACT, other);
    }

    public Expression times(Object other) {
        return combine(Operator.MULTIPLY, other);
    }

    public Expression dividedBy(Object other) {
        return combine(Operator.DIVIDE, other);
    }

    public Expression modulo(Object other) {
        return combine(Operator.MODULO, other);
    }

    public Expression power(Object other) {
        return combine(Operator.POWER, other);
    }

    /** The negative. */
    public Expression negate() {
        return combine(Operator.MULTIPLY, -1);
    }

    public Expression bitand(Object other) {
        return combine(Operator.BIT_AND, other);
    }

    public Expression bitor(Object other) {
        return combine(Operator.BIT_OR, other);
    }

    public Expression bitxor(Object other) {
        return combine(Operator.BIT_XOR, other);
    }

    public Expression bitleftshift(Object other) {
        return combine(Operator.BIT_LEFT_SHIFT, other);
    }

    public Expression bitrightshift(Object other) {
        return combine(Operator.BIT_RIGHT_SHIFT, other);
    }

    /** Any operator. */
    public Expression apply(Operator operator, Object other) {
        return combine(operator, other);
    }

    // ordering

    public OrderBy asc() {
        return new OrderBy(this, false, OrderBy.Nulls.DEFAULT);
    }

    public OrderBy desc() {
        return new OrderBy(this, true, OrderBy.Nulls.DEFAULT);
    }

    /** The expression with a type of its own, Django's {@code ExpressionWrapper}. */
    public Expression as(FieldType type) {
        return new Typed(this, ValueType.of(type));
    }
}
