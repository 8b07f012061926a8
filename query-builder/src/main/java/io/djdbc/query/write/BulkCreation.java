package io.djdbc.query.write;

import io.djdbc.dialect.InsertConflict;
import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.BulkOptions;
import io.djdbc.query.Database;
import io.djdbc.query.FieldDoesNotExist;
import io.djdbc.query.NotSupportedError;
import io.djdbc.query.PersistentObject;
import io.djdbc.query.execute.Backend;
import io.djdbc.query.execute.Session;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import io.djdbc.query.queryset.Definition;
import io.djdbc.query.related.DeclaredSet;
import io.djdbc.query.row.InstanceStates;
import java.util.ArrayList;
import java.util.List;

/** {@code bulkCreate()}: many rows a statement, those with a key apart from those that get one. */
public final class BulkCreation {

    private final Definition definition;
    private final Backend backend;
    private final BulkOptions options;
    private final Model model;
    private final InsertConflict conflict;
    private final List<Field> updated;
    private final List<Field> unique;

    private BulkCreation(Definition definition, BulkOptions options) {
        this.definition = definition;
        this.options = options;
        this.backend = definition.writeBackend();
        this.model = definition.model().concrete();
        this.updated = fields(options.updateFields());
        this.unique = fields(options.uniqueFields());
        this.conflict = conflict(backend.syntax());
    }

    public static <T> List<T> create(Definition definition, List<T> objects, BulkOptions options) {
        for (Model parent : definition.model().ancestors()) {
            if (parent.concrete() != definition.model().concrete()) {
                throw new IllegalArgumentException("Can't bulk create a multi-table inherited model");
            }
        }
        if (!objects.isEmpty()) {
            new BulkCreation(definition, options).create(objects);
        }
        return objects;
    }

    private List<Field> fields(List<String> names) {
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            Field field = name.equals("pk") ? model.primaryKey() : model.field(name);
            if (field == null) {
                throw new FieldDoesNotExist(model.name() + " has no field named '" + name + "'");
            }
            fields.add(field);
        }
        return fields;
    }

    private InsertConflict conflict(QuerySyntax syntax) {
        if (options.ignoreConflicts()) {
            if (!syntax.supportsIgnoreConflicts()) {
                throw new NotSupportedError("This database backend does not support ignoring conflicts.");
            }
            return InsertConflict.IGNORE;
        }
        if (!options.updateConflicts()) {
            return InsertConflict.FAIL;
        }
        if (!syntax.supportsUpdateConflicts()) {
            throw new NotSupportedError("This database backend does not support updating conflicts.");
        }
        if (updated.isEmpty()) {
            throw new IllegalArgumentException(
                    "Fields that will be updated when a row insertion fails on conflicts must be provided.");
        }
        boolean target = syntax.supportsUpdateConflictsWithTarget();
        if (!unique.isEmpty() && !target) {
            throw new NotSupportedError("This database backend does not support updating conflicts with specifying"
                    + " unique fields that can trigger the upsert.");
        }
        if (unique.isEmpty() && target) {
            throw new IllegalArgumentException("Unique fields that can trigger the upsert must be provided.");
        }
        if (updated.stream().anyMatch(Field::isPrimaryKey)) {
            throw new IllegalArgumentException("bulk_create() cannot be used with primary keys in update_fields.");
        }
        return InsertConflict.UPDATE;
    }

    private void create(List<?> objects) {
        Field key = model.primaryKey();
        List<Object> withKey = new ArrayList<>();
        List<Object> withoutKey = new ArrayList<>();
        for (Object object : objects) {
            if (key.get(object) == null && key.hasDefault()) {
                key.set(object, key.defaultValue());
            }
            Saving.refuseUnsavedRelations(model, object, "bulk_create");
            (key.get(object) == null ? withoutKey : withKey).add(object);
        }
        Creation.atomic(backend, false, () -> {
            insert(withKey, Inserting.fields(model, true));
            insert(withoutKey, Inserting.fields(model, false));
            return objects;
        });
        for (Object object : objects) {
            DeclaredSet.bindAll(definition.session(), model, object);
            if (object instanceof PersistentObject
                    || key.hasDefault()
                    || definition.session().backends().size() > 1
                    || !backend.alias().equals(Session.DEFAULT)) {
                InstanceStates.of(object).stored(new Database.Origin(definition.session(), backend.alias()));
            }
        }
    }

    private void insert(List<Object> objects, List<Field> fields) {
        QuerySyntax syntax = backend.syntax();
        Inserting inserting = new Inserting(definition.session(), backend);
        int most = Math.max(1, syntax.batchSize(fields.size(), objects.size()));
        Integer wanted = options.batchSize();
        int size = wanted == null ? most : Math.min(wanted, most);
        boolean returned = syntax.returnsRowsFromBulkInsert() && conflict != InsertConflict.IGNORE;
        for (List<Object> part : Batches.of(objects, size)) {
            inserting.insert(model, fields, part, returned, conflict, updated, unique);
        }
    }
}
