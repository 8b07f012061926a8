package io.djdbc.query.delete;

import io.djdbc.query.ProtectedError;
import io.djdbc.query.Q;
import io.djdbc.query.RestrictedError;
import io.djdbc.query.execute.Backend;
import io.djdbc.query.execute.Session;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.OnDelete;
import io.djdbc.query.model.ReverseRelation;
import io.djdbc.query.queryset.DefaultQuerySet;
import io.djdbc.query.queryset.Definition;
import io.djdbc.query.row.InstanceState;
import io.djdbc.query.row.InstanceStates;
import io.djdbc.query.row.RowIdentity;
import io.djdbc.query.sql.Query;
import io.djdbc.query.write.Batches;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds all that goes with the objects to delete, as Django's collector does, with the same queries. */
final class Collector {

    private final Session session;
    private final Backend backend;
    final Collected collected = new Collected();

    Collector(Session session, Backend backend) {
        this.session = session;
        this.backend = backend;
    }

    /**
     * Whether the rows can be deleted without reading them: nothing refers to them, and they have no parents.
     *
     * @param from the foreign key by which the deletion came here; null if it began here
     */
    static boolean canDeleteFast(Model model, @Nullable ForeignKey from) {
        if (from != null && from.onDelete() != OnDelete.CASCADE) {
            return false;
        }
        for (ForeignKey link : model.concrete().parents().values()) {
            if (link != from) {
                return false;
            }
        }
        for (ForeignKey key : keysTo(model)) {
            if (key.onDelete() != OnDelete.DO_NOTHING) {
                return false;
            }
        }
        return true;
    }

    /** The foreign keys that point to a model or its parents. */
    private static List<ForeignKey> keysTo(Model model) {
        List<ForeignKey> keys = new ArrayList<>();
        for (ReverseRelation relation : model.reverseRelations()) {
            if (relation.forward() instanceof ForeignKey key) {
                keys.add(key);
            }
        }
        return keys;
    }

    void collect(Candidates objects, boolean keepParents) {
        collect(objects, null, false, true, keepParents, false);
        refuseRestricted(objects.model());
    }

    /** @param nullable whether the key by which they came can be null, so that their order does not matter */
    private void collect(
            Candidates objects,
            @Nullable Model source,
            boolean nullable,
            boolean withRelated,
            boolean keepParents,
            boolean reverse) {
        if (objects.isQuery() && canDeleteFast(objects.model(), null)) {
            collected.fastDeletes.add(objects);
            return;
        }
        if (objects.objects().isEmpty()) {
            return;
        }
        Model model = objects.model();
        List<Object> added = collected.add(model, objects.objects());
        if (source != null && !nullable) {
            collected.addDependency(reverse ? model : source, reverse ? source : model);
        }
        if (added.isEmpty()) {
            return;
        }
        if (!keepParents) {
            collectParents(model, added);
        }
        if (withRelated) {
            collectRelated(model, added, keepParents);
        }
    }

    private void collectParents(Model model, List<Object> objects) {
        model.concrete().parents().forEach((parent, link) -> {
            if (link != null) {
                List<Object> parts = new ArrayList<>();
                objects.forEach(object -> parts.add(parentPart(parent, object)));
                collect(Candidates.of(parent, parts), model, false, false, false, true);
            }
        });
    }

    /** The parent's row as an object; it is read if the child was read without it. */
    private Object parentPart(Model parent, Object object) {
        InstanceState state = InstanceStates.find(object);
        boolean incomplete = state != null && parent.fields().stream().anyMatch(state.deferred()::contains);
        if (incomplete) {
            return DefaultQuerySet.rows(session, parent)
                    .using(backend.alias())
                    .get(parent.primaryKey().name(), Collected.key(parent, object));
        }
        Object part = parent.newInstance();
        for (Field field : parent.fields()) {
            field.set(part, field.get(object));
        }
        return part;
    }

    private void collectRelated(Model model, List<Object> objects, boolean keepParents) {
        Map<Model, List<ForeignKey>> fast = new LinkedHashMap<>();
        Map<String, List<Object>> protecting = new LinkedHashMap<>();
        for (ForeignKey key : keysTo(model)) {
            boolean toParent = model.ancestors().contains(key.target().concrete());
            if (keepParents && toParent || key.onDelete() == OnDelete.DO_NOTHING) {
                continue;
            }
            if (canDeleteFast(key.model(), key)) {
                fast.computeIfAbsent(key.model(), any -> new ArrayList<>()).add(key);
                continue;
            }
            for (List<Object> batch : batches(objects, 1)) {
                Candidates related = related(key.model(), List.of(key), batch).only(referencedFields(key.model()));
                if (isLazy(key.onDelete()) || !related.objects().isEmpty()) {
                    try {
                        follow(key, related);
                    } catch (ProtectedError error) {
                        protecting
                                .computeIfAbsent(name(key.model(), key), any -> new ArrayList<>())
                                .addAll(error.objects());
                    }
                }
            }
        }
        if (!protecting.isEmpty()) {
            throw new ProtectedError(refusal(model, "protected", protecting), distinct(protecting.values()));
        }
        fast.forEach((related, keys) -> {
            for (List<Object> batch : batches(objects, keys.size())) {
                collected.fastDeletes.add(related(related, keys, batch));
            }
        });
    }

    /** Each object once, though several keys of its may lead here. */
    private static List<Object> distinct(Collection<List<Object>> objects) {
        List<Object> distinct = new ArrayList<>();
        for (List<Object> some : objects) {
            for (Object object : some) {
                if (distinct.stream().noneMatch(known -> RowIdentity.same(known, object))) {
                    distinct.add(object);
                }
            }
        }
        return distinct;
    }

    private List<List<Object>> batches(List<Object> objects, int fields) {
        int size = Math.max(1, backend.syntax().batchSize(fields, objects.size()));
        return objects.size() > size ? Batches.of(objects, size) : List.of(objects);
    }

    private static boolean isLazy(OnDelete onDelete) {
        return onDelete == OnDelete.SET_NULL || onDelete == OnDelete.SET;
    }

    private static String refusal(Model model, String how, Map<String, List<Object>> byKey) {
        return "Cannot delete some instances of model '" + model.name() + "' because they are referenced through " + how
                + " foreign keys: " + String.join(", ", byKey.keySet()) + ".";
    }

    private static List<String> referencedFields(Model model) {
        Set<String> names = new LinkedHashSet<>();
        keysTo(model).forEach(key -> names.add(key.targetField().attname()));
        return List.copyOf(names);
    }

    private Candidates related(Model model, List<ForeignKey> keys, List<Object> objects) {
        List<Object> comparisons = new ArrayList<>();
        keys.forEach(key -> comparisons.add(new Q.Comparison(key.name() + "__in", objects)));
        Definition all = DefaultQuerySet.rows(session, model).definition().using(backend.alias());
        Query query = all.query().chain();
        query.addQ(Q.of(Q.Connector.OR, false, comparisons));
        return Candidates.of(all.with(query));
    }

    private static String name(Model model, Field field) {
        return "'" + model.name() + "." + field.name() + "'";
    }

    private void follow(ForeignKey key, Candidates related) {
        switch (key.onDelete()) {
            case CASCADE:
                collect(related, key.target(), key.isNullable(), true, false, false);
                if (key.isNullable() && !backend.canDeferConstraints()) {
                    collected.update(key, null, related);
                }
                break;
            case PROTECT:
                throw new ProtectedError(name(key.model(), key), related.objects());
            case RESTRICT:
                collected.restrict(key, related);
                collected.addDependency(key.target(), key.model());
                break;
            case SET_NULL:
                collected.update(key, null, related);
                break;
            case SET_DEFAULT:
                collected.update(key, key.defaultValue(), related);
                break;
            case SET:
                collected.update(key, key.setTo(), related);
                break;
            case DO_NOTHING:
                break;
        }
    }

    /** What restricts the deletion may be deleted itself, by a cascade that came another way. */
    private void refuseRestricted(Model model) {
        if (collected.restricted().isEmpty()) {
            return;
        }
        collected.instances().forEach((deleted, byKey) -> collected.unrestrict(deleted, List.copyOf(byKey.keySet())));
        for (Candidates fast : collected.fastDeletes) {
            unrestrictFast(fast);
        }
        Map<String, List<Object>> left = new LinkedHashMap<>();
        collected
                .restricted()
                .forEach((related, fields) -> fields.forEach((field, byKey) -> {
                    if (!byKey.isEmpty()) {
                        left.computeIfAbsent(name(related, field), any -> new ArrayList<>())
                                .addAll(byKey.values());
                    }
                }));
        if (!left.isEmpty()) {
            throw new RestrictedError(refusal(model, "restricted", left), distinct(left.values()));
        }
    }

    private void unrestrictFast(Candidates fast) {
        List<Object> keys = new ArrayList<>();
        collected
                .restricted()
                .getOrDefault(fast.model(), Map.of())
                .values()
                .forEach(byKey -> keys.addAll(byKey.keySet()));
        Definition definition = fast.unread();
        if (!keys.isEmpty() && definition != null) {
            Query query = definition.query().chain();
            query.addQ(Q.of("pk__in", keys));
            List<Object> deleted = new ArrayList<>();
            DefaultQuerySet.<Object>of(definition.with(query))
                    .forEach(object -> deleted.add(Collected.key(fast.model(), object)));
            collected.unrestrict(fast.model(), deleted);
        }
    }

    /** Of one instance without anything else: nothing but its row. */
    static boolean isAlone(Collected collected) {
        Map<Model, Map<Object, Object>> instances = collected.instances();
        return instances.size() == 1
                && Objects.requireNonNull(instances.values().iterator().next()).size() == 1
                && canDeleteFast(instances.keySet().iterator().next(), null);
    }
}
