package io.djdbc.query.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A model: an entity class and the table that it is stored in; what Django calls {@code Model._meta}. Immutable, but for
 * the ways back of relations that come when another class is registered. Safe for use by several threads.
 */
public final class Model {

    private final ModelSpec spec;
    private final Supplier<Object> constructor;
    private final List<Field> localFields = new ArrayList<>();
    private final List<ManyToMany> localManyToMany = new ArrayList<>();
    private final Map<Model, @Nullable ForeignKey> parents = new LinkedHashMap<>();
    private final List<UniqueConstraint> uniqueConstraints = new ArrayList<>();
    private final List<CheckConstraint> checkConstraints = new ArrayList<>();
    private final List<Index> indexes = new ArrayList<>();
    private final Initial initial = new Initial(this);
    private @Nullable Model proxyFor;
    private @Nullable Field primaryKey;
    private List<Field> fields = List.of();
    private List<ManyToMany> manyToMany = List.of();
    private volatile Attributes attributes = Attributes.NONE;

    Model(ModelSpec spec, Supplier<Object> constructor) {
        this.spec = spec;
        this.constructor = constructor;
    }

    /** The name: {@code Entry}; that of {@code @Entity(name)}, else the class's. */
    public String name() {
        return spec.name();
    }

    /** The name in lower case, which Django makes names of: {@code entry}. */
    public String modelName() {
        return spec.name().toLowerCase(Locale.ROOT);
    }

    /** The application label: {@code blog}. */
    public String app() {
        return spec.app();
    }

    /** {@code blog.Entry}. */
    public String label() {
        return spec.app() + "." + spec.name();
    }

    /**
     * The table's name without quotes, as declared or as Django makes it, whatever its length. May hold a quoted name
     * with its schema: {@code "OWNER"."entries"}.
     */
    public String table() {
        return table(UnaryOperator.identity());
    }

    /**
     * The table's name on a database that has shorter names: an automatic one is cut, one that was declared is not.
     *
     * @param cut cuts a name; {@link io.djdbc.dialect.Identifiers#truncate(String, int)} with the database's limit
     */
    public String table(UnaryOperator<String> cut) {
        if (proxyFor != null) {
            return proxyFor.table(cut);
        }
        if (!spec.tableAutomatic()) {
            return spec.table();
        }
        Model owner = spec.tableOwner();
        return cut.apply(owner == null ? spec.table() : withoutQuotes(owner.table(cut)) + spec.table());
    }

    private static String withoutQuotes(String name) {
        return name.startsWith("\"") && name.endsWith("\"") && name.length() > 1
                ? name.substring(1, name.length() - 1)
                : name;
    }

    /** Whether the table's name is Django's own, so that a database with shorter names cuts it. */
    public boolean isTableAutomatic() {
        return proxyFor != null ? proxyFor.isTableAutomatic() : spec.tableAutomatic();
    }

    /** The entity class; {@link ThroughRow} for a join table that no class declares. */
    public Class<?> entityClass() {
        return spec.entityClass();
    }

    /** A new instance by the class's constructor without arguments, which may be private. */
    public Object newInstance() {
        return isAutoCreated() ? new ThroughRow(this) : constructor.get();
    }

    /** What {@link #newInstance} asks, for those who generate code. */
    public Supplier<Object> maker() {
        return isAutoCreated() ? () -> new ThroughRow(this) : constructor;
    }

    /** Whether the object is an instance of this model, or of a child of it. */
    public boolean isInstance(@Nullable Object object) {
        return object instanceof ThroughRow row
                ? row.model() == this
                : spec.entityClass().isInstance(object);
    }

    /** All columns, those of parents first, in Django's order. A parent's is the parent's own object. */
    public List<Field> fields() {
        return fields;
    }

    /** The columns of this model's own table. */
    public List<Field> localFields() {
        return Collections.unmodifiableList(localFields);
    }

    /** All many-to-many relations, inherited ones first. */
    public List<ManyToMany> manyToMany() {
        return manyToMany;
    }

    /** Those that this model declares. */
    public List<ManyToMany> localManyToMany() {
        return Collections.unmodifiableList(localManyToMany);
    }

    /** The primary key; of a child model the link to its parent. */
    public Field primaryKey() {
        return Field.resolved(primaryKey, this);
    }

    /** The models that this one inherits the tables of, and the link to each; null for what a proxy stands for. */
    public Map<Model, @Nullable ForeignKey> parents() {
        return Collections.unmodifiableMap(parents);
    }

    /** All parents, theirs among them, nearest first; Django's {@code get_parent_list()}. */
    public List<Model> ancestors() {
        Set<Model> all = new LinkedHashSet<>(parents.keySet());
        for (Model parent : parents.keySet()) {
            all.addAll(parent.ancestors());
        }
        return List.copyOf(all);
    }

    /** The model whose table this proxy has; null for all but proxies. */
    public @Nullable Model proxyFor() {
        return proxyFor;
    }

    /** This model, or for a proxy the one at the end of the chain. */
    public Model concrete() {
        return proxyFor == null ? this : proxyFor.concrete();
    }

    public boolean isProxy() {
        return proxyFor != null;
    }

    /** Whether it is the join table of a many-to-many relation that no class declares. */
    public boolean isAutoCreated() {
        return spec.entityClass() == ThroughRow.class;
    }

    /** Whether {@code schema()} creates its table; Django's {@code managed}. */
    public boolean isManaged() {
        return spec.managed();
    }

    /** The default order: paths, {@code -} before them for descending. */
    public List<String> ordering() {
        return spec.ordering();
    }

    /** The fields by which {@code latest()} goes. */
    public List<String> getLatestBy() {
        return spec.getLatestBy();
    }

    /** Fields that are unique together, in the order declared. */
    public List<UniqueConstraint> uniqueConstraints() {
        return Collections.unmodifiableList(uniqueConstraints);
    }

    public List<CheckConstraint> checkConstraints() {
        return Collections.unmodifiableList(checkConstraints);
    }

    /** Indexes beside those of single fields. */
    public List<Index> indexes() {
        return Collections.unmodifiableList(indexes);
    }

    /**
     * The ways back of relations that point here, hidden ones and those of parents among them, in Django's order: that
     * in which the models were registered.
     */
    public List<ReverseRelation> reverseRelations() {
        return attributes.reverse();
    }

    /** The ways back of relations that point to this very model, not to a parent of it. */
    public List<ReverseRelation> localReverseRelations() {
        return attributes.localReverse();
    }

    /**
     * Django's {@code _meta.get_field()}: by name, attname ({@code blog_id}) or, of a way back, query name, each in
     * snake_case or camelCase. {@code pk} is not one of them.
     *
     * @return null if there is none
     */
    public @Nullable Attribute attribute(String name) {
        Map<String, Attribute> byName = attributes.byName();
        Attribute attribute = byName.get(name);
        // a name in capitals is none of Java's
        return attribute != null || name.isEmpty() || !Character.isLowerCase(name.charAt(0))
                ? attribute
                : byName.get(Paths.snakeCase(name));
    }

    /** A column by its name or attname, in snake_case or camelCase; null if there is none. */
    public @Nullable Field field(String name) {
        return attribute(name) instanceof Field field ? field : null;
    }

    /** What the path may go on with, in order of the alphabet: the choices that Django's {@code FieldError} lists. */
    public List<String> attributeNames() {
        return attributes.names();
    }

    /** All attributes, hidden ones left out, in the order of Django's {@code _meta.get_fields()}. */
    public List<Attribute> attributes() {
        return attributes.visible();
    }

    /**
     * The joins from this model to its parent or grandparent; Django's {@code get_path_to_parent}.
     *
     * @return empty if that is this model, or what it is a proxy for
     * @throws IllegalArgumentException if it is no parent
     */
    public List<PathStep> pathToParent(Model parent) {
        List<PathStep> steps = findParent(parent);
        if (steps == null) {
            throw new IllegalArgumentException(parent.label() + " is no parent of " + label());
        }
        return steps;
    }

    private @Nullable List<PathStep> findParent(Model wanted) {
        if (wanted.concrete() == concrete()) {
            return List.of();
        }
        for (Map.Entry<Model, @Nullable ForeignKey> parent : parents.entrySet()) {
            List<PathStep> rest = parent.getKey().findParent(wanted);
            if (rest != null) {
                ForeignKey link = parent.getValue();
                return link == null ? rest : Paths.through(link.path(), rest);
            }
        }
        return null;
    }

    /** Whether the other model is this one, or one that this one inherits from. */
    public boolean inheritsFrom(Model other) {
        return findParent(other) != null;
    }

    @Override
    public String toString() {
        return label();
    }

    ModelSpec spec() {
        return spec;
    }

    Initial initial() {
        return initial;
    }

    void add(Field field) {
        localFields.add(field);
        if (field.isPrimaryKey()) {
            primaryKey = field;
        }
    }

    void add(ManyToMany relation) {
        localManyToMany.add(relation);
    }

    void add(UniqueConstraint constraint) {
        uniqueConstraints.add(constraint);
    }

    void add(CheckConstraint constraint) {
        checkConstraints.add(constraint);
    }

    void add(Index index) {
        indexes.add(index);
    }

    void addParent(Model parent, @Nullable ForeignKey link) {
        parents.put(parent, link);
    }

    void proxyFor(Model model) {
        proxyFor = model;
        parents.put(model, null);
        primaryKey = Objects.requireNonNull(model.primaryKey);
    }

    /** Once its own attributes and those of its parents are there. */
    void complete() {
        List<Field> all = new ArrayList<>();
        List<ManyToMany> allManyToMany = new ArrayList<>();
        for (Model parent : parents.keySet()) {
            addNew(all, parent.fields);
            addNew(allManyToMany, parent.manyToMany);
        }
        all.addAll(localFields);
        allManyToMany.addAll(localManyToMany);
        fields = List.copyOf(all);
        manyToMany = List.copyOf(allManyToMany);
    }

    private static <T> void addNew(List<T> all, List<T> more) {
        for (T one : more) {
            if (!all.contains(one)) {
                all.add(one);
            }
        }
    }

    void attributes(Attributes resolved) {
        attributes = resolved;
    }
}
