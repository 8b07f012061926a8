package io.djdbc.query.sql;

import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.expression.Bindings;
import io.djdbc.query.expression.Conversion;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.Parameter;
import io.djdbc.query.expression.Slot;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.Instances;
import org.jspecify.annotations.Nullable;

/** Values on their way into a column. */
final class SavedValues {

    private SavedValues() {}

    /** From a value as the user gives it to what is bound. */
    static Conversion conversion(QuerySyntax syntax, Field field) {
        ValueType type = ValueType.of(field);
        return (field instanceof ForeignKey key ? new Key(key) : new NoObject(field))
                .then(Bindings.prepare(type))
                .then(Bindings.toDatabase(type, syntax));
    }

    /** A bound value, checked. */
    static Fragment sql(QuerySyntax syntax, Field field, @Nullable Object value) {
        Slot slot = value instanceof Slot given ? given : Slot.of(value);
        ValueType type = ValueType.of(field);
        Parameter parameter = Parameter.of(slot, conversion(syntax, field), type.type());
        Object bound = parameter.value();
        return Fragment.of(bound == null ? "?" : syntax.savedPlaceholder(type.internalType()), parameter);
    }

    /** An object to its key. */
    private record Key(ForeignKey field) implements Conversion {
        @Override
        public @Nullable Object convert(@Nullable Object value) {
            if (!Instances.isInstance(value)) {
                return value;
            }
            Field target = field.targetField();
            while (!target.model().isInstance(value) && target instanceof ForeignKey next) {
                target = next.targetField();
            }
            if (value != null && !target.model().concrete().isInstance(value)) {
                throw new IllegalArgumentException(
                        "Cannot assign \"" + value + "\": \"" + field.model().name() + "." + field.name()
                                + "\" must be a \"" + field.target().name() + "\" instance.");
            }
            Object key = value == null ? null : target.get(value);
            if (key == null) {
                throw new IllegalArgumentException(
                        "Unsaved model instance " + value + " cannot be used in an ORM query.");
            }
            return key;
        }
    }

    /** No object goes into a column that is no foreign key. */
    private record NoObject(Field field) implements Conversion {
        @Override
        public @Nullable Object convert(@Nullable Object value) {
            if (Instances.isInstance(value)) {
                throw new IllegalArgumentException("Tried to update field " + field + " with a model instance, " + value
                        + ". Use a value compatible with " + field.type().internalType() + ".");
            }
            return value;
        }
    }
}
