package io.djdbc.query.related;

import io.djdbc.query.CreateResult;
import io.djdbc.query.DoesNotExist;
import io.djdbc.query.Q;
import io.djdbc.query.QuerySet;
import io.djdbc.query.RelatedSet;
import io.djdbc.query.SaveOptions;
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
import io.djdbc.query.row.RowIdentity;
import io.djdbc.query.sql.Query;
import io.djdbc.query.write.Creation;
import io.djdbc.query.write.Saving;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The objects whose foreign key points to an instance: {@code blog.entry_set}. */
final class ReverseKeySet<T> extends DelegatingManager<T> implements RelatedSet<T> {

    private final Session session;
    private final Object owner;
    private final ForeignKey key;
    private final Model model;

    ReverseKeySet(Session session, Object owner, ForeignKey key) {
        this.session = session.near(owner);
        this.owner = owner;
        this.key = key;
        this.model = key.model();
        Model ownerModel = Saving.model(session, owner);
        if (ownerModel.primaryKey().get(owner) == null) {
            throw new IllegalArgumentException("'" + ownerModel.name()
                    + "' instance needs to have a primary key value before this relationship can be used.");
        }
    }

    private String cacheName() {
        return Objects.requireNonNullElse(
                key.reverse().accessorName(), key.reverse().name());
    }

    @Override
    @SuppressWarnings("unchecked")
    protected QuerySet<T> rows() {
        Definition filtered = filtered(DefaultQuerySet.<T>rows(session, model).definition(), key, owner);
        InstanceState state = InstanceStates.find(owner);
        List<?> prefetched = state == null ? null : state.prefetched(cacheName());
        return prefetched == null
                ? DefaultQuerySet.<T>of(filtered)
                : DefaultQuerySet.kept(filtered, (List<T>) prefetched);
    }

    @Override
    public QuerySet<T> all() {
        return rows();
    }

    /** The rows of a query set that point to the owner, which they know without asking. */
    static Definition filtered(Definition all, ForeignKey key, Object owner) {
        Object value = key.targetField().get(owner);
        Query query = all.query().chain();
        if (value == null) {
            query.setEmpty();
            return all.with(query);
        }
        query.setSticky();
        query.addQ(Q.of(key.name(), owner));
        return all.with(query).withHints(Map.of(key.name(), owner));
    }

    private Backend backend() {
        return session.forWrite(model, null);
    }

    private void forgetPrefetched() {
        InstanceState state = InstanceStates.find(owner);
        if (state != null) {
            state.forgetPrefetched(cacheName());
        }
    }

    private Object point(Object object) {
        if (!model.isInstance(object)) {
            throw new IllegalArgumentException(
                    "'" + model.name() + "' instance expected, got " + Representation.of(object));
        }
        Saving.refuseFromOther(object, session, backend().alias(), "add");
        key.setRelated(object, owner);
        return object;
    }

    @Override
    public void add(Object... objects) {
        forgetPrefetched();
        if (objects.length == 0) {
            return;
        }
        List<Object> keys = new ArrayList<>();
        for (Object object : objects) {
            Object saved = model.primaryKey().get(point(object));
            if (saved == null) {
                throw new IllegalArgumentException(
                        Representation.of(object) + " instance isn't saved. Use bulk=False or save the object first.");
            }
            if (!keys.contains(saved)) {
                keys.add(saved);
            }
        }
        DefaultQuerySet.rows(session, model).filter("pk__in", keys).update(key.name(), owner);
    }

    @Override
    public void add(Collection<?> objects, Map<String, ? extends @Nullable Object> throughDefaults) {
        if (!throughDefaults.isEmpty()) {
            throw new IllegalArgumentException("There is no table between " + model.name() + " and "
                    + Saving.model(session, owner).name() + " that could have " + throughDefaults.keySet());
        }
        add(objects.toArray());
    }

    @Override
    public void addEach(Object... objects) {
        forgetPrefetched();
        Creation.atomic(backend(), false, () -> {
            Saving saving = new Saving(session);
            for (Object object : objects) {
                saving.save(point(object), SaveOptions.DEFAULT);
            }
            return objects.length;
        });
    }

    private void refuseNotNull(String method) {
        if (!key.isNullable()) {
            throw new UnsupportedOperationException("'RelatedManager' object has no attribute '" + method + "'");
        }
    }

    @Override
    public void remove(Object... objects) {
        refuseNotNull("remove");
        if (objects.length == 0) {
            return;
        }
        Object value = key.targetField().get(owner);
        List<Object> keys = new ArrayList<>();
        for (Object object : objects) {
            if (!model.isInstance(object)) {
                throw new IllegalArgumentException(
                        "'" + model.name() + "' instance expected, got " + Representation.of(object));
            }
            if (!Objects.equals(key.get(object), value)) {
                throw new DoesNotExist(
                        Saving.model(session, owner).name(),
                        Representation.of(object) + " is not related to " + Representation.of(owner) + ".");
            }
            keys.add(Objects.requireNonNull(model.primaryKey().get(object)));
        }
        forgetPrefetched();
        rows().all().filter("pk__in", keys).update(key.name(), null);
    }

    @Override
    public void clear() {
        refuseNotNull("clear");
        forgetPrefetched();
        rows().all().update(key.name(), null);
    }

    @Override
    public void set(Collection<?> objects) {
        set(objects, false);
    }

    @Override
    public void set(Collection<?> objects, boolean clear) {
        List<Object> wanted = new ArrayList<>(objects);
        if (!key.isNullable()) {
            add(wanted.toArray());
            return;
        }
        Creation.atomic(backend(), false, () -> {
            if (clear) {
                clear();
                add(wanted.toArray());
                return wanted;
            }
            List<Object> gone = new ArrayList<>(rows().all().toList());
            List<Object> added = new ArrayList<>();
            for (Object object : wanted) {
                if (!gone.removeIf(old -> Instances.isInstance(object) && RowIdentity.same(old, object))) {
                    added.add(object);
                }
            }
            remove(gone.toArray());
            add(added.toArray());
            return wanted;
        });
    }

    private Map<String, @Nullable Object> withOwner(Map<String, ? extends @Nullable Object> fields) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(fields);
        all.put(key.name(), owner);
        return all;
    }

    @Override
    public T create(Map<String, ? extends @Nullable Object> fields) {
        forgetPrefetched();
        return super.create(withOwner(fields));
    }

    @Override
    public CreateResult<T> getOrCreate(
            Map<String, ? extends @Nullable Object> lookups, Map<String, ? extends @Nullable Object> defaults) {
        forgetPrefetched();
        return super.getOrCreate(withOwner(lookups), defaults);
    }

    @Override
    public CreateResult<T> updateOrCreate(
            Map<String, ? extends @Nullable Object> lookups, Map<String, ? extends @Nullable Object> defaults) {
        return updateOrCreate(lookups, defaults, defaults);
    }

    @Override
    public CreateResult<T> updateOrCreate(
            Map<String, ? extends @Nullable Object> lookups,
            Map<String, ? extends @Nullable Object> defaults,
            Map<String, ? extends @Nullable Object> createDefaults) {
        forgetPrefetched();
        return super.updateOrCreate(withOwner(lookups), defaults, createDefaults);
    }

    @Override
    public String toString() {
        return "RelatedSet of " + key + Arrays.asList(owner);
    }
}
