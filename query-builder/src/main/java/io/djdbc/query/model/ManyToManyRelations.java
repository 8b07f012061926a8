package io.djdbc.query.model;

import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads many-to-many relations, and makes the models of the tables between. */
final class ManyToManyRelations {

    private ManyToManyRelations() {}

    /** The entity of the table between, if the application has one. */
    static @Nullable Class<?> ownThrough(ClassAttribute attribute) {
        RelationOptions options = attribute.annotation(RelationOptions.class);
        return options == null || options.through() == void.class ? null : options.through();
    }

    static ManyToMany declare(Model model, ClassAttribute attribute, Relations.@Nullable Inverse inverse) {
        RelationOptions options = attribute.annotation(RelationOptions.class);
        String name = attribute.name();
        boolean symmetrical = isToSelf(attribute) && (options == null || options.symmetrical());
        RelationSpec declared = Relations.relation(attribute, model, inverse);
        String relatedName = declared.relatedName();
        if (symmetrical) {
            relatedName = name + "_rel_+";
        } else if (relatedName != null && relatedName.endsWith("+")) {
            // several hidden ones may lead to one model
            relatedName = "_" + model.app() + "_" + model.modelName() + "_" + name + "_+";
        }
        return new ManyToMany(
                model,
                name,
                attribute.accessor(),
                symmetrical,
                new RelationSpec(
                        OnDelete.CASCADE,
                        null,
                        relatedName,
                        declared.relatedQueryName(),
                        false,
                        declared.dbConstraint(),
                        null,
                        declared.inverse()));
    }

    private static boolean isToSelf(ClassAttribute attribute) {
        return Relations.target(attribute) == attribute.owner();
    }

    /** The model of the table between that no class declares: a key and two foreign keys. */
    static Model between(Model owner, ManyToMany relation, ClassAttribute attribute) {
        JoinTable table = attribute.annotation(JoinTable.class);
        String from = owner.modelName();
        String to = EntityClasses.model(Relations.target(attribute)).modelName();
        if (isToSelf(attribute)) {
            from = "from_" + to;
            to = "to_" + to;
        }
        boolean automatic = table == null || table.name().isEmpty();
        Model between = new Model(
                new ModelSpec(
                        owner.name() + "_" + relation.name(),
                        owner.app(),
                        table == null || table.name().isEmpty() ? "_" + relation.name() : table.name(),
                        automatic,
                        automatic ? owner : null,
                        ThroughRow.class,
                        owner.isManaged(),
                        List.of(),
                        List.of()),
                () -> {
                    throw new IllegalStateException("rows of join tables are made by their model");
                });
        // the kind of keys that the application has otherwise; there may be no key yet
        FieldType type = owner.localFields().stream()
                .map(Field::type)
                .filter(FieldType::isAuto)
                .findFirst()
                .orElse(FieldType.BIG_AUTO);
        Class<?> keyClass =
                type == FieldType.BIG_AUTO ? Long.class : type == FieldType.AUTO ? Integer.class : Short.class;
        between.add(new Field(
                between,
                new FieldSpec("id", "id", "id", type, keyClass, null, false, true, false, false, null, null, null),
                Accessors.slot("id", 0, keyClass)));
        ForeignKey source = key(between, from, 1, column(attribute, table == null ? null : table.joinColumns()));
        ForeignKey far = key(between, to, 2, column(attribute, table == null ? null : table.inverseJoinColumns()));
        between.add(source);
        between.add(far);
        between.add(new UniqueConstraint(null, List.of(source, far)));
        between.complete();
        return between;
    }

    private static @Nullable String column(ClassAttribute attribute, JoinColumn @Nullable [] columns) {
        if (columns == null || columns.length == 0) {
            return null;
        }
        if (columns.length > 1) {
            throw attribute.wrong("has a join table with several columns to one side; models have keys of one column");
        }
        return columns[0].name().isEmpty() ? null : BasicFields.unquoted(columns[0].name());
    }

    private static ForeignKey key(Model between, String name, int slot, @Nullable String column) {
        String attname = name + "_id";
        FieldSpec spec = new FieldSpec(
                name,
                attname,
                column == null ? attname : column,
                FieldType.FOREIGN_KEY,
                Object.class,
                null,
                false,
                false,
                false,
                true,
                null,
                null,
                null);
        RelationSpec relation =
                new RelationSpec(OnDelete.CASCADE, null, between.name() + "+", null, false, true, null, null);
        return new ForeignKey(between, spec, relation, Accessors.slot(attname, slot, Object.class), null);
    }

    static void resolve(ManyToMany relation, ClassAttribute attribute, Model target, Model through) {
        if (through.isAutoCreated()) {
            relation.resolve(target, through, (ForeignKey) through.localFields().get(1), (ForeignKey)
                    through.localFields().get(2));
            return;
        }
        RelationOptions options = attribute.annotation(RelationOptions.class);
        String[] names = options == null ? new String[0] : options.throughFields();
        if (names.length != 0 && names.length != 2) {
            throw attribute.wrong("names " + names.length + " throughFields; name two, the one that points here first");
        }
        ForeignKey source = names.length == 2
                ? named(attribute, through, names[0], relation.model())
                : only(attribute, through, relation.model(), null);
        ForeignKey far = names.length == 2
                ? named(attribute, through, names[1], target)
                : only(
                        attribute,
                        through,
                        target,
                        target.concrete() == relation.model().concrete() ? source : null);
        relation.resolve(target, through, source, far);
    }

    private static ForeignKey named(ClassAttribute attribute, Model through, String name, Model target) {
        for (Field field : through.fields()) {
            boolean meant = field.name().equals(name) || field.name().equals(Paths.snakeCase(name));
            if (meant && field instanceof ForeignKey key && target.inheritsFrom(key.target())) {
                return key;
            }
        }
        throw attribute.wrong("has the throughFields '" + name + "', which is no foreign key of " + through.label()
                + " to " + target.label());
    }

    /** The one foreign key to the model; to itself there are two, the first of which points here. */
    private static ForeignKey only(ClassAttribute attribute, Model through, Model target, @Nullable ForeignKey taken) {
        List<ForeignKey> fit = new ArrayList<>();
        for (Field field : through.fields()) {
            if (field instanceof ForeignKey key && key != taken && key.target().concrete() == target.concrete()) {
                fit.add(key);
            }
        }
        boolean toSelf = Relations.target(attribute) == attribute.owner();
        if (fit.size() == 1 || (toSelf && taken == null && fit.size() == 2)) {
            return fit.get(0);
        }
        throw attribute.wrong("goes through " + through.label() + ", which has "
                + (fit.isEmpty() ? "no foreign key" : fit.size() + " foreign keys") + " to " + target.label()
                + (fit.isEmpty() ? "" : "; name two with throughFields"));
    }
}
