package io.djdbc.query.model;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The way back of a foreign key, a one-to-one or a many-to-many relation: {@code blog.entry_set}. */
public final class ReverseRelation implements Attribute {

    private final Attribute forward;
    private final RelationSpec relation;
    private final List<PathStep> path;

    ReverseRelation(ForeignKey forward, RelationSpec relation) {
        this.forward = forward;
        this.relation = relation;
        this.path = List.of(new PathStep(
                forward.target(),
                forward.model(),
                forward.model().primaryKey(),
                this,
                forward.targetField(),
                forward,
                !forward.isUnique(),
                false));
    }

    ReverseRelation(ManyToMany forward, RelationSpec relation, List<PathStep> path) {
        this.forward = forward;
        this.relation = relation;
        this.path = path;
    }

    /** The relation whose way back this is: a {@link ForeignKey} or a {@link ManyToMany}. */
    public Attribute forward() {
        return forward;
    }

    /** The name in lookup paths: {@code related_query_name}, else {@code related_name}, else the model's in lower case. */
    @Override
    public String name() {
        String queryName = relation.relatedQueryName() != null ? relation.relatedQueryName() : relation.relatedName();
        return queryName != null ? queryName : forward.model().name().toLowerCase(Locale.ROOT);
    }

    /** The name of the attribute on the other side: {@code entry_set}; null if it is hidden. */
    public @Nullable String accessorName() {
        if (isHidden()) {
            return null;
        }
        String relatedName = relation.relatedName();
        if (relatedName != null) {
            return relatedName;
        }
        String model = forward.model().name().toLowerCase(Locale.ROOT);
        return isMultiple() ? model + "_set" : model;
    }

    /** The model that this attribute is of: the one that the relation points to. */
    @Override
    public Model model() {
        Model target = forward.relatedModel();
        if (target == null) {
            throw new IllegalStateException(forward + " is no relation");
        }
        return target;
    }

    /** The model that the relation comes from. */
    @Override
    public Model relatedModel() {
        return forward.model();
    }

    @Override
    public boolean isMultiple() {
        return !isOneToOne();
    }

    /** Whether it leads to at most one object. */
    public boolean isOneToOne() {
        return forward instanceof ForeignKey key && key.isOneToOne();
    }

    public boolean isManyToMany() {
        return forward instanceof ManyToMany;
    }

    @Override
    public boolean isNullable() {
        return true;
    }

    @Override
    public boolean isHidden() {
        String relatedName = relation.relatedName();
        return relatedName != null && relatedName.endsWith("+");
    }

    /** Where the Java class has it as an attribute ({@code mappedBy}); null if it does not. */
    public @Nullable Accessor accessor() {
        return relation.inverse();
    }

    @Override
    public List<PathStep> path() {
        return path;
    }

    @Override
    public String toString() {
        return model().label() + "." + name();
    }
}
