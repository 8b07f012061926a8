package io.djdbc.conformance.queries;

import io.djdbc.conformance.queries.Pipeline.Operation;
import io.djdbc.query.Database;
import io.djdbc.query.FieldError;
import io.djdbc.query.SaveOptions;
import io.djdbc.query.model.Attribute;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ManyToMany;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.ReverseRelation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is done with an instance. */
final class InstanceOperations {

    private final Database db;
    private final Script script;

    InstanceOperations(Database db, Script script) {
        this.db = db;
        this.script = script;
    }

    @SuppressWarnings("unchecked")
    static <T> Collection<T> cast(@Nullable Object collection) {
        return (Collection<T>) Objects.requireNonNull(collection);
    }

    @Nullable
    Object apply(Object instance, Operation operation) {
        switch (operation.name()) {
            case "save":
                db.save(instance, options(operation));
                return null;
            case "delete":
                return Operations.deletion(
                        db.delete(instance, operation.keyword("keep_parents").asBoolean()));
            case "refresh_from_db":
                db.refresh(instance);
                return null;
            case "str":
                return instance.toString();
            default:
                throw new IllegalArgumentException("an operation that this runner does not know: " + operation);
        }
    }

    private static SaveOptions options(Operation operation) {
        List<String> fields = new ArrayList<>();
        operation.keyword("update_fields").forEach(field -> fields.add(field.asText()));
        return new SaveOptions(
                operation.keyword("force_insert").asBoolean(),
                operation.keyword("force_update").asBoolean(),
                operation.keyword("update_fields").isArray() ? fields : null,
                null);
    }

    /** An attribute by the name that it has in Python. */
    @Nullable
    Object attribute(Object target, String name) {
        if (target instanceof Map<?, ?> row) {
            return row.get(name);
        }
        Model model = script.modelOf(target);
        if (name.equals("pk")) {
            return model.primaryKey().get(target);
        }
        for (ReverseRelation relation : model.reverseRelations()) {
            if (name.equals(relation.accessorName())) {
                return relation.isOneToOne() ? db.load(target, name) : db.related(target, name);
            }
        }
        Attribute attribute = model.attribute(name);
        if (attribute instanceof ManyToMany) {
            return db.related(target, name);
        }
        if (attribute instanceof Field) {
            return db.load(target, name);
        }
        return prefetchedOrAnnotated(target, name);
    }

    private @Nullable Object prefetchedOrAnnotated(Object target, String name) {
        try {
            return db.annotation(target, name);
        } catch (IllegalArgumentException noAnnotation) {
            return prefetched(target, name);
        }
    }

    /** A list, or a single object. */
    private @Nullable Object prefetched(Object target, String name) {
        try {
            return db.load(target, name);
        } catch (FieldError noSingle) {
            return db.prefetched(target, name);
        }
    }
}
