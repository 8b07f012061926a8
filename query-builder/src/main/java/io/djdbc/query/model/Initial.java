package io.djdbc.query.model;

import org.jspecify.annotations.Nullable;

/** The values that a class gives its attributes, which are the defaults of its fields. */
final class Initial {

    private final Model model;

    Initial(Model model) {
        this.model = model;
    }

    boolean hasValue(Field field) {
        return (field.accessor().javaType().isPrimitive() && !field.type().isAuto()) || value(field) != null;
    }

    /** Of a new instance each time, as a default may be a fresh collection or the present moment. */
    @Nullable
    Object value(Field field) {
        if (model.isAutoCreated()) {
            return null;
        }
        return field.get(model.newInstance());
    }
}
