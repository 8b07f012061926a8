package io.djdbc.query.queryset;

import io.djdbc.query.QuerySet;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rows by key. */
final class BulkReading {

    private BulkReading() {}

    static <T> Map<Object, T> all(KeptRows<T> set, String field) {
        return byKey(set, field(set, field), set.all());
    }

    static <T> Map<Object, T> of(KeptRows<T> set, Collection<?> keys, String name) {
        Field field = field(set, name);
        if (keys.isEmpty()) {
            return Map.of();
        }
        List<Object> all = new ArrayList<>(keys);
        int batch = set.definition().readBackend().syntax().batchSize(1, all.size());
        if (batch >= all.size()) {
            return byKey(set, field, set.filter(name + "__in", all));
        }
        Map<Object, T> result = new LinkedHashMap<>();
        for (int start = 0; start < all.size(); start += batch) {
            List<Object> part = all.subList(start, Math.min(all.size(), start + batch));
            result.putAll(byKey(set, field, set.filter(name + "__in", part)));
        }
        return result;
    }

    private static Field field(KeptRows<?> set, String name) {
        if (set.definition().query().isSliced()) {
            throw new IllegalStateException("Cannot use 'limit' or 'offset' with in_bulk().");
        }
        if (!set.definition().isInstances()) {
            throw new IllegalStateException("in_bulk() cannot be used with values() or values_list().");
        }
        Model model = set.model();
        Field field = name.equals("pk") ? model.primaryKey() : model.field(name);
        if (field == null || !(field.isUnique() || isUniqueAlone(model, field) || isDistinct(set, name))) {
            throw new IllegalArgumentException(
                    "in_bulk()'s field_name must be a unique field but '" + name + "' isn't.");
        }
        return field;
    }

    private static boolean isUniqueAlone(Model model, Field field) {
        return model.uniqueConstraints().stream()
                .anyMatch(constraint -> constraint.fields().equals(List.of(field)));
    }

    private static boolean isDistinct(KeptRows<?> set, String name) {
        return set.definition().query().distinctFields().equals(List.of(name));
    }

    private static <T> Map<Object, T> byKey(KeptRows<T> set, Field field, QuerySet<T> rows) {
        Map<Object, T> result = new LinkedHashMap<>();
        for (T row : rows) {
            result.put(Objects.requireNonNull(field.get(Objects.requireNonNull(row))), row);
        }
        return result;
    }
}
