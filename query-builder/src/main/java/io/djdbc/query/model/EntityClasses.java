package io.djdbc.query.model;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What entity classes must be, and the names of their models and tables. */
final class EntityClasses {

    private static final Set<String> LAYERS = Set.of("model", "models", "entity", "entities", "domain");

    private EntityClasses() {}

    static void check(Class<?> type) {
        String name = type.getName();
        if (type.isRecord()) {
            throw new ModelException(name + " is a record, which cannot be an entity: its values cannot be set after it"
                    + " was made. Make it a class; for rows of a query take values() or a tuple");
        }
        if (type.isInterface() || type.isEnum() || type.isPrimitive() || type.isArray()) {
            throw new ModelException(name + " is no class, which an entity must be");
        }
        if (!ClassAttributes.isEntity(type)) {
            throw new ModelException(name + " is no entity: annotate it with @Entity");
        }
        if (type.isMemberClass() && !Modifier.isStatic(type.getModifiers())) {
            throw new ModelException(name + " is an inner class, of which nobody can make instances; make it static");
        }
        if (type.getAnnotationsByType(SecondaryTable.class).length > 0) {
            throw new ModelException(name + " has a @SecondaryTable; a model has one table. Make the other one a child"
                    + " entity, or an entity with a @OneToOne");
        }
        if (type.getAnnotationsByType(AssociationOverride.class).length > 0) {
            throw new ModelException(
                    name + " has an @AssociationOverride, which is not supported; declare the relation in"
                            + " the entity itself");
        }
        if (type.isAnnotationPresent(IdClass.class)) {
            throw new ModelException(
                    name + " has a key of several columns (@IdClass); models have one key column. Give the"
                            + " table a key of its own and make the columns unique together");
        }
    }

    /** The nearest superclass that is an entity; null if there is none. */
    static @Nullable Class<?> parent(Class<?> type) {
        for (Class<?> at = type.getSuperclass(); at != null; at = at.getSuperclass()) {
            if (ClassAttributes.isEntity(at)) {
                return at;
            }
        }
        return null;
    }

    /** The entity at the top of the hierarchy, which says how it is stored. */
    static Class<?> root(Class<?> type) {
        Class<?> parent = parent(type);
        return parent == null ? type : root(parent);
    }

    static Model model(Class<?> type) {
        Entity entity = type.getAnnotation(Entity.class);
        String name = entity == null || entity.name().isEmpty() ? type.getSimpleName() : entity.name();
        ModelOptions options = type.getAnnotation(ModelOptions.class);
        String app = app(type, options);
        Table table = type.getAnnotation(Table.class);
        boolean automatic = table == null || table.name().isEmpty();
        String tableName =
                table == null || table.name().isEmpty() ? app + "_" + name.toLowerCase(Locale.ROOT) : qualified(table);
        return new Model(
                new ModelSpec(
                        name,
                        app,
                        tableName,
                        automatic,
                        null,
                        type,
                        options == null || options.managed(),
                        options == null ? java.util.List.of() : java.util.List.of(options.ordering()),
                        options == null ? java.util.List.of() : java.util.List.of(options.getLatestBy())),
                Accessors.constructor(type));
    }

    /** A schema goes into the name, as Django users write it. */
    private static String qualified(Table table) {
        return table.schema().isEmpty() ? table.name() : "\"" + table.schema() + "\".\"" + table.name() + "\"";
    }

    private static String app(Class<?> type, @Nullable ModelOptions options) {
        if (options != null && !options.app().isEmpty()) {
            return options.app();
        }
        Package declared = type.getPackage();
        ModelOptions ofPackage = declared == null ? null : declared.getAnnotation(ModelOptions.class);
        if (ofPackage != null && !ofPackage.app().isEmpty()) {
            return ofPackage.app();
        }
        String[] parts = type.getPackageName().split("\\.", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            if (!parts[i].isEmpty() && !LAYERS.contains(parts[i])) {
                return parts[i];
            }
        }
        throw new ModelException(type.getName() + " has no application label: its package has no name of its own. Add"
                + " @ModelOptions(app = …)");
    }
}
