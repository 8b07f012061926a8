package io.djdbc.query.sql;

import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Parameter;
import io.djdbc.query.expression.Slot;
import io.djdbc.query.lookup.OtherShapeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What UPDATEs of a shape have in common that differ in values only.
 *
 * @param names the fields
 * @param kinds of each: null, a value, or the expression
 */
record UpdateShape(Compiler compiler, List<String> names, List<Object> kinds) {

    private static final Object NULL = "null";
    private static final Object VALUE = "value";
    private static final Object NEEDS_KEYS = "keys";

    static @Nullable List<ShapedQuery.ReadyStatement> statements(
            ShapedQuery query, Compiler compiler, Map<String, ? extends @Nullable Object> fields) {
        UpdateShape key = query.isKnown() ? of(compiler, fields) : null;
        if (key != null) {
            Object known = known(query.shape(), key, fields);
            if (known == NEEDS_KEYS) {
                return null;
            }
            try {
                if (known instanceof List<?> statements) {
                    return ready(statements, arguments(query, fields));
                }
            } catch (OtherShapeException other) {
                // this value needs its own
            }
        }
        UpdateQuery update = new UpdateQuery(query.query());
        fields.forEach(update::set);
        return update.keys(compiler) != null ? null : ready(update.statements(compiler, null), new Object[0]);
    }

    private static @Nullable UpdateShape of(Compiler compiler, Map<String, ? extends @Nullable Object> fields) {
        List<String> names = new ArrayList<>(fields.size());
        List<Object> kinds = new ArrayList<>(fields.size());
        for (Map.Entry<String, ? extends @Nullable Object> field : fields.entrySet()) {
            Object value = field.getValue();
            Object kind = value == null ? NULL : value instanceof Expression ? ValueKinds.of(value) : VALUE;
            if (kind == null) {
                return null;
            }
            names.add(field.getKey());
            kinds.add(kind);
        }
        return new UpdateShape(compiler, names, kinds);
    }

    private static @Nullable Object known(
            Shape shape, UpdateShape key, Map<String, ? extends @Nullable Object> fields) {
        Object known = shape.made(key);
        if (known != null) {
            return known;
        }
        UpdateQuery update = new UpdateQuery(shape.query());
        int number = shape.slots();
        for (Map.Entry<String, ? extends @Nullable Object> field : fields.entrySet()) {
            Object value = field.getValue();
            update.set(field.getKey(), value instanceof Expression ? value : Slot.numbered(number++, value));
        }
        Object result = update.keys(key.compiler) != null ? NEEDS_KEYS : update.statements(key.compiler, null);
        if (update.isValueDependent()) {
            return null;
        }
        shape.keep(key, result);
        return result;
    }

    private static @Nullable Object[] arguments(ShapedQuery query, Map<String, ? extends @Nullable Object> fields) {
        int number = query.values().length;
        @Nullable Object[] arguments = Arrays.copyOf(query.values(), number + fields.size());
        for (Object value : fields.values()) {
            if (!(value instanceof Expression)) {
                arguments[number++] = value;
            }
        }
        return arguments;
    }

    private static List<ShapedQuery.ReadyStatement> ready(List<?> statements, @Nullable Object[] arguments) {
        List<ShapedQuery.ReadyStatement> ready = new ArrayList<>(statements.size());
        for (Object one : statements) {
            CompiledStatement statement = (CompiledStatement) one;
            List<Parameter> parameters = statement.parameters();
            @Nullable Object[] values = new Object[parameters.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = parameters.get(i).value(arguments);
            }
            ready.add(new ShapedQuery.ReadyStatement(statement.sql(), values));
        }
        return ready;
    }
}
