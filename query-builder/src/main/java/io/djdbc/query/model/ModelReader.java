package io.djdbc.query.model;

import jakarta.persistence.Converter;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes models of entity classes: first the classes that are meant, then their columns, then what relates them. */
final class ModelReader {

    private final List<Model> all;
    private final Map<Class<?>, Model> byClass;
    private final Map<Class<?>, Conversions.Typed> converters;
    private final Map<Class<?>, List<ClassAttribute>> pending = new LinkedHashMap<>();
    private final Deque<Class<?>> referred = new ArrayDeque<>();
    private final Map<String, Relations.Inverse> inverses = new HashMap<>();
    private final List<Model> added = new ArrayList<>();
    private final Map<ManyToMany, Model> betweens = new HashMap<>();
    private final Map<Attribute, ClassAttribute> declarations = new HashMap<>();

    ModelReader(Models.Registry known) {
        all = new ArrayList<>(known.all());
        byClass = new LinkedHashMap<>(known.byClass());
        converters = new HashMap<>(known.converters());
    }

    Models.Registry read(List<Class<?>> classes) {
        for (Class<?> type : classes) {
            Converter converter = type.getAnnotation(Converter.class);
            if (converter != null) {
                Converters.Read read = Converters.read(type);
                converters.put(read.attributeType(), read.conversion());
            }
        }
        for (Class<?> type : classes) {
            if (!type.isAnnotationPresent(Converter.class)) {
                include(type);
            }
        }
        while (!referred.isEmpty()) {
            include(referred.remove());
        }
        pending.values().forEach(this::findInverses);
        for (Map.Entry<Class<?>, List<ClassAttribute>> entry : pending.entrySet()) {
            declare(entry.getKey(), entry.getValue());
        }
        refuseUnmetInverses();
        resolve();
        Map<Model, Attributes> attributes = attributes();
        ModelChecks.check(all, attributes);
        attributes.forEach(Model::attributes);
        added.stream().filter(model -> !model.isAutoCreated()).forEach(StaticMetamodel::fill);
        return new Models.Registry(all, byClass, converters);
    }

    /** With its parent before it. */
    private void include(Class<?> type) {
        if (byClass.containsKey(type) || pending.containsKey(type)) {
            return;
        }
        EntityClasses.check(type);
        Class<?> parent = EntityClasses.parent(type);
        if (parent != null) {
            include(parent);
        }
        List<ClassAttribute> attributes = ClassAttributes.of(type);
        UnsupportedAnnotations.refuse(type, attributes);
        pending.put(type, attributes);
        for (ClassAttribute attribute : attributes) {
            if (Relations.isRelation(attribute)) {
                referred.add(Relations.target(attribute));
            }
            RelationOptions options = attribute.annotation(RelationOptions.class);
            if (options != null && options.through() != void.class) {
                referred.add(options.through());
            }
        }
    }

    private void findInverses(List<ClassAttribute> attributes) {
        for (ClassAttribute attribute : attributes) {
            String mappedBy = Relations.isRelation(attribute) ? Relations.mappedBy(attribute) : null;
            if (mappedBy != null) {
                Class<?> target = Relations.target(attribute);
                Relations.Inverse twin =
                        inverses.put(target.getName() + "." + mappedBy, new Relations.Inverse(attribute));
                if (twin != null) {
                    throw attribute.wrong("is mappedBy = \"" + mappedBy + "\", and so is " + twin.attribute());
                }
            }
        }
    }

    private void declare(Class<?> type, List<ClassAttribute> attributes) {
        Model model = EntityClasses.model(type);
        Class<?> parentClass = EntityClasses.parent(type);
        ModelOptions options = type.getAnnotation(ModelOptions.class);
        boolean proxy = options != null && options.proxy();
        if (proxy) {
            declareProxy(model, parentClass, attributes);
        } else {
            if (parentClass != null) {
                declareParentLink(model, parentClass);
            }
            List<ClassAttribute> raw = RawKeys.of(attributes);
            BasicFields basic = new BasicFields(converters);
            for (ClassAttribute attribute : attributes) {
                if (!raw.contains(attribute)) {
                    declare(model, attribute, basic, attributes);
                }
            }
            TableOptions.read(model, type.getAnnotation(Table.class));
            if (!hasKey(model)) {
                throw new ModelException(type.getName() + " has no key: annotate one attribute with @Id");
            }
        }
        model.complete();
        byClass.put(type, model);
        all.add(model);
        added.add(model);
    }

    private static boolean hasKey(Model model) {
        return model.localFields().stream().anyMatch(Field::isPrimaryKey);
    }

    private void declareProxy(Model model, @Nullable Class<?> parent, List<ClassAttribute> attributes) {
        if (parent == null) {
            throw new ModelException(model.entityClass().getName() + " is a proxy of nothing: it extends no entity");
        }
        if (!attributes.isEmpty()) {
            throw attributes
                    .get(0)
                    .wrong("is an attribute of a proxy, which has those of " + parent.getName()
                            + " only; add @Transient, or drop proxy = true");
        }
        model.proxyFor(Field.resolved(byClass.get(parent), parent));
    }

    private void declareParentLink(Model model, Class<?> parentClass) {
        Model parent = Field.resolved(byClass.get(parentClass), parentClass);
        Inheritance inheritance = EntityClasses.root(parentClass).getAnnotation(Inheritance.class);
        if (inheritance == null || inheritance.strategy() != InheritanceType.JOINED) {
            throw new ModelException(model.entityClass().getName() + " extends the entity " + parentClass.getName()
                    + ": annotate " + EntityClasses.root(parentClass).getName()
                    + " with @Inheritance(strategy = InheritanceType.JOINED), which gives each a table of its own, or "
                    + model.entityClass().getSimpleName()
                    + " with @ModelOptions(proxy = true); other strategies are not"
                    + " Django's");
        }
        ForeignKey link = ParentLinks.declare(model, parent);
        model.add(link);
        model.addParent(parent, link);
    }

    private void declare(Model model, ClassAttribute attribute, BasicFields basic, List<ClassAttribute> siblings) {
        if (Relations.isForeignKey(attribute)) {
            ForeignKey key = new ForeignKey(
                    model,
                    Relations.column(attribute),
                    Relations.relation(attribute, model, takeInverse(attribute)),
                    attribute.accessor(),
                    RawKeys.accessor(attribute, siblings));
            add(model, key, attribute);
        } else if (Relations.isManyToMany(attribute)) {
            ManyToMany relation = ManyToManyRelations.declare(model, attribute, takeInverse(attribute));
            model.add(relation);
            declarations.put(relation, attribute);
            if (ManyToManyRelations.ownThrough(attribute) == null) {
                Model between = ManyToManyRelations.between(model, relation, attribute);
                all.add(between);
                added.add(between);
                declarations.put(between.localFields().get(1), attribute);
                declarations.put(between.localFields().get(2), attribute);
                betweens.put(relation, between);
            }
        } else if (!Relations.isRelation(attribute)) {
            add(model, new Field(model, basic.read(attribute), attribute.accessor()), attribute);
        }
    }

    private void add(Model model, Field field, ClassAttribute attribute) {
        if (field.isPrimaryKey() && hasKey(model)) {
            throw attribute.wrong("is a second key; models have one"
                    + (model.parents().isEmpty() ? "" : ", which a child inherits from its parent")
                    + ". Make the columns unique together instead");
        }
        model.add(field);
        declarations.put(field, attribute);
    }

    private Relations.@Nullable Inverse takeInverse(ClassAttribute attribute) {
        return inverses.remove(attribute.owner().getName() + "." + attribute.javaName());
    }

    private void refuseUnmetInverses() {
        for (Map.Entry<String, Relations.Inverse> unmet : inverses.entrySet()) {
            throw unmet.getValue()
                    .attribute()
                    .wrong("is mappedBy " + unmet.getKey() + ", which is no relation that points back");
        }
    }

    /** Foreign keys first, as many-to-many relations are made of them. */
    private void resolve() {
        for (Model model : added) {
            for (Field field : model.localFields()) {
                if (field instanceof ForeignKey key) {
                    resolve(key);
                }
            }
        }
        for (Model model : added) {
            for (ManyToMany relation : model.localManyToMany()) {
                ClassAttribute attribute = Field.resolved(declarations.get(relation), relation);
                Model between = betweens.get(relation);
                Class<?> own = ManyToManyRelations.ownThrough(attribute);
                ManyToManyRelations.resolve(
                        relation,
                        attribute,
                        model(Relations.target(attribute)),
                        own == null ? Field.resolved(between, relation) : model(own));
            }
        }
    }

    private void resolve(ForeignKey key) {
        ClassAttribute attribute = declarations.get(key);
        if (attribute == null) {
            Model parent = Field.resolved(ParentLinks.parent(key), key);
            key.resolve(parent, parent.primaryKey());
            return;
        }
        if (key.model().isAutoCreated()) {
            boolean source = key.model().localFields().get(1) == key;
            Model target = model(source ? attribute.owner() : Relations.target(attribute));
            key.resolve(target, target.primaryKey());
            return;
        }
        Model target = model(Relations.target(attribute));
        String column = Relations.referencedColumn(attribute);
        key.resolve(target, column == null ? target.primaryKey() : referenced(attribute, target, column));
    }

    private static Field referenced(ClassAttribute attribute, Model target, String column) {
        for (Field field : target.fields()) {
            if (field.column().equals(column)) {
                return field;
            }
        }
        throw attribute.wrong("has referencedColumnName = \"" + column + "\", which is no column of " + target.label()
                + "; it has " + target.fields().stream().map(Field::column).toList());
    }

    private Model model(Class<?> type) {
        return Field.resolved(byClass.get(type), type);
    }

    /** Of all models, as the new ones can add ways back to those that were there. */
    private Map<Model, Attributes> attributes() {
        Map<Model, List<ReverseRelation>> local = new HashMap<>();
        for (Model model : all) {
            for (Field field : model.localFields()) {
                if (field instanceof ForeignKey key) {
                    local.computeIfAbsent(key.target().concrete(), any -> new ArrayList<>())
                            .add(key.reverse());
                }
            }
            for (ManyToMany relation : model.localManyToMany()) {
                local.computeIfAbsent(relation.target().concrete(), any -> new ArrayList<>())
                        .add(relation.reverse());
            }
        }
        Map<Model, Attributes> attributes = new LinkedHashMap<>();
        for (Model model : all) {
            attributes.put(model, Attributes.of(model, local));
        }
        return attributes;
    }
}
