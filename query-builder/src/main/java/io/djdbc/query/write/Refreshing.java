package io.djdbc.query.write;

import io.djdbc.query.Database;
import io.djdbc.query.QuerySet;
import io.djdbc.query.execute.Session;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import io.djdbc.query.model.Model;
import io.djdbc.query.queryset.DefaultQuerySet;
import io.djdbc.query.row.InstanceState;
import io.djdbc.query.row.InstanceStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads fields of an instance anew, or for the first time. */
public final class Refreshing {

    private final Session session;

    public Refreshing(Session session) {
        this.session = session;
    }

    /** @param names the fields; empty for all that were read */
    public void refresh(Object instance, List<String> names) {
        Model model = Saving.model(session, instance);
        InstanceState state = InstanceStates.find(instance);
        Object key = model.primaryKey().get(instance);
        QuerySet<Object> rows = DefaultQuerySet.rows(session, model);
        if (alias(state) != null) {
            rows = rows.using(Objects.requireNonNull(alias(state)));
        }
        List<Field> fields = fields(model, state, names);
        if (fields.size() < model.fields().size()) {
            rows = rows.only(fields.stream().map(Field::attname).toArray(String[]::new));
        }
        copy(rows.get("pk", key), instance, fields);
        if (state != null) {
            fields.forEach(state::loaded);
            fields.forEach(field -> state.pend(field, null));
            if (names.isEmpty()) {
                state.forgetRelated();
                state.reference(false);
            }
        }
    }

    private static @Nullable String alias(@Nullable InstanceState state) {
        return state != null && state.database() instanceof Database.Origin origin ? origin.alias() : null;
    }

    private static List<Field> fields(Model model, @Nullable InstanceState state, List<String> names) {
        List<Field> fields = new ArrayList<>();
        if (names.isEmpty()) {
            for (Field field : model.fields()) {
                if (state == null || state.isReference() || !state.deferred().contains(field)) {
                    fields.add(field);
                }
            }
            return fields;
        }
        for (String name : names) {
            Field field = model.field(name);
            if (field == null) {
                throw new io.djdbc.query.FieldError(model.name() + " has no field named '" + name + "'");
            }
            fields.add(field);
        }
        return fields;
    }

    /** Values only: a related object that was loaded stays where its key did, and goes where it did not. */
    static void copy(Object from, Object to, List<Field> fields) {
        for (Field field : fields) {
            if (field instanceof ForeignKey key && !key.isParentLink() && !key.isKeyAttribute()) {
                key.setRelated(to, key.related(from));
            } else {
                field.load(to, field.attributeValue(from));
            }
        }
    }
}
