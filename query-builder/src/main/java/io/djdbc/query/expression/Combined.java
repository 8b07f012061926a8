package io.djdbc.query.expression;

import io.djdbc.query.FieldError;
import io.djdbc.query.NotSupportedError;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.sql.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two expressions and an operator between them. */
class Combined extends Expression {

    protected final Expression left;
    protected final Operator operator;
    protected final Expression right;

    Combined(Expression left, Operator operator, Expression right) {
        this.left = left;
        this.operator = operator;
        this.right = right;
    }

    @Override
    public List<Expression> sources() {
        return List.of(left, right);
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return new Combined(sources.get(0), operator, sources.get(1));
    }

    @Override
    protected List<@Nullable Object> identity() {
        return List.of(operator);
    }

    @Override
    public Expression resolve(Query query, Resolution how) {
        Combined resolved = (Combined) super.resolve(query, how);
        if (resolved.getClass() != Combined.class) {
            return resolved;
        }
        FieldType leftType = typeOrNull(resolved.left);
        FieldType rightType = typeOrNull(resolved.right);
        boolean leftDuration = leftType == FieldType.DURATION;
        if (leftType != rightType && (leftDuration || rightType == FieldType.DURATION)) {
            return new DurationArithmetic(resolved.left, operator, resolved.right);
        }
        if (operator == Operator.SUBTRACT && leftType != null && leftType.isDateOrTime() && leftType == rightType) {
            return new TemporalSubtraction(resolved.left, resolved.right);
        }
        return resolved;
    }

    private static @Nullable FieldType typeOrNull(Expression expression) {
        try {
            ValueType type = expression.valueTypeOrNull();
            return type == null ? null : type.type();
        } catch (FieldError mixed) {
            return null;
        }
    }

    @Override
    public @Nullable ValueType valueTypeOrNull() {
        ValueType leftType = left.valueTypeOrNull();
        ValueType rightType = right.valueTypeOrNull();
        if (leftType == null || rightType == null) {
            return leftType == null ? rightType : leftType;
        }
        FieldType type = ResultTypes.combine(operator, leftType.type(), rightType.type());
        if (type == null) {
            throw new FieldError("Cannot infer type of '" + operator.symbol() + "' expression involving these types: "
                    + leftType.internalType() + ", " + rightType.internalType() + ". You must set output_field.");
        }
        return ValueType.of(type);
    }

    @Override
    public Fragment toSql(SqlContext context) {
        return castDecimal(context, combine(context, context.compile(left), context.compile(right)));
    }

    protected final Fragment combine(SqlContext context, Fragment leftSql, Fragment rightSql) {
        String template = context.syntax().combine(operator.symbol());
        if (template == null) {
            throw new NotSupportedError("The operator " + operator + " is not supported by "
                    + context.syntax().vendor());
        }
        return Fragment.fill(template, leftSql, rightSql).wrap("(", ")");
    }
}
