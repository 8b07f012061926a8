package io.djdbc.query.write;

import io.djdbc.query.FieldDoesNotExist;
import io.djdbc.query.Q;
import io.djdbc.query.execute.Backend;
import io.djdbc.query.expression.Case;
import io.djdbc.query.expression.Cast;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Value;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.expression.When;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import io.djdbc.query.queryset.DefaultQuerySet;
import io.djdbc.query.row.InstanceState;
import io.djdbc.query.row.InstanceStates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code bulkUpdate()}: one statement for many rows, with a CASE for each field. */
public final class BulkUpdating {

    private BulkUpdating() {}

    public static long update(
            DefaultQuerySet<?> set, List<?> objects, List<String> names, @Nullable Integer batchSize) {
        if (batchSize != null && batchSize <= 0) {
            throw new IllegalArgumentException("Batch size must be a positive integer.");
        }
        List<Field> fields = fields(set.model(), names);
        Field primaryKey = set.model().primaryKey();
        for (Object object : objects) {
            if (primaryKey.get(object) == null) {
                throw new IllegalArgumentException("All bulk_update() objects must have a primary key set.");
            }
        }
        if (objects.isEmpty()) {
            return 0;
        }
        objects.forEach(object -> Saving.refuseUnsavedRelations(set.model(), object, "bulk_update"));
        Backend backend = set.definition().writeBackend();
        int most = backend.syntax().batchSize(fields.size() + 2, objects.size());
        int size = batchSize == null ? most : Math.min(batchSize, most);
        List<Map<String, Object>> updates = new ArrayList<>();
        for (int start = 0; start < objects.size(); start += size) {
            updates.add(
                    cases(objects.subList(start, Math.min(objects.size(), start + size)), fields, primaryKey, backend));
        }
        return Creation.atomic(backend, false, () -> {
            long updated = 0;
            for (int i = 0; i < updates.size(); i++) {
                List<Object> keys = new ArrayList<>();
                objects.subList(i * size, Math.min(objects.size(), (i + 1) * size))
                        .forEach(object -> keys.add(Objects.requireNonNull(primaryKey.get(object))));
                updated += set.using(backend.alias()).filter("pk__in", keys).update(updates.get(i));
            }
            return updated;
        });
    }

    private static List<Field> fields(Model model, List<String> names) {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("Field names must be given to bulk_update().");
        }
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            if (model.attribute(name) == null) {
                throw new FieldDoesNotExist(model.name() + " has no field named '" + name + "'");
            }
            if (!(model.attribute(name) instanceof Field field)) {
                throw new IllegalArgumentException("bulk_update() can only be used with concrete fields.");
            }
            if (field.isPrimaryKey()) {
                throw new IllegalArgumentException("bulk_update() cannot be used with primary key fields.");
            }
            fields.add(field);
        }
        return fields;
    }

    private static Map<String, Object> cases(List<?> objects, List<Field> fields, Field primaryKey, Backend backend) {
        Map<String, Object> updates = new LinkedHashMap<>();
        for (Field field : fields) {
            ValueType type = ValueType.of(field);
            List<When> branches = new ArrayList<>();
            for (Object object : objects) {
                Expression value = value(object, field, type);
                branches.add(When.of(Q.of("pk", primaryKey.get(object)), value));
            }
            Expression choice = Case.of(branches.toArray(When[]::new)).typed(type);
            updates.put(field.attname(), backend.syntax().castsCaseInUpdate() ? new Cast(choice, type) : choice);
        }
        return updates;
    }

    private static Expression value(Object object, Field field, ValueType type) {
        InstanceState state = InstanceStates.find(object);
        Object pending = state == null ? null : state.pending().get(field);
        return pending instanceof Expression expression ? expression : Value.of(field.attributeValue(object), type);
    }
}
