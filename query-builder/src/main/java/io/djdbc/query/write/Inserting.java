package io.djdbc.query.write;

import io.djdbc.dialect.InsertConflict;
import io.djdbc.query.execute.Backend;
import io.djdbc.query.execute.Session;
import io.djdbc.query.execute.Statements;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import io.djdbc.query.row.InstanceState;
import io.djdbc.query.row.InstanceStates;
import io.djdbc.query.sql.CompiledInsert;
import io.djdbc.query.sql.Compiler;
import io.djdbc.query.sql.InsertQuery;
import io.djdbc.query.value.ValueReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts the rows of instances into the table of one model. */
final class Inserting {

    private final Session session;
    private final Backend backend;

    Inserting(Session session, Backend backend) {
        this.session = session;
        this.backend = backend;
    }

    /** The value of a field, or the expression that stands for it until it is saved. */
    static @Nullable Object value(Object instance, Field field) {
        InstanceState state = InstanceStates.find(instance);
        Object pending = state == null ? null : state.pending().get(field);
        if (pending != null) {
            return pending;
        }
        // a converter comes later, once
        Object value = field.attributeValue(instance);
        return value == null && !field.isNullable() ? missing(field) : value;
    }

    /** A text that was not given is ''; other fields have their default in the instance already. */
    private static @Nullable Object missing(Field field) {
        return field.type().isText() ? "" : null;
    }

    /** One row; the instance gets its key. */
    void insertOne(Model model, Object instance, boolean withKey) {
        insert(model, fields(model, withKey), List.of(instance), true, InsertConflict.FAIL, List.of(), List.of());
    }

    /** All columns, but for a generated key that is not set. */
    static List<Field> fields(Model model, boolean withKey) {
        List<Field> fields = new ArrayList<>();
        for (Field field : model.localFields()) {
            if (withKey || !field.type().isAuto()) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** @param returning whether the instances get their generated keys */
    void insert(
            Model model,
            List<Field> fields,
            List<?> instances,
            boolean returning,
            InsertConflict conflict,
            List<Field> updated,
            List<Field> unique) {
        Field key = model.primaryKey();
        boolean generated = returning && key.type().isAuto();
        // Oracle's INTO is left to its driver, which adds it where JDBC asks for generated keys
        boolean inSql = generated && !backend.syntax().returnsInto();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Object instance : instances) {
            List<@Nullable Object> row = new ArrayList<>(fields.size());
            for (Field field : fields) {
                row.add(value(instance, field));
            }
            rows.add(row);
        }
        InsertQuery query =
                new InsertQuery(model, fields, rows, inSql ? List.of(key) : List.of(), conflict, updated, unique);
        CompiledInsert insert = new Compiler(backend.syntax(), session.zone().getId()).insert(query);
        Statements statements = new Statements(backend);
        if (!generated) {
            statements.update(insert.sql(), insert.parameters());
        } else if (!insert.returning().isEmpty()) {
            ValueReader reader = backend.values().reader(key);
            statements.query(insert.sql(), insert.parameters(), row -> keys(row, reader, key, instances));
        } else {
            statements.insert(
                    insert.sql(),
                    statements.bound(insert.parameters()),
                    backend.syntax().storedName(key.column()),
                    row -> keys(row, ResultSet::getObject, key, instances));
        }
    }

    private static int keys(ResultSet rows, ValueReader reader, Field key, List<?> instances) throws SQLException {
        int read = 0;
        // to the end, as only there SQLite checks foreign keys
        while (rows.next()) {
            if (read < instances.size()) {
                key.set(instances.get(read), reader.read(rows, 1));
            }
            read++;
        }
        return read;
    }
}
