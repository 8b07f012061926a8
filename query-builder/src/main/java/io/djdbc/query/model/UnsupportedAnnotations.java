package io.djdbc.query.model;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JPA's annotations that would have no effect here, each refused with what to do instead: an application that counts on
 * one would be wrong without knowing. Those that only declare something for JPA's own API, or are hints, are left alone.
 */
final class UnsupportedAnnotations {

    private static final String JPA = Cacheable.class.getPackageName();

    private static final String CALLBACK =
            "callbacks are not called; do it where the entity is saved, read or deleted, or mark the method otherwise";

    private static final String MAP = "relations to many are sets or lists of entities; make it a Set or RelatedSet";

    private static final String GENERATOR =
            "keys are made by their own column, as Django's are; remove it, and let the" + " column be an identity";

    private static final String DISCRIMINATOR =
            "a joined child is told by its row in its own table; remove it, or declare the column as an attribute";

    private static final Map<String, String> REMEDIES = Map.ofEntries(
            Map.entry(
                    "Version",
                    "no version is checked or counted; remove the annotation (the column stays one like any other), and"
                            + " write objects(…).filter(\"pk\", key, \"version\", read).update(…), or lock with"
                            + " selectForUpdate()"),
            Map.entry(
                    "OrderBy",
                    "relations have the order of their model; say it by @ModelOptions(ordering = …) of the related entity,"
                            + " or orderBy() where they are read"),
            Map.entry("OrderColumn", "relations have no positions; give the related entity an attribute to order by"),
            Map.entry("MapKey", MAP),
            Map.entry("MapKeyClass", MAP),
            Map.entry("MapKeyColumn", MAP),
            Map.entry("MapKeyEnumerated", MAP),
            Map.entry("MapKeyJoinColumn", MAP),
            Map.entry("MapKeyJoinColumns", MAP),
            Map.entry("MapKeyTemporal", MAP),
            Map.entry("CollectionTable", "collections of values are not supported; make its elements an entity"),
            Map.entry("Converts", "attributes of an embedded class or a map cannot be converted one by one"),
            Map.entry("SequenceGenerator", GENERATOR),
            Map.entry("SequenceGenerators", GENERATOR),
            Map.entry("TableGenerator", GENERATOR),
            Map.entry("TableGenerators", GENERATOR),
            Map.entry("DiscriminatorColumn", DISCRIMINATOR),
            Map.entry("DiscriminatorValue", DISCRIMINATOR),
            Map.entry("PrimaryKeyJoinColumns", "models have keys of one column; give one @PrimaryKeyJoinColumn"),
            Map.entry("EntityListeners", CALLBACK),
            Map.entry("ExcludeDefaultListeners", CALLBACK),
            Map.entry("ExcludeSuperclassListeners", CALLBACK),
            Map.entry("PrePersist", CALLBACK),
            Map.entry("PostPersist", CALLBACK),
            Map.entry("PreUpdate", CALLBACK),
            Map.entry("PostUpdate", CALLBACK),
            Map.entry("PreRemove", CALLBACK),
            Map.entry("PostRemove", CALLBACK),
            Map.entry("PostLoad", CALLBACK));

    /** Of effect here, or refused elsewhere; then what concerns JPA's own API only, or is a hint. */
    private static final Set<String> KNOWN = Set.of(
            "Access",
            "AssociationOverride",
            "AssociationOverrides",
            "AttributeOverride",
            "AttributeOverrides",
            "Basic",
            "Column",
            "Convert",
            "Converter",
            "ElementCollection",
            "Embeddable",
            "Embedded",
            "EmbeddedId",
            "Entity",
            "Enumerated",
            "EnumeratedValue",
            "GeneratedValue",
            "Id",
            "IdClass",
            "Inheritance",
            "JoinColumn",
            "JoinColumns",
            "JoinTable",
            "Lob",
            "ManyToMany",
            "ManyToOne",
            "MappedSuperclass",
            "MapsId",
            "OneToMany",
            "OneToOne",
            "PrimaryKeyJoinColumn",
            "SecondaryTable",
            "SecondaryTables",
            "Table",
            "Temporal",
            "Transient",
            "Cacheable",
            "NamedEntityGraph",
            "NamedEntityGraphs",
            "NamedNativeQueries",
            "NamedNativeQuery",
            "NamedQueries",
            "NamedQuery",
            "NamedStoredProcedureQueries",
            "NamedStoredProcedureQuery",
            "SqlResultSetMapping",
            "SqlResultSetMappings");

    private UnsupportedAnnotations() {}

    /** @throws ModelException for the first one that is found */
    static void refuse(Class<?> entity, List<ClassAttribute> attributes) {
        for (Class<?> at = entity; at != null; at = at.getSuperclass()) {
            if (at == entity || at.isAnnotationPresent(MappedSuperclass.class)) {
                refuse(entity, at);
            }
        }
        attributes.forEach(UnsupportedAnnotations::refuse);
    }

    private static void refuse(Class<?> entity, Class<?> declaring) {
        String of = declaring == entity ? "" : " (of " + declaring.getName() + ")";
        for (Annotation annotation : declaring.getDeclaredAnnotations()) {
            String remedy = remedy(annotation);
            if (remedy != null) {
                throw new ModelException(entity.getName() + " has @" + name(annotation) + of + ": " + remedy);
            }
        }
        Table table = declaring.getDeclaredAnnotation(Table.class);
        if (table != null) {
            refuseParts(
                    entity.getName() + " has @Table" + of,
                    Map.of("catalog", table.catalog(), "comment", table.comment(), "options", table.options()));
        }
        for (Method method : declaring.getDeclaredMethods()) {
            for (Annotation annotation : method.getDeclaredAnnotations()) {
                if (CALLBACK.equals(remedy(annotation))) {
                    throw new ModelException(entity.getName() + "." + method.getName() + "() has @" + name(annotation)
                            + ": " + CALLBACK);
                }
            }
        }
    }

    private static void refuse(ClassAttribute attribute) {
        if (attribute.has(Transient.class)) {
            return;
        }
        for (Annotation annotation : attribute.declared().getDeclaredAnnotations()) {
            String remedy = remedy(annotation);
            if (remedy != null) {
                throw attribute.wrong("has @" + name(annotation) + ": " + remedy);
            }
        }
        GeneratedValue generated = attribute.annotation(GeneratedValue.class);
        if (generated != null
                && (generated.strategy() == GenerationType.SEQUENCE
                        || generated.strategy() == GenerationType.TABLE
                        || !generated.generator().isEmpty())) {
            throw attribute.wrong("has @GeneratedValue with "
                    + (generated.generator().isEmpty() ? generated.strategy() : "a generator") + ": " + GENERATOR
                    + ", with GenerationType.AUTO or IDENTITY");
        }
        Convert convert = attribute.annotation(Convert.class);
        if (convert != null && !convert.attributeName().isEmpty()) {
            throw attribute.wrong("has @Convert(attributeName): " + REMEDIES.get("Converts"));
        }
        columns(attribute);
    }

    private static void columns(ClassAttribute attribute) {
        Column column = attribute.annotation(Column.class);
        if (column != null) {
            refuseParts(
                    attribute + " has @Column",
                    Map.of(
                            "table",
                            column.table(),
                            "columnDefinition",
                            BasicFields.isLongText(column.columnDefinition()) ? "" : column.columnDefinition(),
                            "comment",
                            column.comment(),
                            "options",
                            column.options(),
                            "check",
                            column.check().length == 0 ? "" : "a constraint",
                            "secondPrecision",
                            column.secondPrecision() < 0 ? "" : Integer.toString(column.secondPrecision())));
        }
        JoinColumn join = attribute.annotation(JoinColumn.class);
        if (join != null) {
            refuseParts(
                    attribute + " has @JoinColumn",
                    Map.of(
                            "table",
                            join.table(),
                            "columnDefinition",
                            join.columnDefinition(),
                            "comment",
                            join.comment(),
                            "options",
                            join.options(),
                            "check",
                            join.check().length == 0 ? "" : "a constraint",
                            "insertable and updatable",
                            join.insertable() && join.updatable() ? "" : "false"));
        }
        JoinTable between = attribute.annotation(JoinTable.class);
        if (between != null) {
            refuseParts(
                    attribute + " has @JoinTable",
                    Map.of(
                            "catalog",
                            between.catalog(),
                            "schema",
                            between.schema(),
                            "comment",
                            between.comment(),
                            "options",
                            between.options(),
                            "check",
                            between.check().length == 0 ? "" : "a constraint",
                            "uniqueConstraints",
                            between.uniqueConstraints().length == 0 ? "" : "a constraint",
                            "indexes",
                            between.indexes().length == 0 ? "" : "an index"));
        }
    }

    private static void refuseParts(String where, Map<String, String> given) {
        List<String> names = new ArrayList<>();
        given.forEach((name, value) -> {
            if (!value.isEmpty()) {
                names.add(name);
            }
        });
        if (!names.isEmpty()) {
            names.sort(null);
            throw new ModelException(where + " with " + String.join(", ", names)
                    + ", which would have no effect; remove it, and make the table by a migration of your own if it is"
                    + " needed there");
        }
    }

    private static @Nullable String remedy(Annotation annotation) {
        if (!annotation.annotationType().getPackageName().equals(JPA)) {
            return null;
        }
        String name = name(annotation);
        String remedy = REMEDIES.get(name);
        return remedy != null || KNOWN.contains(name)
                ? remedy
                : "djdbc does not know this annotation of a newer JPA; remove it";
    }

    private static String name(Annotation annotation) {
        return annotation.annotationType().getSimpleName();
    }
}
