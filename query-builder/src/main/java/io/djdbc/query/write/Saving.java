package io.djdbc.query.write;

import io.djdbc.query.Database;
import io.djdbc.query.DatabaseError;
import io.djdbc.query.SaveOptions;
import io.djdbc.query.execute.Backend;
import io.djdbc.query.execute.Session;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.Model;
import io.djdbc.query.model.ThroughRow;
import io.djdbc.query.related.DeclaredSet;
import io.djdbc.query.row.InstanceState;
import io.djdbc.query.row.InstanceStates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Saves one instance: an update of the row that has its key, or an insert; parents' tables first. */
public final class Saving {

    private final Session session;

    public Saving(Session session) {
        this.session = session;
    }

    /** The model of an instance. */
    public static Model model(Session session, Object instance) {
        return instance instanceof ThroughRow row
                ? row.model()
                : session.models().model(instance.getClass());
    }

    public void save(Object instance, SaveOptions options) {
        Model model = model(session, instance);
        refuseUnsavedRelations(model, instance, "save");
        Backend backend = near(model, instance).forWrite(model, options.using());
        if (options.using() == null) {
            refuseOtherDatabases(model, instance, backend);
        }
        List<String> wanted = options.updateFields();
        if (wanted != null && wanted.isEmpty()) {
            return;
        }
        Set<Field> fields = wanted == null ? loaded(model, instance, options, backend) : named(model, wanted);
        Model concrete = model.concrete();
        if (concrete.parents().isEmpty()) {
            backend.transactions()
                    .marked(() -> saveTable(concrete, instance, options, fields, options.forceInsert(), backend));
        } else {
            Creation.atomic(backend, false, () -> {
                boolean inserted = saveParents(concrete, instance, options, fields, backend);
                return saveTable(concrete, instance, options, fields, options.forceInsert() || inserted, backend);
            });
        }
        stored(instance, backend);
    }

    /** A new object goes where the objects are that it points to, as in Django. */
    private Session near(Model model, Object instance) {
        if (session.backends().size() == 1 || origin(instance) != null) {
            return session.near(instance);
        }
        for (Field field : model.fields()) {
            Object related = field instanceof ForeignKey key ? key.related(instance) : null;
            if (related != null && related != instance && origin(related) != null) {
                return session.near(related);
            }
        }
        return session;
    }

    private static @Nullable String origin(Object instance) {
        InstanceState state = InstanceStates.find(instance);
        return state != null && state.database() instanceof Database.Origin origin ? origin.alias() : null;
    }

    /** A key of one database says nothing in another. Where a router or {@code using} chose, they know. */
    private void refuseOtherDatabases(Model model, Object instance, Backend backend) {
        if (session.backends().size() == 1 || session.isChosen()) {
            return;
        }
        for (Field field : model.fields()) {
            Object related = field instanceof ForeignKey key && !key.isParentLink() ? key.related(instance) : null;
            String from = related == null ? null : origin(related);
            if (from != null && !from.equals(backend.alias())) {
                throw new IllegalArgumentException("Cannot assign \"" + related + "\": it is in the database '" + from
                        + "', and \"" + model.name() + "." + field.name() + "\" is to be saved in '" + backend.alias()
                        + "'. Relations do not cross databases; save with SaveOptions.using() where a copy is meant.");
            }
        }
    }

    /** Refuses an object that is known to be in another database than the one that is written to. */
    public static void refuseFromOther(Object object, Session session, String alias, String what) {
        String from = session.backends().size() == 1 || session.router() != null ? null : origin(object);
        if (from != null && !from.equals(alias)) {
            throw new IllegalArgumentException("Cannot " + what + " \"" + object + "\": instance is on database \""
                    + from + "\", the relation is on database \"" + alias + "\"");
        }
    }

    private void stored(Object instance, Backend backend) {
        DeclaredSet.bindAll(session, model(session, instance), instance);
        InstanceState known = InstanceStates.find(instance);
        boolean needed = known != null
                || session.backends().size() > 1
                || !backend.alias().equals(Session.DEFAULT)
                || instance instanceof io.djdbc.query.PersistentObject
                || model(session, instance).primaryKey().hasDefault();
        if (needed) {
            InstanceStates.of(instance).stored(new Database.Origin(session, backend.alias()));
        }
    }

    /** A related object without a key would be lost. */
    static void refuseUnsavedRelations(Model model, Object instance, String method) {
        for (Field field : model.fields()) {
            if (field instanceof ForeignKey key && !key.isParentLink() && !key.isKeyAttribute()) {
                Object related = key.related(instance);
                if (related != null && key.targetField().get(related) == null) {
                    throw new IllegalArgumentException(method + "() prohibited to prevent data loss due to unsaved"
                            + " related object '" + key.name() + "'.");
                }
            }
        }
    }

    /** Null for all fields. */
    private @Nullable Set<Field> loaded(Model model, Object instance, SaveOptions options, Backend backend) {
        InstanceState state = InstanceStates.find(instance);
        if (state == null || options.forceInsert() || state.deferred().isEmpty()) {
            return null;
        }
        boolean same = state.database() instanceof Database.Origin origin
                && origin.alias().equals(backend.alias());
        if (!same) {
            return null;
        }
        state.noticeAssigned(instance);
        Set<Field> fields = new HashSet<>();
        for (Field field : model.fields()) {
            if (!field.isPrimaryKey() && !state.deferred().contains(field)) {
                fields.add(field);
            }
        }
        return fields.isEmpty() ? null : fields;
    }

    private static Set<Field> named(Model model, List<String> names) {
        Set<Field> fields = new HashSet<>();
        List<String> wrong = new ArrayList<>();
        for (String name : names) {
            Field field = model.field(name);
            if (field == null || field.isPrimaryKey()) {
                wrong.add(name);
            } else {
                fields.add(field);
            }
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "The following fields do not exist in this model, are m2m fields, primary"
                            + " keys, or are non-concrete fields: " + String.join(", ", wrong));
        }
        return fields;
    }

    private boolean saveParents(
            Model model, Object instance, SaveOptions options, @Nullable Set<Field> fields, Backend backend) {
        boolean inserted = false;
        for (Map.Entry<Model, @Nullable ForeignKey> entry : model.parents().entrySet()) {
            Model parent = entry.getKey();
            ForeignKey link = entry.getValue();
            boolean parentInserted = saveParents(parent, instance, options, fields, backend);
            boolean updated = saveTable(parent, instance, SaveOptions.DEFAULT, fields, parentInserted, backend);
            inserted |= !updated;
            if (link != null) {
                link.set(instance, parent.primaryKey().get(instance));
            }
        }
        return inserted;
    }

    /** Whether a row was updated; else one was inserted. */
    private boolean saveTable(
            Model model,
            Object instance,
            SaveOptions options,
            @Nullable Set<Field> wanted,
            boolean insert,
            Backend backend) {
        Field primaryKey = model.primaryKey();
        Object key = primaryKey.get(instance);
        if (key == null && primaryKey.hasDefault()) {
            key = primaryKey.defaultValue();
            primaryKey.set(instance, key);
        }
        boolean restricted = wanted != null;
        if (key == null && (options.forceUpdate() || restricted)) {
            throw new IllegalArgumentException("Cannot force an update in save() with no primary key.");
        }
        boolean mustInsert =
                insert || (!options.forceUpdate() && !restricted && isNewWithDefaultKey(primaryKey, instance));
        if (key != null && !mustInsert) {
            if (update(model, instance, key, wanted, backend)) {
                return true;
            }
            if (options.forceUpdate()) {
                throw new DatabaseError("Forced update did not affect any rows.");
            }
            if (restricted) {
                throw new DatabaseError("Save with update_fields did not affect any rows.");
            }
        }
        new Inserting(session, backend).insertOne(model, instance, key != null);
        return false;
    }

    private static boolean isNewWithDefaultKey(Field primaryKey, Object instance) {
        if (!primaryKey.hasDefault()) {
            return false;
        }
        InstanceState state = InstanceStates.find(instance);
        return state == null || !state.isStored();
    }

    private boolean update(Model model, Object instance, Object key, @Nullable Set<Field> wanted, Backend backend) {
        List<Field> fields = new ArrayList<>();
        for (Field field : model.localFields()) {
            if (!field.isPrimaryKey() && (wanted == null || wanted.contains(field))) {
                fields.add(field);
            }
        }
        if (fields.isEmpty()) {
            return wanted != null || Updating.exists(session, backend, model, key);
        }
        return Updating.updateRow(session, backend, model, instance, key, fields) > 0;
    }
}
