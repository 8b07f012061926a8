package io.djdbc.query.queryset;

import io.djdbc.query.Database;
import io.djdbc.query.EmptyResultSetException;
import io.djdbc.query.RowIterator;
import io.djdbc.query.TransactionManagementError;
import io.djdbc.query.execute.Backend;
import io.djdbc.query.execute.RowCursor;
import io.djdbc.query.execute.Session;
import io.djdbc.query.execute.Statements;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.row.InstanceRows;
import io.djdbc.query.row.RowReader;
import io.djdbc.query.row.RowReaders;
import io.djdbc.query.sql.AggregateQuery;
import io.djdbc.query.sql.CompiledSelect;
import io.djdbc.query.sql.Compiler;
import io.djdbc.query.sql.Query;
import io.djdbc.query.sql.ShapedQuery;
import io.djdbc.query.value.DatabaseValues;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs the queries of query sets and makes rows of the results. */
final class Reading {

    private Reading() {}

    static Compiler compiler(Definition definition, Backend backend) {
        return backend.compiler(definition.session().zone());
    }

    private static Database.Origin origin(Definition definition, Backend backend) {
        return new Database.Origin(definition.session(), backend.alias());
    }

    private static ShapedQuery.Ready compile(Definition definition, Backend backend) {
        if (definition.isLocking()
                && backend.syntax().supportsForUpdate()
                && !backend.transactions().isOpen()) {
            throw new TransactionManagementError("select_for_update cannot be used outside of a transaction.");
        }
        return definition.shaped().ready(compiler(definition, backend));
    }

    @SuppressWarnings("unchecked")
    static <T> List<T> list(Definition definition) {
        RawQuery raw = definition.raw();
        if (raw != null) {
            return (List<T>) RawReading.list(definition, raw);
        }
        Backend backend = definition.readBackend();
        try {
            ShapedQuery.Ready ready = compile(definition, backend);
            CompiledSelect select = ready.select();
            RowReader reader = reader(definition, select, backend);
            return new Statements(backend).query(select.sql(), ready.values(), rows -> {
                List<@Nullable Object> result = new ArrayList<>();
                reader.readAll(rows, result);
                return (List<T>) result;
            });
        } catch (EmptyResultSetException empty) {
            return List.of();
        }
    }

    private static RowReader reader(Definition definition, CompiledSelect select, Backend backend) {
        RowReader reader = switch (definition.form()) {
            case INSTANCE -> instances(definition, select, backend);
            case MAP -> RowReaders.maps(select, backend.values(), definition.fields(), definition.model());
            case LIST -> RowReaders.lists(select, backend.values(), definition.fields(), definition.model());
            case FLAT ->
                RowReaders.flat(select, backend.values(), definition.session().zone());
        };
        return definition.isInstances() && !definition.hints().isEmpty()
                ? new HintedReader(reader, definition)
                : reader;
    }

    private static RowReader instances(Definition definition, CompiledSelect select, Backend backend) {
        DatabaseValues values = backend.values();
        InstanceRows instances =
                definition.shaped().reader(values, () -> new InstanceRows(select, values, backend.makers()));
        boolean anywhere =
                definition.session().backends().size() == 1 && backend.alias().equals(Session.DEFAULT);
        return anywhere && instances.isPlain() ? instances.reader() : instances.reader(origin(definition, backend));
    }

    @SuppressWarnings("unchecked")
    static <T> RowIterator<T> iterate(Definition definition, int chunk) {
        Backend backend = definition.readBackend();
        if (definition.raw() != null) {
            return RowCursor.of(Reading.<T>list(definition).iterator());
        }
        if (backend.isSqlite() && !backend.transactions().isOpen()) {
            // an open result would lock the file for those who write while they iterate, on another connection
            RowIterator<T> all = RowCursor.of(Reading.<T>list(definition).iterator());
            return definition.prefetches().isEmpty()
                    ? all
                    : new PrefetchingIterator<>(all, chunk, definition.session(), definition.prefetches());
        }
        ShapedQuery.Ready ready;
        try {
            ready = compile(definition, backend);
        } catch (EmptyResultSetException empty) {
            return RowCursor.of(Collections.emptyIterator());
        }
        RowReader reader = reader(definition, ready.select(), backend);
        RowIterator<T> rows =
                (RowIterator<T>) RowCursor.open(backend, ready.select().sql(), ready.values(), chunk, reader);
        return definition.prefetches().isEmpty()
                ? rows
                : new PrefetchingIterator<>(rows, chunk, definition.session(), definition.prefetches());
    }

    static long count(Definition definition) {
        if (definition.raw() != null) {
            return list(definition).size();
        }
        Backend backend = definition.readBackend();
        try {
            ShapedQuery.Ready ready = definition.shaped().count(compiler(definition, backend));
            return new Statements(backend)
                    .query(ready.select().sql(), ready.values(), rows -> rows.next() ? rows.getLong(1) : 0L);
        } catch (EmptyResultSetException empty) {
            return 0;
        }
    }

    static Map<String, @Nullable Object> aggregate(Definition definition, Map<String, Expression> aggregates) {
        if (!definition.query().distinctFields().isEmpty()) {
            throw new io.djdbc.query.NotSupportedError("aggregate() + distinct(fields) not implemented.");
        }
        if (aggregates.isEmpty()) {
            return new LinkedHashMap<>();
        }
        return aggregates(definition, definition.query().chain().aggregate(aggregates));
    }

    private static Map<String, @Nullable Object> aggregates(Definition definition, AggregateQuery query) {
        Backend backend = definition.readBackend();
        CompiledSelect select;
        try {
            select = compiler(definition, backend).aggregate(query);
        } catch (EmptyResultSetException empty) {
            return query.rowOfNothing();
        }
        RowReader reader = RowReaders.named(select, backend.values());
        return new Statements(backend).query(select.sql(), select.parameters(), rows -> row(rows, reader));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> row(ResultSet rows, RowReader reader) throws java.sql.SQLException {
        if (!rows.next()) {
            return new LinkedHashMap<>();
        }
        return (Map<String, @Nullable Object>) Objects.requireNonNull(reader.read(rows));
    }

    static boolean exists(Definition definition) {
        if (definition.raw() != null) {
            return !list(definition).isEmpty();
        }
        Backend backend = definition.readBackend();
        try {
            ShapedQuery.Ready ready = definition
                    .shaped()
                    .apply("exists", query -> query.exists(true))
                    .ready(compiler(definition, backend));
            return new Statements(backend).query(ready.select().sql(), ready.values(), ResultSet::next);
        } catch (EmptyResultSetException empty) {
            return false;
        }
    }

    static String explain(Definition definition, Map<String, ?> options) {
        Backend backend = definition.readBackend();
        Query query = definition.query().copy();
        Object format = options.get("format");
        List<String> others = new ArrayList<>();
        options.forEach((name, value) -> {
            if (!name.equals("format")) {
                others.add(
                        value instanceof Boolean flag
                                ? name + " " + flag.toString().toLowerCase(Locale.ROOT)
                                : name + " " + value);
            }
        });
        query.setExplain(format == null ? null : format.toString(), others);
        CompiledSelect select = compiler(definition, backend).select(query);
        return new Statements(backend).query(select.sql(), select.parameters(), Reading::lines);
    }

    private static String lines(ResultSet rows) throws java.sql.SQLException {
        StringBuilder text = new StringBuilder();
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            text.append(text.length() == 0 ? "" : "\n");
            for (int i = 1; i <= columns; i++) {
                text.append(i == 1 ? "" : " ").append(rows.getString(i));
            }
        }
        return text.toString();
    }
}
