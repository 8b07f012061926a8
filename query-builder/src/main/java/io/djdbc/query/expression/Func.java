package io.djdbc.query.expression;

import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.FullResultSetException;
import io.djdbc.query.model.FieldType;
import jakarta.persistence.metamodel.Attribute;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function of the database. A string among the arguments is the path of a field, as in Django; a text is a
 * {@link Value}.
 *
 * <pre>{@code
 * blogs.annotate("lower_name", Func.lower("name"));
 * entries.update("headline", Func.concat("headline", Value.of(" / "), "headline"));
 * }</pre>
 */
public class Func extends Expression {

    private final String function;
    private final List<Expression> arguments;
    private final @Nullable ValueType type;

    /** For subclasses; null: the type follows from the arguments. */
    protected Func(String function, List<Expression> arguments, @Nullable ValueType type) {
        this.function = function;
        this.arguments = List.copyOf(arguments);
        this.type = type;
    }

    /** Any function that the database has; the name is checked, as it becomes SQL. */
    public static Func of(String function, FieldType type, Object... arguments) {
        return new Func(checked(function), expressions(arguments), ValueType.of(type));
    }

    public static Func lower(Object text) {
        return new Func("LOWER", expressions(text), null);
    }

    public static Func upper(Object text) {
        return new Func("UPPER", expressions(text), null);
    }

    /** The length of a text in characters. */
    public static Func length(Object text) {
        return new TextLength(expressions(text));
    }

    /** The first argument that is not null; two at least. */
    public static Func coalesce(Object... arguments) {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("Coalesce must take at least two expressions");
        }
        return new Func("COALESCE", expressions(arguments), null);
    }

    /** Texts one after another; null counts as ''. */
    public static Func concat(Object... texts) {
        if (texts.length < 2) {
            throw new IllegalArgumentException("Concat must take at least two expressions");
        }
        List<Expression> parts = expressions(texts);
        Func pair = new Concat(parts.get(parts.size() - 2), parts.get(parts.size() - 1));
        for (int i = parts.size() - 3; i >= 0; i--) {
            pair = new Concat(parts.get(i), pair);
        }
        return pair;
    }

    /** The time of the database. */
    public static Expression now() {
        return new Now();
    }

    /** Null where both are equal, else the first. */
    public static Func nullIf(Object first, Object second) {
        return new Func("NULLIF", expressions(first, second), null);
    }

    /** A text with all occurrences of one text replaced by another. */
    public static Func replace(Object text, Object from, Object to) {
        return new Func("REPLACE", expressions(text, from, to), ValueType.of(FieldType.CHAR));
    }

    /** The remainder. */
    public static Func mod(Object number, Object by) {
        return new Func("MOD", expressions(number, by), ValueType.INTEGER);
    }

    /** {@code CAST(x AS type)}. */
    public static Expression cast(Object argument, FieldType type) {
        return new Cast(expression(argument), ValueType.of(type));
    }

    /** A path or an expression; anything else is a value. */
    public static Expression expression(Object argument) {
        if (argument instanceof Attribute<?, ?> attribute) {
            return F.of(attribute);
        }
        return argument instanceof String path ? F.of(path) : Value.orExpression(argument);
    }

    static List<Expression> expressions(Object... arguments) {
        return Arrays.stream(arguments).map(Func::expression).toList();
    }

    private static String checked(String function) {
        for (int i = 0; i < function.length(); i++) {
            char c = function.charAt(i);
            if (!(Character.isLetterOrDigit(c) || c == '_' || c == '.')) {
                throw new IllegalArgumentException("Not the name of a function: " + function);
            }
        }
        return function;
    }

    @Override
    public List<Expression> sources() {
        return arguments;
    }

    @Override
    protected Expression withSources(List<Expression> sources) {
        return new Func(function, sources, type);
    }

    @Override
    protected List<@Nullable Object> identity() {
        return Arrays.asList(function, type);
    }

    /** The function's name in SQL. */
    public final String function() {
        return function;
    }

    protected final @Nullable ValueType declaredType() {
        return type;
    }

    @Override
    public @Nullable ValueType valueTypeOrNull() {
        return type != null ? type : super.valueTypeOrNull();
    }

    @Override
    protected @Nullable Object emptyValue() {
        if (!function.equals("COALESCE")) {
            return NOT_IMPLEMENTED;
        }
        for (Expression argument : arguments) {
            Object value = argument.emptyValue();
            if (value == NOT_IMPLEMENTED || value != null) {
                return value;
            }
        }
        return null;
    }

    @Override
    public Fragment toSql(SqlContext context) {
        return castDecimal(context, arguments(context, arguments).wrap(function + "(", ")"));
    }

    /** The arguments with commas between; what cannot match any row is its value over nothing. */
    protected static Fragment arguments(SqlContext context, List<Expression> arguments) {
        List<Fragment> parts = new ArrayList<>();
        for (Expression argument : arguments) {
            parts.add(argument(context, argument));
        }
        return Fragment.join(", ", parts);
    }

    static Fragment argument(SqlContext context, Expression argument) {
        try {
            return context.compile(argument);
        } catch (EmptyResultSetException empty) {
            Object value = argument.emptyValue();
            if (value == NOT_IMPLEMENTED) {
                throw empty;
            }
            return context.compile(Value.of(value));
        } catch (FullResultSetException full) {
            return context.compile(Value.of(true));
        }
    }
}
