package io.djdbc.query.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Django's {@code ManyToManyField}: a relation through the rows of another table. It has no column. */
public final class ManyToMany implements Attribute {

    private final Model model;
    private final String name;
    private final @Nullable Accessor accessor;
    private final boolean symmetrical;
    private final RelationSpec relation;
    private @Nullable Model target;
    private @Nullable Model through;
    private @Nullable ForeignKey sourceField;
    private @Nullable ForeignKey targetField;
    private @Nullable List<PathStep> path;
    private @Nullable ReverseRelation reverse;

    ManyToMany(Model model, String name, @Nullable Accessor accessor, boolean symmetrical, RelationSpec relation) {
        this.model = model;
        this.name = name;
        this.accessor = accessor;
        this.symmetrical = symmetrical;
        this.relation = relation;
    }

    void resolve(Model resolvedTarget, Model resolvedThrough, ForeignKey source, ForeignKey far) {
        target = resolvedTarget;
        through = resolvedThrough;
        sourceField = source;
        targetField = far;
        path = Paths.through(source.reverse().path(), far.path());
        reverse =
                new ReverseRelation(this, relation, Paths.through(far.reverse().path(), source.path()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Model model() {
        return model;
    }

    /** The model that it leads to. */
    public Model target() {
        return Field.resolved(target, this);
    }

    @Override
    public Model relatedModel() {
        return target();
    }

    /** The model of the table between. */
    public Model through() {
        return Field.resolved(through, this);
    }

    /** The foreign key of {@link #through()} that points to this relation's model; Django's {@code m2m_field_name}. */
    public ForeignKey sourceField() {
        return Field.resolved(sourceField, this);
    }

    /** The foreign key of {@link #through()} that points to the other model; Django's {@code m2m_reverse_field_name}. */
    public ForeignKey targetField() {
        return Field.resolved(targetField, this);
    }

    /** Of a relation from a model to itself: whether it always goes both ways. */
    public boolean isSymmetrical() {
        return symmetrical;
    }

    /** Whether the relation goes from a model to itself. */
    public boolean isToSelf() {
        return target().concrete() == model.concrete();
    }

    @Override
    public boolean isMultiple() {
        return true;
    }

    @Override
    public boolean isNullable() {
        return true;
    }

    @Override
    public List<PathStep> path() {
        return Field.resolved(path, this);
    }

    /** The way back; hidden if so declared, and if the relation is symmetrical. */
    public ReverseRelation reverse() {
        return Field.resolved(reverse, this);
    }

    /** Where the Java class has it as an attribute; null in a class that only inherits a declaration without one. */
    public @Nullable Accessor accessor() {
        return accessor;
    }

    @Override
    public String toString() {
        return model.label() + "." + name;
    }
}
