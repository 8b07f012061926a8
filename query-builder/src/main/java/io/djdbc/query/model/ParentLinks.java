package io.djdbc.query.model;

import jakarta.persistence.PrimaryKeyJoinColumn;
import org.jspecify.annotations.Nullable;

/** The key of a child model that is also a foreign key to its parent; in Java both are one object. */
final class ParentLinks {

    private ParentLinks() {}

    static ForeignKey declare(Model model, Model parent) {
        PrimaryKeyJoinColumn given = model.entityClass().getAnnotation(PrimaryKeyJoinColumn.class);
        String name = parent.modelName() + "_ptr";
        String attname = name + "_id";
        FieldSpec column = new FieldSpec(
                name,
                attname,
                given == null || given.name().isEmpty() ? attname : BasicFields.unquoted(given.name()),
                FieldType.ONE_TO_ONE,
                Object.class,
                null,
                false,
                true,
                false,
                true,
                null,
                null,
                null);
        RelationSpec relation = new RelationSpec(OnDelete.CASCADE, null, null, null, true, true, null, null);
        return new ForeignKey(model, column, relation, Accessors.self(model.entityClass(), name), null);
    }

    /** The parent that the link leads to, before it is resolved. */
    static @Nullable Model parent(ForeignKey link) {
        for (var parent : link.model().parents().entrySet()) {
            if (parent.getValue() == link) {
                return parent.getKey();
            }
        }
        return null;
    }
}
