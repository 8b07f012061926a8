package io.djdbc.query.lookup;

import io.djdbc.query.expression.Bindings;
import io.djdbc.query.expression.Conversion;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.ValueType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a value must go through to be compared with an expression: Django's {@code get_prep_lookup}. */
final class Preparation {

    private Preparation() {}

    /** The conversion for values compared with this expression; objects become their keys. */
    static Conversion of(Expression left) {
        ValueType type = left.valueTypeOrNull();
        if (type == null) {
            return Conversion.NONE;
        }
        if (type.relation() == null) {
            return Bindings.prepare(type);
        }
        return RelatedKey.of(type).then(Bindings.prepare(ValueType.of(Objects.requireNonNull(type.relatedField()))));
    }

    /** A single value prepared; a wrong one is refused at once. */
    static Operand single(Expression left, @Nullable Object value) {
        Operand operand = Operand.single(value).then(of(left));
        check(operand);
        return operand;
    }

    static Operand list(Expression left, @Nullable Object value) {
        Operand operand = Operand.list(value).then(of(left));
        check(operand);
        return operand;
    }

    /** Converts the present values, so that an exception comes when the query is built. */
    static void check(Operand operand) {
        if (operand instanceof Operand.Direct direct) {
            direct.value();
        } else if (operand instanceof Operand.Items items) {
            items.items().forEach(Preparation::check);
        }
    }
}
