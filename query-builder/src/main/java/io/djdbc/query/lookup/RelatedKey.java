package io.djdbc.query.lookup;

import io.djdbc.query.expression.Conversion;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.Instances;
import io.djdbc.query.model.Model;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An object to the key by which a relation knows it; what is no object stays. */
record RelatedKey(Field target) implements Conversion {

    static Conversion of(ValueType relation) {
        return new RelatedKey(Objects.requireNonNull(relation.relatedField()));
    }

    @Override
    public @Nullable Object convert(@Nullable Object value) {
        if (value == null || !isObject(value, target)) {
            return value;
        }
        Field field = target;
        while (!field.model().isInstance(value) && field instanceof ForeignKey key) {
            field = key.targetField();
        }
        Object key = field.model().isInstance(value) ? field.get(value) : null;
        if (key == null) {
            throw new IllegalArgumentException("Model instances passed to related filters must be saved.");
        }
        return key;
    }

    private static boolean isObject(Object value, Field target) {
        Model model = target.model();
        return model.isInstance(value)
                || target instanceof ForeignKey key && key.target().isInstance(value)
                || Instances.isInstance(value);
    }
}
