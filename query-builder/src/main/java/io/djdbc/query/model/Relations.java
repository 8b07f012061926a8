package io.djdbc.query.model;

import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the declarations of relations. */
final class Relations {

    private Relations() {}

    /** A column that points to another entity. */
    static boolean isForeignKey(ClassAttribute attribute) {
        OneToOne oneToOne = attribute.annotation(OneToOne.class);
        return attribute.has(ManyToOne.class)
                || (oneToOne != null && oneToOne.mappedBy().isEmpty());
    }

    /** The owning side of a many-to-many relation. */
    static boolean isManyToMany(ClassAttribute attribute) {
        ManyToMany manyToMany = attribute.annotation(ManyToMany.class);
        return manyToMany != null && manyToMany.mappedBy().isEmpty();
    }

    /** The attribute of the other side that this one is the way back of; null if it is no way back. */
    static @Nullable String mappedBy(ClassAttribute attribute) {
        OneToMany oneToMany = attribute.annotation(OneToMany.class);
        if (oneToMany != null) {
            if (oneToMany.mappedBy().isEmpty()) {
                throw attribute.wrong(
                        "is a @OneToMany without mappedBy; declare the @ManyToOne on the other side and name"
                                + " it here");
            }
            return oneToMany.mappedBy();
        }
        OneToOne oneToOne = attribute.annotation(OneToOne.class);
        if (oneToOne != null) {
            return oneToOne.mappedBy().isEmpty() ? null : oneToOne.mappedBy();
        }
        ManyToMany manyToMany = attribute.annotation(ManyToMany.class);
        return manyToMany == null || manyToMany.mappedBy().isEmpty() ? null : manyToMany.mappedBy();
    }

    static boolean isRelation(ClassAttribute attribute) {
        return attribute.has(ManyToOne.class)
                || attribute.has(OneToOne.class)
                || attribute.has(OneToMany.class)
                || attribute.has(ManyToMany.class);
    }

    /** The entity on the other side. */
    static Class<?> target(ClassAttribute attribute) {
        Class<?> given = given(attribute);
        boolean toMany = attribute.has(OneToMany.class) || attribute.has(ManyToMany.class);
        Class<?> target = given != void.class ? given : toMany ? attribute.element() : attribute.type();
        if (target == null) {
            throw attribute.wrong("does not say to which entity it is related; write Set<Author>, or targetEntity");
        }
        if (!ClassAttributes.isEntity(target)) {
            throw attribute.wrong("is related to " + target.getName() + ", which is no @Entity");
        }
        return target;
    }

    private static Class<?> given(ClassAttribute attribute) {
        ManyToOne manyToOne = attribute.annotation(ManyToOne.class);
        OneToOne oneToOne = attribute.annotation(OneToOne.class);
        OneToMany oneToMany = attribute.annotation(OneToMany.class);
        ManyToMany manyToMany = attribute.annotation(ManyToMany.class);
        if (manyToOne != null) {
            return manyToOne.targetEntity();
        }
        if (oneToOne != null) {
            return oneToOne.targetEntity();
        }
        return oneToMany != null
                ? oneToMany.targetEntity()
                : manyToMany != null ? manyToMany.targetEntity() : void.class;
    }

    static FieldSpec column(ClassAttribute attribute) {
        OneToOne oneToOne = attribute.annotation(OneToOne.class);
        ManyToOne manyToOne = attribute.annotation(ManyToOne.class);
        JoinColumn join = joinColumn(attribute);
        RelationOptions options = attribute.annotation(RelationOptions.class);
        boolean key = attribute.has(Id.class) || attribute.has(MapsId.class);
        boolean optional = oneToOne != null ? oneToOne.optional() : manyToOne == null || manyToOne.optional();
        String name = attribute.name();
        String attname = name + "_id";
        return new FieldSpec(
                name,
                attname,
                join == null || join.name().isEmpty() ? attname : BasicFields.unquoted(join.name()),
                oneToOne != null ? FieldType.ONE_TO_ONE : FieldType.FOREIGN_KEY,
                Object.class,
                null,
                !key && optional && (join == null || join.nullable()),
                key,
                !key && (oneToOne != null || (join != null && join.unique())),
                options == null || options.dbIndex(),
                null,
                null,
                null);
    }

    static @Nullable JoinColumn joinColumn(ClassAttribute attribute) {
        JoinColumns several = attribute.annotation(JoinColumns.class);
        if (several != null || attribute.declared().getAnnotationsByType(JoinColumn.class).length > 1) {
            throw attribute.wrong("has several join columns; models have keys of one column");
        }
        if (attribute.has(Column.class)) {
            throw attribute.wrong("is a relation: its column is named by @JoinColumn, not by @Column");
        }
        return attribute.annotation(JoinColumn.class);
    }

    /** What {@code @JoinColumn(referencedColumnName)} names; null for the target's primary key. */
    static @Nullable String referencedColumn(ClassAttribute attribute) {
        JoinColumn join = joinColumn(attribute);
        return join == null || join.referencedColumnName().isEmpty()
                ? null
                : BasicFields.unquoted(join.referencedColumnName());
    }

    static RelationSpec relation(ClassAttribute attribute, Model model, @Nullable Inverse inverse) {
        RelationOptions options = attribute.annotation(RelationOptions.class);
        JoinColumn join = attribute.annotation(JoinColumn.class);
        boolean constrained = (options == null || options.dbConstraint())
                && (join == null || join.foreignKey().value() != ConstraintMode.NO_CONSTRAINT);
        OnDelete onDelete = options == null ? OnDelete.CASCADE : options.onDelete();
        String setTo = options == null || options.setTo().isEmpty() ? null : options.setTo();
        if ((onDelete == OnDelete.SET) != (setTo != null)) {
            throw attribute.wrong("needs both onDelete = SET and setTo, or neither");
        }
        return new RelationSpec(
                onDelete,
                setTo,
                relatedName(attribute, model, options, inverse),
                options == null ? null : name(options.relatedQueryName(), model),
                false,
                constrained,
                options == null || options.defaultKey().isEmpty() ? null : options.defaultKey(),
                inverse == null ? null : inverse.attribute().accessor());
    }

    /** The attribute on the other side that says {@code mappedBy}. */
    record Inverse(ClassAttribute attribute) {}

    private static @Nullable String relatedName(
            ClassAttribute attribute, Model model, @Nullable RelationOptions options, @Nullable Inverse inverse) {
        String named = options == null ? null : name(options.relatedName(), model);
        if (inverse == null) {
            return named;
        }
        String other = inverse.attribute().name();
        if (named != null && !named.equals(other)) {
            throw attribute.wrong("has the relatedName '" + named + "', but on the other side it is "
                    + inverse.attribute() + "; drop one of them");
        }
        boolean automatic =
                other.equals(attribute.has(OneToOne.class) ? model.modelName() : model.modelName() + "_set");
        return automatic ? named : other;
    }

    /** With Django's placeholders for abstract classes. */
    private static @Nullable String name(String given, Model model) {
        if (given.isEmpty()) {
            return null;
        }
        return given.replace("%(class)s", model.modelName())
                .replace("%(model_name)s", model.modelName())
                .replace("%(app_label)s", model.app().toLowerCase(Locale.ROOT));
    }
}
