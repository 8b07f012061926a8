package io.djdbc.query.queryset;

import io.djdbc.query.Database;
import io.djdbc.query.FieldDoesNotExist;
import io.djdbc.query.execute.Backend;
import io.djdbc.query.execute.Statements;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import io.djdbc.query.related.DeclaredSet;
import io.djdbc.query.row.InstanceState;
import io.djdbc.query.row.InstanceStates;
import io.djdbc.query.value.ValueReader;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Instances of SQL of the user's own: columns go to fields by name, others become annotations. */
final class RawReading {

    private RawReading() {}

    static List<Object> list(Definition definition, RawQuery raw) {
        Backend backend = definition.readBackend();
        return new Statements(backend)
                .query(raw.sql(), raw.parameters().toArray(), rows -> read(definition, backend, rows));
    }

    private static List<Object> read(Definition definition, Backend backend, ResultSet rows) throws SQLException {
        Model model = definition.model();
        Map<String, Field> byColumn = new HashMap<>();
        model.fields().forEach(field -> byColumn.put(field.column().toLowerCase(Locale.ROOT), field));
        ResultSetMetaData metaData = rows.getMetaData();
        int count = metaData.getColumnCount();
        @Nullable Field[] fields = new @Nullable Field[count];
        String[] names = new String[count];
        Set<Field> deferred = new HashSet<>(model.fields());
        for (int i = 0; i < count; i++) {
            names[i] = metaData.getColumnLabel(i + 1);
            fields[i] = byColumn.get(names[i].toLowerCase(Locale.ROOT));
            deferred.remove(fields[i]);
        }
        if (deferred.contains(model.primaryKey())) {
            throw new FieldDoesNotExist("Raw query must include the primary key");
        }
        Database.Origin origin = new Database.Origin(definition.session(), backend.alias());
        List<Object> result = new ArrayList<>();
        while (rows.next()) {
            Object instance = model.newInstance();
            InstanceState state = InstanceStates.of(instance);
            for (int i = 0; i < count; i++) {
                Field field = fields[i];
                if (field == null) {
                    state.annotations().put(names[i], rows.getObject(i + 1));
                } else {
                    ValueReader reader = backend.values().reader(field);
                    field.load(instance, reader.read(rows, i + 1));
                }
            }
            state.stored(origin);
            state.defer(instance, deferred);
            DeclaredSet.bindAll(origin.session(), model, instance);
            result.add(instance);
        }
        return result;
    }
}
