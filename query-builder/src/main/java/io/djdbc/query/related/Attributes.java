package io.djdbc.query.related;

import io.djdbc.query.DoesNotExist;
import io.djdbc.query.FieldError;
import io.djdbc.query.RelatedObjectDoesNotExist;
import io.djdbc.query.execute.Session;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.model.Accessor;
import io.djdbc.query.model.Attribute;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.ManyToMany;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.ReverseRelation;
import io.djdbc.query.queryset.DefaultQuerySet;
import io.djdbc.query.row.InstanceState;
import io.djdbc.query.row.InstanceStates;
import io.djdbc.query.value.Prepared;
import io.djdbc.query.write.Refreshing;
import io.djdbc.query.write.Saving;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Attributes of an instance by their names in Django; what has not been read is read. */
public final class Attributes {

    private final Session session;

    public Attributes(Session session) {
        this.session = session;
    }

    /** The value that {@code annotate()} gave, in an attribute of that name or beside the instance. */
    public static @Nullable Object annotation(Object instance, String name) {
        InstanceState state = InstanceStates.find(instance);
        Map<String, @Nullable Object> known = state == null ? Map.of() : state.annotationsOrNone();
        if (!known.containsKey(name)) {
            throw new IllegalArgumentException("'" + instance.getClass().getSimpleName()
                    + "' object has no annotation '" + name + "'; it has " + known.keySet());
        }
        return known.get(name);
    }

    // reading

    public @Nullable Object load(Object instance, String name) {
        Model model = Saving.model(session, instance);
        if (name.equals("pk")) {
            return model.primaryKey().get(instance);
        }
        ReverseRelation reverse = reverse(model, name);
        if (reverse != null && reverse.isOneToOne()) {
            return otherSide(instance, reverse);
        }
        Attribute attribute = model.attribute(name);
        if (attribute instanceof ForeignKey key) {
            return isRawName(key, name) ? loaded(instance, key).get(instance) : related(instance, key);
        }
        if (attribute instanceof Field field) {
            return loaded(instance, field).get(instance);
        }
        InstanceState state = InstanceStates.find(instance);
        Optional<Object> prefetched = state == null ? null : state.related(name);
        if (prefetched != null) {
            return prefetched.orElse(null);
        }
        throw new FieldError("'" + model.name() + "' has no single value '" + name + "'"
                + (attribute == null ? "" : "; use related(instance, \"" + name + "\")"));
    }

    private static boolean isRawName(ForeignKey key, String name) {
        return !name.equals(key.name()) && (name.equals(key.attname()) || name.endsWith("Id"));
    }

    /** A way back by the name of its attribute; a parent's way to this child is one of the child, too. */
    static @Nullable ReverseRelation reverse(Model model, String accessor) {
        ReverseRelation own = named(model.reverseRelations(), accessor);
        if (own != null) {
            return own;
        }
        for (Model parent : model.ancestors()) {
            ReverseRelation inherited = named(parent.reverseRelations(), accessor);
            if (inherited != null) {
                return inherited;
            }
        }
        return null;
    }

    private static @Nullable ReverseRelation named(List<ReverseRelation> relations, String accessor) {
        for (ReverseRelation relation : relations) {
            Accessor declared = relation.accessor();
            if (accessor.equals(relation.accessorName()) || declared != null && accessor.equals(declared.javaName())) {
                return relation;
            }
        }
        return null;
    }

    private Field loaded(Object instance, Field field) {
        InstanceState state = InstanceStates.find(instance);
        if (state != null) {
            state.noticeAssigned(instance);
        }
        // the key of a parent is the child's, too
        if (state != null && state.deferred().contains(field) && !field.isPrimaryKey()) {
            new Refreshing(session).refresh(instance, List.of(field.attname()));
        }
        return field;
    }

    private @Nullable Object related(Object instance, ForeignKey key) {
        loaded(instance, key);
        Object object = key.related(instance);
        if (object == null) {
            if (key.isNullable()) {
                return null;
            }
            throw new RelatedObjectDoesNotExist(
                    key.target().name(), key.model().name() + " has no " + key.name() + ".");
        }
        if (key.isParentLink()) {
            return parent(instance, key);
        }
        if (!References.isReference(session, key, object)) {
            return object;
        }
        Object value = Objects.requireNonNull(key.targetField().get(object));
        if (isMissing(instance, key, value)) {
            if (key.isNullable()) {
                return null;
            }
            throw new RelatedObjectDoesNotExist(
                    key.target().name(), key.model().name() + " has no " + key.name() + ".");
        }
        Object read = rows(instance, key.target()).get(key.targetField().name(), value);
        key.setRelated(instance, read);
        ReverseRelation reverse = key.reverse();
        if (reverse.isOneToOne() && reverse.accessorName() != null) {
            remember(read, reverse, instance);
        }
        return read;
    }

    /** Remembers that prefetching found no object for that key. */
    static void rememberMissing(Object instance, ForeignKey key, Object value) {
        InstanceStates.of(instance).relate(key.name() + "=" + value, null);
    }

    private static boolean isMissing(Object instance, ForeignKey key, Object value) {
        InstanceState state = InstanceStates.find(instance);
        return state != null && state.related(key.name() + "=" + value) != null;
    }

    /** The row of the parent model as an object of its own; it is read if the child was read without it. */
    private Object parent(Object instance, ForeignKey link) {
        InstanceState state = InstanceStates.of(instance);
        Optional<Object> known = state.related(link.name());
        if (known != null && known.isPresent()) {
            return known.get();
        }
        Model parent = link.target();
        Object part;
        if (parent.fields().stream().anyMatch(state.deferred()::contains)) {
            part = rows(instance, parent).get(link.targetField().name(), link.get(instance));
        } else {
            part = parent.newInstance();
            for (Field field : parent.fields()) {
                field.set(part, field.get(instance));
            }
            Object database = state.database();
            if (state.isStored() && database != null) {
                InstanceStates.of(part).stored(database);
            }
        }
        keepParent(instance, link, part);
        return part;
    }

    /** Lets a foreign key point to an object. */
    static void point(Object instance, ForeignKey key, Object object) {
        if (key.isParentLink()) {
            keepParent(instance, key, object);
        } else {
            key.setRelated(instance, object);
        }
    }

    static void keepParent(Object instance, ForeignKey link, Object parent) {
        InstanceStates.of(instance).relate(link.name(), parent);
        if (link.reverse().accessorName() != null) {
            remember(parent, link.reverse(), instance);
        }
    }

    private DefaultQuerySet<Object> rows(Object instance, Model model) {
        return DefaultQuerySet.rows(session.near(instance), model);
    }

    private Object otherSide(Object instance, ReverseRelation relation) {
        Optional<Object> known = known(instance, relation);
        if (known == null) {
            known = Optional.ofNullable(readOtherSide(instance, relation));
            remember(instance, relation, known.orElse(null));
        }
        return known.orElseThrow(() -> new RelatedObjectDoesNotExist(
                relation.relatedModel().name(), instanceName(instance) + " has no " + relation.accessorName() + "."));
    }

    private String instanceName(Object instance) {
        return Saving.model(session, instance).name();
    }

    private static @Nullable Optional<Object> known(Object instance, ReverseRelation relation) {
        Accessor accessor = relation.accessor();
        Object held = accessor == null ? null : accessor.get(instance);
        if (held != null) {
            return Optional.of(held);
        }
        InstanceState state = InstanceStates.find(instance);
        return state == null ? null : state.related(Objects.requireNonNull(relation.accessorName()));
    }

    /** Puts the object on the other side where it is found again. */
    static void remember(Object instance, ReverseRelation relation, @Nullable Object object) {
        Accessor accessor = relation.accessor();
        if (accessor != null && object != null) {
            accessor.set(instance, object);
        } else {
            InstanceStates.of(instance).relate(Objects.requireNonNull(relation.accessorName()), object);
        }
    }

    private @Nullable Object readOtherSide(Object instance, ReverseRelation relation) {
        ForeignKey key = (ForeignKey) relation.forward();
        Object value = key.targetField().get(instance);
        if (value == null) {
            return null;
        }
        try {
            Object read = rows(instance, relation.relatedModel())
                    .get(key.name() + "__" + key.targetField().name(), value);
            point(read, key, instance);
            return read;
        } catch (DoesNotExist none) {
            return null;
        }
    }

    // writing

    public void assign(Object instance, String name, @Nullable Object value) {
        Model model = Saving.model(session, instance);
        if (name.equals("pk")) {
            set(instance, model.primaryKey(), value);
            return;
        }
        ReverseRelation reverse = reverse(model, name);
        if (reverse != null && reverse.isOneToOne()) {
            assignOtherSide(instance, reverse, value);
            return;
        }
        Attribute attribute = model.attribute(name);
        if (attribute instanceof ForeignKey key && !isRawName(key, name)) {
            assignRelated(instance, key, value);
        } else if (attribute instanceof Field field) {
            set(instance, field, value);
        } else if (attribute instanceof ManyToMany || reverse != null) {
            throw new IllegalArgumentException("Direct assignment to the "
                    + (reverse == null ? "forward side of a many-to-many set" : "reverse side of a related set")
                    + " is prohibited. Use " + name + ".set() instead.");
        } else {
            throw new IllegalArgumentException(model.name() + "() got unexpected keyword arguments: '" + name + "'");
        }
    }

    private static void set(Object instance, Field field, @Nullable Object value) {
        InstanceState state = InstanceStates.find(instance);
        if (value instanceof Expression) {
            InstanceStates.of(instance).pend(field, value);
        } else {
            field.set(instance, Prepared.prepare(field, value));
            if (state != null) {
                state.pend(field, null);
            }
        }
        if (state != null) {
            state.loaded(field);
        }
    }

    private void assignRelated(Object instance, ForeignKey key, @Nullable Object value) {
        if (value instanceof Expression) {
            set(instance, key, value);
            return;
        }
        if (value != null && !key.target().concrete().isInstance(value)) {
            throw new IllegalArgumentException(
                    "Cannot assign \"" + Representation.of(value) + "\": \"" + instanceName(instance) + "." + key.name()
                            + "\" must be a \"" + key.target().name() + "\" instance.");
        }
        key.setRelated(instance, value);
        InstanceState state = InstanceStates.find(instance);
        if (state != null) {
            state.loaded(key);
            state.pend(key, null);
        }
        ReverseRelation reverse = key.reverse();
        if (value != null && reverse.isOneToOne() && reverse.accessorName() != null) {
            remember(value, reverse, instance);
        }
    }

    private static void assignOtherSide(Object instance, ReverseRelation relation, @Nullable Object value) {
        ForeignKey key = (ForeignKey) relation.forward();
        if (value == null) {
            Optional<Object> known = known(instance, relation);
            if (known != null && known.isPresent()) {
                key.setRelated(known.get(), null);
            }
            InstanceStates.of(instance).forgetRelated(Objects.requireNonNull(relation.accessorName()));
            return;
        }
        if (!relation.relatedModel().isInstance(value)) {
            throw new IllegalArgumentException("Cannot assign \"" + Representation.of(value) + "\": \""
                    + relation.model().name() + "." + relation.accessorName() + "\" must be a \""
                    + relation.relatedModel().name() + "\" instance.");
        }
        key.setRelated(value, instance);
        remember(instance, relation, value);
    }
}
