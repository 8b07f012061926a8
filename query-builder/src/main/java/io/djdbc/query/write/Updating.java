package io.djdbc.query.write;

import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.Q;
import io.djdbc.query.execute.Backend;
import io.djdbc.query.execute.Session;
import io.djdbc.query.execute.Statements;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import io.djdbc.query.queryset.DefaultQuerySet;
import io.djdbc.query.queryset.Definition;
import io.djdbc.query.sql.CompiledSelect;
import io.djdbc.query.sql.CompiledStatement;
import io.djdbc.query.sql.Compiler;
import io.djdbc.query.sql.Query;
import io.djdbc.query.sql.ShapedQuery;
import io.djdbc.query.sql.UpdateQuery;
import io.djdbc.query.value.ValueReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Updates rows. */
public final class Updating {

    private Updating() {}

    /** All rows of a query set; says how many it met. */
    public static long update(Definition definition, Map<String, ? extends @Nullable Object> fields) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        fields.forEach((name, value) -> values.put(name, DefaultQuerySet.asValue(value)));
        return update(definition.shaped(), definition.model(), values, definition.session(), definition.writeBackend());
    }

    private static long update(
            ShapedQuery query,
            Model model,
            Map<String, ? extends @Nullable Object> values,
            Session session,
            Backend backend) {
        List<ShapedQuery.ReadyStatement> known = query.update(backend.compiler(session.zone()), values);
        if (known != null) {
            long updated = 0;
            for (ShapedQuery.ReadyStatement statement : known) {
                // those after the first that met any are of parents
                int met = new Statements(backend).update(statement.sql(), statement.values());
                updated = updated == 0 ? met : updated;
            }
            return updated;
        }
        UpdateQuery update = new UpdateQuery(query.query());
        values.forEach(update::set);
        return run(update, model, session, backend);
    }

    static boolean exists(Session session, Backend backend, Model model, Object key) {
        return DefaultQuerySet.rows(session, model)
                .using(backend.alias())
                .filter("pk", key)
                .exists();
    }

    /** The row of an instance; says how many rows have that key. */
    static long updateRow(
            Session session, Backend backend, Model model, Object instance, Object key, List<Field> fields) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            values.put(field.attname(), Inserting.value(instance, field));
        }
        return update(backend.shapes().all(model).where(Q.of("pk", key), false), model, values, session, backend);
    }

    /** Rows with these keys, a hundred a statement. */
    public static void updateKeys(
            Session session, Backend backend, Model model, List<Object> keys, Field field, @Nullable Object value) {
        for (List<Object> part : Batches.of(keys, Batches.ROWS_BY_KEY)) {
            Query query = new Query(model, backend.syntax().emptyStringsAreNulls());
            query.addQ(Q.of("pk__in", part));
            UpdateQuery update = new UpdateQuery(query);
            update.set(field.name(), value);
            run(update, model, session, backend);
        }
    }

    private static long run(UpdateQuery update, Model model, Session session, Backend backend) {
        Compiler compiler = new Compiler(backend.syntax(), session.zone().getId());
        try {
            Query keyQuery = update.keys(compiler);
            if (keyQuery == null) {
                return execute(update.statements(compiler, null), backend);
            }
            return Creation.atomic(backend, false, () -> {
                List<Object> keys = keys(keyQuery, model, compiler, backend);
                return execute(update.statements(compiler, keys), backend);
            });
        } catch (EmptyResultSetException empty) {
            return 0;
        }
    }

    private static List<Object> keys(Query query, Model model, Compiler compiler, Backend backend) {
        CompiledSelect select = compiler.select(query);
        ValueReader reader = backend.values().reader(model.primaryKey());
        return new Statements(backend).query(select.sql(), select.parameters(), rows -> read(rows, reader));
    }

    private static List<Object> read(ResultSet rows, ValueReader reader) throws SQLException {
        List<Object> keys = new ArrayList<>();
        while (rows.next()) {
            Object key = reader.read(rows, 1);
            if (key != null) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The rows of the first statement that met any: the others are of parents. */
    private static long execute(List<CompiledStatement> statements, Backend backend) {
        long updated = 0;
        for (CompiledStatement statement : statements) {
            int met = new Statements(backend).update(statement.sql(), statement.parameters());
            updated = updated == 0 ? met : updated;
        }
        return updated;
    }
}
