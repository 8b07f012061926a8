package io.djdbc.query.related;

import io.djdbc.query.BulkOptions;
import io.djdbc.query.CreateResult;
import io.djdbc.query.Q;
import io.djdbc.query.QuerySet;
import io.djdbc.query.RelatedSet;
import io.djdbc.query.execute.Backend;
import io.djdbc.query.execute.Session;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.Instances;
import io.djdbc.query.model.Model;
import io.djdbc.query.queryset.DefaultQuerySet;
import io.djdbc.query.queryset.Definition;
import io.djdbc.query.queryset.DelegatingManager;
import io.djdbc.query.row.InstanceState;
import io.djdbc.query.row.InstanceStates;
import io.djdbc.query.sql.Query;
import io.djdbc.query.value.Prepared;
import io.djdbc.query.write.Creation;
import io.djdbc.query.write.Saving;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The objects on the far side of a many-to-many relation: {@code entry.authors}, {@code author.entry_set}. */
final class ManyToManySet<T> extends DelegatingManager<T> implements RelatedSet<T> {

    private final Session session;
    private final Object owner;
    private final ManyToManySide side;
    private final Object ownerKey;

    ManyToManySet(Session session, Object owner, ManyToManySide side) {
        this.session = session.near(owner);
        this.owner = owner;
        this.side = side;
        Object value = side.source().targetField().get(owner);
        if (value == null) {
            throw new IllegalArgumentException("\"" + Representation.of(owner) + "\" needs to have a value for field \""
                    + side.source().targetField().name() + "\" before this many-to-many relationship can be used.");
        }
        this.ownerKey = value;
    }

    private DefaultQuerySet<T> everything() {
        return DefaultQuerySet.rows(session, side.model());
    }

    @Override
    @SuppressWarnings("unchecked")
    protected QuerySet<T> rows() {
        Definition filtered = filtered(everything().definition());
        InstanceState state = InstanceStates.find(owner);
        List<?> prefetched = state == null ? null : state.prefetched(side.cacheName());
        return prefetched == null
                ? DefaultQuerySet.<T>of(filtered)
                : DefaultQuerySet.kept(filtered, (List<T>) prefetched);
    }

    private Definition filtered(Definition all) {
        Query query = all.query().chain();
        query.setSticky();
        query.addQ(Q.of(side.queryName() + "__" + side.source().targetField().name(), ownerKey));
        return all.with(query);
    }

    @Override
    public QuerySet<T> all() {
        return rows();
    }

    /** The rows of the table between that suffice for counting. */
    private @Nullable QuerySet<Object> between() {
        if (!side.target().hasConstraint()) {
            return null;
        }
        QuerySet<Object> rows = through().filter(side.source().name(), ownerKey);
        return side.target().isNullable() ? rows.filter(side.target().name() + "__isnull", false) : rows;
    }

    private DefaultQuerySet<Object> through() {
        return DefaultQuerySet.rows(session, side.relation().through());
    }

    @Override
    public long count() {
        QuerySet<Object> between = isPrefetched() ? null : between();
        return between == null ? super.count() : between.count();
    }

    @Override
    public boolean exists() {
        QuerySet<Object> between = isPrefetched() ? null : between();
        return between == null ? super.exists() : between.exists();
    }

    private boolean isPrefetched() {
        InstanceState state = InstanceStates.find(owner);
        return state != null && state.prefetched(side.cacheName()) != null;
    }

    private void forgetPrefetched() {
        InstanceState state = InstanceStates.find(owner);
        if (state != null) {
            state.forgetPrefetched(side.cacheName());
        }
    }

    private Backend backend() {
        return session.forWrite(side.relation().through(), null);
    }

    private void atomic(Runnable work) {
        Creation.atomic(backend(), false, () -> {
            work.run();
            return true;
        });
    }

    // changing

    @Override
    public void add(Object... objects) {
        add(List.of(objects), Map.of());
    }

    @Override
    public void addEach(Object... objects) {
        add(objects);
    }

    @Override
    public void add(Collection<?> objects, Map<String, ? extends @Nullable Object> throughDefaults) {
        forgetPrefetched();
        atomic(() -> {
            addRows(side.source(), side.target(), objects, throughDefaults);
            if (side.isSymmetrical()) {
                addRows(side.target(), side.source(), objects, throughDefaults);
            }
        });
    }

    private void addRows(
            ForeignKey source,
            ForeignKey target,
            Collection<?> objects,
            Map<String, ? extends @Nullable Object> throughDefaults) {
        if (objects.isEmpty()) {
            return;
        }
        Set<Object> keys = keys(side.target(), objects, "Cannot add");
        Model between = side.relation().through();
        boolean ignore = between.isAutoCreated() && backend().syntax().supportsIgnoreConflicts();
        if (!ignore) {
            through()
                    .<Object>flat(target.name())
                    .filter(Creation.condition(
                            Map.of(source.name(), ownerKey, target.name() + "__in", new ArrayList<>(keys))))
                    .forEach(keys::remove);
        }
        List<Object> rows = new ArrayList<>();
        Attributes attributes = new Attributes(session);
        for (Object key : keys) {
            Object row = between.newInstance();
            throughDefaults.forEach((name, value) -> attributes.assign(row, name, value));
            source.set(row, ownerKey);
            target.set(row, key);
            rows.add(row);
        }
        BulkOptions options = ignore ? BulkOptions.DEFAULT.ignoringConflicts() : BulkOptions.DEFAULT;
        through().bulkCreate(rows, options);
    }

    /** Keys of objects, or keys as they are; in the order that Django's sets of numbers have. */
    private Set<Object> keys(ForeignKey target, Collection<?> objects, String what) {
        List<Object> keys = new ArrayList<>();
        for (Object object : objects) {
            keys.add(key(target, object, what));
        }
        boolean numbers = keys.stream().allMatch(Long.class::isInstance);
        return numbers ? new TreeSet<>(keys) : new LinkedHashSet<>(keys);
    }

    private Object key(ForeignKey target, Object object, String what) {
        if (side.model().concrete().isInstance(object)) {
            Object key = target.targetField().get(object);
            if (session.backends().size() > 1) {
                Saving.refuseFromOther(object, session, backend().alias(), "add");
            }
            if (key == null) {
                throw new IllegalArgumentException(what + " \"" + Representation.of(object)
                        + "\": the value for field \"" + target.name() + "\" is None");
            }
            return normalised(target, key);
        }
        if (Instances.isInstance(object)) {
            throw new IllegalArgumentException(
                    "'" + side.model().name() + "' instance expected, got " + Representation.of(object));
        }
        return normalised(target, object);
    }

    private static Object normalised(ForeignKey target, Object key) {
        return Objects.requireNonNull(Prepared.prepare(target.targetField(), key));
    }

    @Override
    public void remove(Object... objects) {
        forgetPrefetched();
        if (objects.length == 0) {
            return;
        }
        List<Object> keys = new ArrayList<>(keys(side.target(), List.of(objects), "Cannot remove"));
        atomic(() -> through().filter(removed(keys)).delete());
    }

    @Override
    public void clear() {
        forgetPrefetched();
        atomic(() -> through().filter(removed(null)).delete());
    }

    private Q removed(@Nullable List<Object> keys) {
        Q condition = Q.of(side.source().name(), ownerKey);
        if (keys != null) {
            condition = condition.and(Q.of(side.target().name() + "__in", keys));
        }
        if (!side.isSymmetrical()) {
            return condition;
        }
        Q mirrored = Q.of(side.target().name(), ownerKey);
        if (keys != null) {
            mirrored = mirrored.and(Q.of(side.source().name() + "__in", keys));
        }
        return condition.or(mirrored);
    }

    @Override
    public void set(Collection<?> objects) {
        set(objects, false);
    }

    @Override
    public void set(Collection<?> objects, boolean clear) {
        List<Object> wanted = new ArrayList<>(objects);
        atomic(() -> {
            if (clear) {
                clear();
                add(wanted.toArray());
                return;
            }
            Set<Object> gone = new LinkedHashSet<>();
            String keyName = side.target().targetField().attname();
            rows().all().flat(keyName).forEach(key -> gone.add(normalised(side.target(), key)));
            List<Object> added = new ArrayList<>();
            for (Object object : wanted) {
                if (!gone.remove(key(side.target(), object, "Cannot add"))) {
                    added.add(object);
                }
            }
            remove(gone.toArray());
            add(added.toArray());
        });
    }

    // creating: the object, and then the row between

    @Override
    public T create(Map<String, ? extends @Nullable Object> fields) {
        T made = everything().create(fields);
        add(Objects.requireNonNull(made));
        return made;
    }

    @Override
    public CreateResult<T> getOrCreate(
            Map<String, ? extends @Nullable Object> lookups, Map<String, ? extends @Nullable Object> defaults) {
        return related(super.getOrCreate(lookups, defaults));
    }

    @Override
    public CreateResult<T> updateOrCreate(
            Map<String, ? extends @Nullable Object> lookups,
            Map<String, ? extends @Nullable Object> defaults,
            Map<String, ? extends @Nullable Object> createDefaults) {
        return related(super.updateOrCreate(lookups, defaults, createDefaults));
    }

    @Override
    public CreateResult<T> updateOrCreate(
            Map<String, ? extends @Nullable Object> lookups, Map<String, ? extends @Nullable Object> defaults) {
        return related(super.updateOrCreate(lookups, defaults));
    }

    private CreateResult<T> related(CreateResult<T> result) {
        if (result.created()) {
            add(Objects.requireNonNull(result.object()));
        }
        return result;
    }

    @Override
    public String toString() {
        return "RelatedSet of " + side.relation() + " of " + owner;
    }
}
