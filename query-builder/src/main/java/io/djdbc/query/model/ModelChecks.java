package io.djdbc.query.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What models must not say, as Django's system checks have it. */
final class ModelChecks {

    private final Map<Model, Attributes> attributes;

    private ModelChecks(Map<Model, Attributes> attributes) {
        this.attributes = attributes;
    }

    static void check(List<Model> models, Map<Model, Attributes> attributes) {
        ModelChecks checks = new ModelChecks(attributes);
        Map<String, Model> labels = new HashMap<>();
        Map<String, Model> tables = new HashMap<>();
        for (Model model : models) {
            Model twin = labels.put(model.label().toLowerCase(java.util.Locale.ROOT), model);
            if (twin != null) {
                throw new ModelException(described(model) + " and " + described(twin) + " are both " + model.label()
                        + "; give one another name by @Entity(name), or another app");
            }
            Model neighbour = model.isProxy() ? null : tables.put(model.table(), model);
            if (neighbour != null) {
                throw new ModelException(described(model) + " and " + described(neighbour) + " have the same table '"
                        + model.table() + "'");
            }
            checks.check(model);
        }
    }

    private static String described(Model model) {
        return model.isAutoCreated()
                ? "the join table " + model.label()
                : model.entityClass().getName();
    }

    private void check(Model model) {
        if (!model.isProxy()) {
            names(model);
            columns(model);
            ways(model);
        }
        for (Field field : model.localFields()) {
            if (field instanceof ForeignKey key) {
                foreignKey(key);
            }
        }
        paths(model, model.ordering(), "ordering");
        paths(model, model.getLatestBy(), "getLatestBy");
    }

    private static void names(Model model) {
        Set<String> names = new HashSet<>();
        Set<String> raw = new HashSet<>();
        for (Attribute attribute : own(model)) {
            String name = attribute.name();
            if (name.equals("pk")
                    || name.contains("__")
                    || name.endsWith("_")
                    || !name.matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
                throw new ModelException(attribute + ": a field cannot have the name '" + name + "', which lookup paths"
                        + " cannot say; rename it, or add @FieldOptions(name = …)");
            }
            if (!names.add(name)) {
                throw new ModelException(attribute + ": two attributes have this name");
            }
        }
        for (Model parent : model.ancestors()) {
            for (Attribute attribute : own(parent)) {
                if (names.contains(attribute.name())) {
                    throw new ModelException(model + "." + attribute.name() + " hides " + attribute
                            + " that it inherits; rename it, or add @FieldOptions(name = …)");
                }
            }
        }
        for (Field field : model.localFields()) {
            if (!field.attname().equals(field.name())) {
                raw.add(field.attname());
            }
        }
        for (String attname : raw) {
            if (names.contains(attname)) {
                throw new ModelException(
                        model + "." + attname + " has the name of the raw key of a relation; map it with"
                                + " @Column(name = …, insertable = false, updatable = false), or rename it");
            }
        }
    }

    private static List<Attribute> own(Model model) {
        List<Attribute> own = new java.util.ArrayList<>(model.localFields());
        own.addAll(model.localManyToMany());
        return own;
    }

    private static void columns(Model model) {
        Map<String, Field> columns = new HashMap<>();
        for (Field field : model.localFields()) {
            Field twin = columns.put(field.column(), field);
            if (twin != null) {
                throw new ModelException(field + " and " + twin + " have the same column '" + field.column() + "'");
            }
        }
    }

    /** No two ways back, nor one and an attribute, have one name. */
    private void ways(Model model) {
        Map<String, Object> names = new HashMap<>();
        Map<String, Object> accessors = new HashMap<>();
        for (Field field : model.fields()) {
            names.put(field.name(), field);
            accessors.put(field.name(), field);
        }
        for (ManyToMany relation : model.manyToMany()) {
            names.put(relation.name(), relation);
            accessors.put(relation.name(), relation);
        }
        Attributes own = attributes.get(model);
        for (ReverseRelation relation : own == null ? List.<ReverseRelation>of() : own.reverse()) {
            if (relation.isHidden()) {
                continue;
            }
            clash(relation, names.put(relation.name(), relation.forward()), relation.name());
            String accessor = relation.accessorName();
            if (accessor != null) {
                clash(relation, accessors.put(accessor, relation.forward()), accessor);
            }
        }
    }

    private static void clash(ReverseRelation relation, @Nullable Object other, String name) {
        if (other != null && other != relation.forward()) {
            throw new ModelException("the way back of " + relation.forward() + " is "
                    + relation.model().name() + "."
                    + name + ", and so is " + other
                    + (other instanceof Attribute attribute && attribute.model() != relation.model() ? "'s" : "")
                    + "; add @RelationOptions(relatedName = …) to one of them");
        }
    }

    private static void foreignKey(ForeignKey key) {
        if (!key.targetField().isUnique() && !uniqueAlone(key.targetField())) {
            throw new ModelException(key + " points to " + key.targetField() + ", which is not unique");
        }
        if (key.onDelete() == OnDelete.SET_NULL && !key.isNullable()) {
            throw new ModelException(key + " has onDelete = SET_NULL, but cannot be null");
        }
        if (key.onDelete() == OnDelete.SET_DEFAULT && !key.hasDefault()) {
            throw new ModelException(key + " has onDelete = SET_DEFAULT, but no default; add defaultKey");
        }
        // an unfit text is told of now, not when something is deleted
        key.setTo();
        key.checkDefaultKey();
    }

    private static boolean uniqueAlone(Field field) {
        return field.model().uniqueConstraints().stream()
                .anyMatch(constraint -> constraint.fields().equals(List.of(field)));
    }

    /** The first step only: what follows may be a lookup of the application's own. */
    private void paths(Model model, List<String> paths, String option) {
        Attributes known = attributes.get(model);
        for (String path : paths) {
            String bare = path.startsWith("-") || path.startsWith("+") ? path.substring(1) : path;
            String first = bare.split("__", 2)[0];
            boolean found = bare.equals("?")
                    || first.equals("pk")
                    || (known != null
                            && (known.byName().containsKey(first)
                                    || known.byName().containsKey(Paths.snakeCase(first))));
            if (!found) {
                throw new ModelException(
                        model.entityClass().getName() + " has " + option + " = \"" + path + "\", but no '" + first
                                + "'. Choices are: " + (known == null ? "" : String.join(", ", known.names())));
            }
        }
    }
}
