package io.djdbc.query.delete;

import io.djdbc.query.Deletion;
import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.Q;
import io.djdbc.query.QuerySet;
import io.djdbc.query.execute.Backend;
import io.djdbc.query.execute.Session;
import io.djdbc.query.execute.Statements;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import io.djdbc.query.queryset.DefaultQuerySet;
import io.djdbc.query.queryset.Definition;
import io.djdbc.query.sql.CompiledStatement;
import io.djdbc.query.sql.Compiler;
import io.djdbc.query.sql.Query;
import io.djdbc.query.write.Batches;
import io.djdbc.query.write.Creation;
import io.djdbc.query.write.Saving;
import io.djdbc.query.write.Updating;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deletes instances and query sets, with what {@code on_delete} says of others. */
public final class Deleting {

    private final Session session;

    public Deleting(Session session) {
        this.session = session;
    }

    public Deletion delete(Object instance, boolean keepParents) {
        Model model = Saving.model(session, instance);
        if (model.primaryKey().get(instance) == null) {
            throw new IllegalArgumentException(model.name() + " object can't be deleted because its "
                    + model.primaryKey().attname() + " attribute is set to None.");
        }
        Backend backend = session.near(instance).forWrite(model, null);
        Collector collector = new Collector(session, backend);
        collector.collect(Candidates.of(model, List.of(instance)), keepParents);
        return run(collector.collected, backend);
    }

    public Deletion delete(Definition definition) {
        Backend backend = definition.writeBackend();
        Query query = definition.query().chain();
        query.setLock(null);
        query.clearSelectRelated();
        query.clearOrdering(true, true);
        Collector collector = new Collector(session, backend);
        collector.collect(Candidates.of(definition.with(query).using(backend.alias())), false);
        return run(collector.collected, backend);
    }

    private Deletion run(Collected collected, Backend backend) {
        collected.sort();
        boolean alone = Collector.isAlone(collected) && collected.fastDeletes.isEmpty() && collected.updates.isEmpty();
        Map<String, Long> counts = new LinkedHashMap<>();
        if (alone) {
            collected
                    .instances()
                    .forEach((model, byKey) ->
                            backend.transactions().marked(() -> deleteKeys(backend, model, byKey, counts)));
        } else if (!collected.fastDeletes.isEmpty() || !collected.instances().isEmpty()) {
            Creation.atomic(backend, false, () -> {
                collected.fastDeletes.forEach(fast -> deleteFast(backend, fast, counts));
                collected.updates.forEach((update, objects) -> update(backend, update, objects));
                collected.instances().forEach((model, byKey) -> deleteKeys(backend, model, byKey, counts));
                return counts;
            });
        }
        collected
                .instances()
                .forEach((model, byKey) ->
                        byKey.values().forEach(object -> model.primaryKey().set(object, null)));
        long total = 0;
        for (long count : counts.values()) {
            total += count;
        }
        return new Deletion(total, counts);
    }

    private Compiler compiler(Backend backend) {
        return new Compiler(backend.syntax(), session.zone().getId());
    }

    private long delete(Backend backend, Query query) {
        try {
            CompiledStatement delete = compiler(backend).delete(query);
            return new Statements(backend).update(delete.sql(), delete.parameters());
        } catch (EmptyResultSetException empty) {
            return 0;
        }
    }

    private static void count(Map<String, Long> counts, Model model, long deleted) {
        if (deleted > 0) {
            counts.merge(model.label(), deleted, Long::sum);
        }
    }

    private void deleteFast(Backend backend, Candidates fast, Map<String, Long> counts) {
        Definition definition = fast.unread();
        if (definition != null) {
            count(counts, fast.model(), delete(backend, definition.query()));
        }
    }

    /** The last of a model first, so that what refers to others of its kind goes before them. */
    private void deleteKeys(Backend backend, Model model, Map<Object, Object> byKey, Map<String, Long> counts) {
        List<Object> keys = new ArrayList<>(byKey.keySet());
        keys.sort(Deleting::compare);
        Collections.reverse(keys);
        for (List<Object> part : Batches.of(keys, Batches.ROWS_BY_KEY)) {
            Query query = new Query(model, backend.syntax().emptyStringsAreNulls());
            query.addQ(Q.of(model.primaryKey().attname() + "__in", part));
            count(counts, model, delete(backend, query));
        }
    }

    private static int compare(Object one, Object other) {
        Comparator<Comparable<Object>> natural = Comparator.naturalOrder();
        return natural.compare(comparable(one), comparable(other));
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> comparable(Object key) {
        return (Comparable<Object>) (key instanceof Comparable<?> ? key : key.toString());
    }

    private void update(Backend backend, Collected.FieldUpdate update, List<Candidates> objects) {
        Field field = update.field();
        @Nullable QuerySet<Object> unread = null;
        Set<Object> keys = new LinkedHashSet<>();
        @Nullable Model model = null;
        for (Candidates some : objects) {
            Definition definition = some.unread();
            if (definition != null) {
                QuerySet<Object> rows = DefaultQuerySet.of(definition);
                unread = unread == null ? rows : unread.or(rows);
            } else {
                model = some.model();
                for (Object object : some.objects()) {
                    keys.add(Collected.key(model, object));
                }
            }
        }
        if (unread != null) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put(field.name(), update.value());
            unread.update(values);
        }
        if (model != null && !keys.isEmpty()) {
            Updating.updateKeys(session, backend, model, new ArrayList<>(keys), field, update.value());
        }
    }
}
