package io.djdbc.query.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column that points to a field of another model: Django's {@code ForeignKey} and {@code OneToOneField}. */
public final class ForeignKey extends Field {

    private final RelationSpec relation;
    private final @Nullable Accessor rawAccessor;
    private @Nullable Model target;
    private @Nullable Field targetField;
    private @Nullable ReverseRelation reverse;
    private @Nullable List<PathStep> path;

    ForeignKey(Model model, FieldSpec spec, RelationSpec relation, Accessor accessor, @Nullable Accessor rawAccessor) {
        super(model, spec, accessor);
        this.relation = relation;
        this.rawAccessor = rawAccessor;
    }

    void resolve(Model resolvedTarget, Field resolvedTargetField) {
        target = resolvedTarget;
        targetField = resolvedTargetField;
        reverse = new ReverseRelation(this, relation);
        path = List.of(new PathStep(
                model(), resolvedTarget, resolvedTargetField, this, this, resolvedTargetField, false, true));
    }

    /** The model that it points to. */
    public Model target() {
        return resolved(target, this);
    }

    @Override
    public Model relatedModel() {
        return target();
    }

    /** The field that it points to: the target's primary key, or the one that {@code referencedColumnName} names. */
    public Field targetField() {
        return resolved(targetField, this);
    }

    @Override
    public Field valueField() {
        return targetField().valueField();
    }

    @Override
    public Class<?> valueType() {
        return valueField().valueType();
    }

    public OnDelete onDelete() {
        return relation.onDelete();
    }

    /** With {@link OnDelete#SET}: the key to set. */
    public @Nullable Object setTo() {
        String text = relation.setTo();
        return text == null ? null : Coercion.parse(this, text);
    }

    public boolean isOneToOne() {
        return type() == FieldType.ONE_TO_ONE;
    }

    /** Whether it is what joins the table of a child model to that of its parent; Django's {@code parent_link}. */
    public boolean isParentLink() {
        return relation.parentLink();
    }

    /** Django's {@code db_constraint}: whether the database is to know of it. */
    public boolean hasConstraint() {
        return relation.dbConstraint();
    }

    /** The way back; hidden if so declared. */
    public ReverseRelation reverse() {
        return resolved(reverse, this);
    }

    @Override
    public List<PathStep> path() {
        return resolved(path, this);
    }

    /** The raw key: of the related object if there is one, else what was set as a key. */
    @Override
    public @Nullable Object get(Object instance) {
        if (isParentLink()) {
            return targetField().get(instance);
        }
        Object related = accessor().get(instance);
        if (related == null) {
            return rawAccessor == null ? null : rawAccessor.get(instance);
        }
        return isKeyAttribute() ? related : targetField().get(related);
    }

    @Override
    public @Nullable Object attributeValue(Object instance) {
        return get(instance);
    }

    @Override
    public void load(Object instance, @Nullable Object key) {
        set(instance, key);
    }

    private void setRaw(Object instance, @Nullable Object key) {
        if (rawAccessor != null && key == null) {
            rawAccessor.clear(instance);
        } else if (rawAccessor != null) {
            rawAccessor.set(instance, key);
        }
    }

    /**
     * Sets the raw key. The related object stays if it has this key; otherwise it becomes a new instance of the target's
     * class that has nothing but the key (a reference, like JPA's), or null for null.
     */
    @Override
    public void set(Object instance, @Nullable Object key) {
        Object converted = toAttribute(key);
        if (isParentLink()) {
            targetField().set(instance, converted);
            return;
        }
        setRaw(instance, converted);
        if (isKeyAttribute() && converted != null) {
            accessor().set(instance, converted);
        } else if (isKeyAttribute()) {
            accessor().clear(instance);
        } else if (converted == null) {
            accessor().set(instance, null);
        } else {
            Object related = accessor().get(instance);
            if (related == null || !converted.equals(targetField().get(related))) {
                accessor().set(instance, reference(converted));
            }
        }
    }

    /** Converts to the key's type; a foreign key has no converter of its own. */
    @Override
    public @Nullable Object toAttribute(@Nullable Object key) {
        return Coercion.coerce(this, key, valueType());
    }

    /** The related object that the instance holds, which may be no more than a {@link #reference}; null if none. */
    public @Nullable Object related(Object instance) {
        return isParentLink() ? instance : isKeyAttribute() ? null : accessor().get(instance);
    }

    /** Puts the related object into the instance, and its key where that has an attribute of its own. */
    public void setRelated(Object instance, @Nullable Object object) {
        if (isParentLink()) {
            return;
        }
        Object key = object == null ? null : targetField().get(object);
        setRaw(instance, key);
        accessor().set(instance, isKeyAttribute() ? key : object);
    }

    /** A new instance of the target's class that has nothing but the key to which this relation points. */
    public Object reference(Object key) {
        Object reference = target().newInstance();
        targetField().set(reference, key);
        return reference;
    }

    /** Whether the instance holds the key only, as the rows of a join table that has no class do. */
    public boolean isKeyAttribute() {
        return model().isAutoCreated();
    }

    /** Whether an attribute beside the relation holds the raw key. */
    public boolean hasRawKey() {
        return rawAccessor != null;
    }

    /** Fails now if the default's text is no such key. */
    void checkDefaultKey() {
        String text = relation.defaultKey();
        if (text != null) {
            Coercion.parse(this, text);
        }
    }

    @Override
    public boolean hasDefault() {
        return relation.defaultKey() != null || (!isParentLink() && super.hasDefault());
    }

    @Override
    public @Nullable Object defaultValue() {
        String text = relation.defaultKey();
        return text != null ? Coercion.parse(this, text) : hasDefault() ? super.defaultValue() : null;
    }
}
