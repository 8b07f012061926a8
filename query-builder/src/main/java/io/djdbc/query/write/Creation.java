package io.djdbc.query.write;

import io.djdbc.query.CreateResult;
import io.djdbc.query.DoesNotExist;
import io.djdbc.query.FieldError;
import io.djdbc.query.IntegrityError;
import io.djdbc.query.Lock;
import io.djdbc.query.Q;
import io.djdbc.query.QuerySet;
import io.djdbc.query.SaveOptions;
import io.djdbc.query.execute.Backend;
import io.djdbc.query.model.Attribute;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import io.djdbc.query.queryset.DefaultQuerySet;
import io.djdbc.query.queryset.Definition;
import io.djdbc.query.related.Attributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code create()} and those that create where nothing is found. */
public final class Creation {

    private Creation() {}

    /** Makes an instance of these attributes and of what the query set knows of its instances, and inserts it. */
    @SuppressWarnings("unchecked")
    public static <T> T create(Definition definition, Map<String, ? extends @Nullable Object> fields) {
        Object instance = definition.model().newInstance();
        Attributes attributes = new Attributes(definition.session());
        definition.hints().forEach((name, value) -> attributes.assign(instance, name, value));
        fields.forEach((name, value) -> attributes.assign(instance, name, value));
        String alias = definition.writeBackend().alias();
        new Saving(definition.session()).save(instance, SaveOptions.FORCE_INSERT.using(alias));
        return (T) instance;
    }

    public static <T> CreateResult<T> getOrCreate(
            DefaultQuerySet<T> set,
            Map<String, ? extends @Nullable Object> lookups,
            Map<String, ? extends @Nullable Object> defaults) {
        QuerySet<T> rows = set.using(set.definition().writeBackend().alias());
        Q condition = condition(lookups);
        try {
            return new CreateResult<>(rows.get(condition), false);
        } catch (DoesNotExist none) {
            Map<String, @Nullable Object> fields = fields(set.model(), lookups, defaults);
            try {
                Backend backend = set.definition().writeBackend();
                return new CreateResult<>(
                        atomic(backend, true, () -> Creation.<T>create(set.definition(), fields)), true);
            } catch (IntegrityError taken) {
                return new CreateResult<>(found(rows, condition, taken), false);
            }
        }
    }

    /** Somebody else has created it in the meantime. */
    private static <T> T found(QuerySet<T> rows, Q condition, IntegrityError taken) {
        try {
            return rows.get(condition);
        } catch (DoesNotExist none) {
            throw taken;
        }
    }

    /** Comparisons that all hold. */
    public static Q condition(Map<String, ? extends @Nullable Object> lookups) {
        List<Object> comparisons = new ArrayList<>();
        // Django's keywords come in the order of their names
        lookups.keySet().stream().sorted().forEach(path -> comparisons.add(new Q.Comparison(path, lookups.get(path))));
        return Q.of(Q.Connector.AND, false, comparisons);
    }

    private static Map<String, @Nullable Object> fields(
            Model model,
            Map<String, ? extends @Nullable Object> lookups,
            Map<String, ? extends @Nullable Object> defaults) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        lookups.forEach((path, value) -> {
            if (!path.contains("__")) {
                fields.put(path, value);
            }
        });
        fields.putAll(defaults);
        List<String> invalid = fields.keySet().stream()
                .filter(name -> !name.equals("pk") && !isField(model, name))
                .sorted()
                .toList();
        if (!invalid.isEmpty()) {
            throw new FieldError(
                    "Invalid field name(s) for model " + model.name() + ": '" + String.join("', '", invalid) + "'.");
        }
        return fields;
    }

    private static boolean isField(Model model, String name) {
        Attribute attribute = model.attribute(name);
        return attribute != null;
    }

    public static <T> CreateResult<T> updateOrCreate(
            DefaultQuerySet<T> set,
            Map<String, ? extends @Nullable Object> lookups,
            Map<String, ? extends @Nullable Object> defaults,
            Map<String, ? extends @Nullable Object> createDefaults) {
        Backend backend = set.definition().writeBackend();
        return atomic(backend, true, () -> {
            DefaultQuerySet<T> locked = (DefaultQuerySet<T>) set.selectForUpdate(Lock.UPDATE);
            CreateResult<T> result = getOrCreate(locked, lookups, createDefaults);
            if (!result.created()) {
                update(set, result.object(), defaults, backend);
            }
            return result;
        });
    }

    private static void update(
            DefaultQuerySet<?> set,
            @Nullable Object instance,
            Map<String, ? extends @Nullable Object> fields,
            Backend backend) {
        if (instance == null) {
            return;
        }
        Attributes attributes = new Attributes(set.session());
        fields.forEach((name, value) -> attributes.assign(instance, name, value));
        boolean concrete = fields.keySet().stream()
                .allMatch(name -> set.model().attribute(name) instanceof Field field && !field.isPrimaryKey());
        Set<String> saved = new LinkedHashSet<>(fields.keySet());
        for (Field field : set.model().localFields()) {
            // those whose pre_save() Django overrides, as they may be set when they are saved
            if (field.type().isDateOrTime()) {
                saved.add(field.name());
            }
        }
        SaveOptions options = concrete ? SaveOptions.fields(saved.toArray(String[]::new)) : SaveOptions.DEFAULT;
        new Saving(set.session()).save(instance, options.using(backend.alias()));
    }

    /** Runs work in a block of that database. */
    public static <R> R atomic(Backend backend, boolean savepoint, Supplier<R> work) {
        return backend.transactions().atomic(savepoint, false, work::get);
    }
}
