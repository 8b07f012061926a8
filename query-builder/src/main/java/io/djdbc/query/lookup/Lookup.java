package io.djdbc.query.lookup;

import io.djdbc.dialect.ConditionStyle;
import io.djdbc.query.expression.Bindings;
import io.djdbc.query.expression.Case;
import io.djdbc.query.expression.Col;
import io.djdbc.query.expression.Condition;
import io.djdbc.query.expression.Conversion;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.Parameter;
import io.djdbc.query.expression.SqlContext;
import io.djdbc.query.expression.Value;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.expression.When;
import io.djdbc.query.model.FieldType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison of an expression with a value, a list or another expression. Immutable. */
public abstract class Lookup extends Expression implements Condition {

    private final String name;
    private final Expression left;
    private final Operand right;

    /** For subclasses: the operand comes prepared. */
    protected Lookup(String name, Expression left, Operand right) {
        this.name = name;
        this.left = left;
        this.right = right;
    }

    /** The name: {@code contains}. */
    public final String name() {
        return name;
    }

    public final Expression left() {
        return left;
    }

    public final Operand right() {
        return right;
    }

    /** The same lookup of other operands. */
    protected abstract Lookup with(Expression newLeft, Operand newRight);

    /** Whether null may be compared; otherwise {@code exact} becomes {@code isnull}, and all else is refused. */
    public boolean takesNull() {
        return false;
    }

    /** Whether the right-hand side is a value or a list, not an expression. */
    public final boolean isDirect() {
        return !(right instanceof Operand.Computed);
    }

    /** The value on the right-hand side that the query was built with; null if it is no single value. */
    public final @Nullable Object directValue() {
        return right instanceof Operand.Direct direct ? direct.value() : null;
    }

    /** Whether the right-hand side is null. */
    public final boolean isNull() {
        return right instanceof Operand.Direct direct && direct.value() == null;
    }

    @Override
    public final List<Expression> sources() {
        List<Expression> sources = new ArrayList<>();
        sources.add(left);
        sources.addAll(right.expressions());
        return sources;
    }

    @Override
    protected final Expression withSources(List<Expression> sources) {
        Iterator<Expression> rest = sources.iterator();
        Expression newLeft = rest.next();
        return with(newLeft, right.map(old -> rest.next()));
    }

    @Override
    public final Expression bound(@Nullable Object[] arguments) {
        return with(left.bound(arguments), right.bound(arguments));
    }

    @Override
    protected List<@Nullable Object> identity() {
        return Arrays.asList(name, right);
    }

    @Override
    public final ValueType valueTypeOrNull() {
        return ValueType.BOOLEAN;
    }

    @Override
    public List<Expression> groupByColumns() {
        List<Expression> columns = new ArrayList<>(left.groupByColumns());
        for (Expression expression : right.expressions()) {
            columns.addAll(expression.groupByColumns());
        }
        return columns;
    }

    @Override
    public final Fragment toSql(SqlContext context) {
        if (context.syntax().conditionStyle() != ConditionStyle.PREDICATES) {
            return sql(context);
        }
        // a predicate cannot be an operand there
        Expression newLeft = asOperand(left);
        Operand newRight = right.map(Lookup::asOperand);
        Lookup comparable = newLeft == left && newRight == right ? this : with(newLeft, newRight);
        return comparable.sql(context);
    }

    private static Expression asOperand(Expression expression) {
        return isPredicate(expression)
                ? Case.of(When.of(expression, Value.of(true))).otherwise(Value.of(false))
                : expression;
    }

    /** Whether it stands alone in WHERE on every database. */
    protected static boolean isPredicate(Expression expression) {
        return expression instanceof Condition;
    }

    /** The SQL. */
    protected abstract Fragment sql(SqlContext context);

    @Override
    public Fragment selectFormat(SqlContext context, Fragment sql) {
        return conditionAsNumber(context, sql);
    }

    /** The left-hand side. */
    protected Fragment leftSql(SqlContext context) {
        return leftSql(context, left);
    }

    protected final Fragment leftSql(SqlContext context, Expression expression) {
        Fragment sql = context.compile(expression instanceof Col ? expression : expression.resolvedAgain());
        if (expression instanceof Lookup) {
            sql = sql.wrap("(", ")");
        }
        ValueType type = expression.valueTypeOrNull();
        String internalType = type == null ? "" : lookupType(type);
        return Fragment.fill(context.syntax().lookupCast(name, internalType), sql);
    }

    private static String lookupType(ValueType type) {
        return type.relation() != null ? "ForeignKey" : type.internalType();
    }

    /** The right-hand side, of a value as {@link #adapt} gives it. */
    protected Fragment rightSql(SqlContext context) {
        if (right instanceof Operand.Computed computed) {
            Fragment sql = context.compile(computed.expression());
            return computed.expression() instanceof Value || sql.sql().isEmpty() ? sql : sql.inParentheses();
        }
        return valueSql(context, (Operand.Direct) right);
    }

    /** A bound value. */
    protected final Fragment valueSql(SqlContext context, Operand.Direct value) {
        ValueType type = left.valueTypeOrNull();
        return Fragment.of(
                "?",
                Parameter.of(value.slot(), value.conversion().then(adapt(context)), type == null ? null : type.type()));
    }

    static boolean hasExpressions(Operand.Items list) {
        return list.items().stream().anyMatch(Operand.Computed.class::isInstance);
    }

    /** A bound value beside expressions in a list: there it is a value of its own to Django. */
    protected final Fragment besideExpressions(SqlContext context, Fragment value) {
        ValueType type = left.valueTypeOrNull();
        boolean cast = type != null
                && type.type() == FieldType.DECIMAL
                && context.syntax().castsDecimals();
        return cast ? value.wrap("(CAST(", " AS NUMERIC))") : value;
    }

    /** The conversion from a prepared value to what is bound. */
    protected Conversion adapt(SqlContext context) {
        ValueType type = left.valueTypeOrNull();
        return type == null ? Conversion.NONE : Bindings.toDatabase(type, context.syntax());
    }
}
