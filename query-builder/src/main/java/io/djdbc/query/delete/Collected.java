package io.djdbc.query.delete;

import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a deletion has found so far: instances by model, which model must go before which, updates, fast deletes. */
final class Collected {

    /** A field that gets a value in objects that stay. */
    record FieldUpdate(Field field, @Nullable Object value) {}

    /** Instances by model and key. */
    private Map<Model, Map<Object, Object>> instances = new LinkedHashMap<>();

    final Map<FieldUpdate, List<Candidates>> updates = new LinkedHashMap<>();
    final List<Candidates> fastDeletes = new ArrayList<>();
    private final Map<Model, Set<Model>> dependencies = new HashMap<>();
    private final Map<Model, Map<Field, Map<Object, Object>>> restricted = new LinkedHashMap<>();

    /** Adds instances and gives those that are new. */
    List<Object> add(Model model, List<Object> objects) {
        Map<Object, Object> known = instances.computeIfAbsent(model, any -> new LinkedHashMap<>());
        List<Object> added = new ArrayList<>();
        for (Object object : objects) {
            if (!known.containsKey(key(model, object))) {
                added.add(object);
            }
        }
        added.forEach(object -> known.put(key(model, object), object));
        return added;
    }

    static Object key(Model model, Object object) {
        return Objects.requireNonNull(model.primaryKey().get(object), () -> model.label() + " without a key");
    }

    void addDependency(Model model, Model dependency) {
        dependencies.computeIfAbsent(model.concrete(), any -> new HashSet<>()).add(dependency.concrete());
        instances.computeIfAbsent(dependency, any -> new LinkedHashMap<>());
    }

    void update(Field field, @Nullable Object value, Candidates objects) {
        updates.computeIfAbsent(new FieldUpdate(field, value), any -> new ArrayList<>())
                .add(objects);
    }

    void restrict(Field field, Candidates objects) {
        if (!objects.objects().isEmpty()) {
            Map<Object, Object> byKey = restricted
                    .computeIfAbsent(objects.model(), any -> new LinkedHashMap<>())
                    .computeIfAbsent(field, any -> new LinkedHashMap<>());
            objects.objects().forEach(object -> byKey.put(key(objects.model(), object), object));
        }
    }

    Map<Model, Map<Field, Map<Object, Object>>> restricted() {
        return restricted;
    }

    /** These are deleted too, by a cascade that came another way. */
    void unrestrict(Model model, Collection<Object> keys) {
        restricted
                .getOrDefault(model, Map.of())
                .values()
                .forEach(byKey -> byKey.keySet().removeAll(keys));
    }

    Map<Model, Map<Object, Object>> instances() {
        return instances;
    }

    /** Models on which others depend come last; the order stays if there is a cycle. */
    void sort() {
        Set<Model> sorted = new LinkedHashSet<>();
        Set<Model> concrete = new HashSet<>();
        List<Model> models = new ArrayList<>(instances.keySet());
        while (sorted.size() < models.size()) {
            boolean found = false;
            for (Model model : models) {
                if (!sorted.contains(model)
                        && concrete.containsAll(dependencies.getOrDefault(model.concrete(), Set.of()))) {
                    sorted.add(model);
                    concrete.add(model.concrete());
                    found = true;
                }
            }
            if (!found) {
                return;
            }
        }
        Map<Model, Map<Object, Object>> ordered = new LinkedHashMap<>();
        sorted.forEach(model -> ordered.put(model, Objects.requireNonNull(instances.get(model))));
        instances = ordered;
    }
}
