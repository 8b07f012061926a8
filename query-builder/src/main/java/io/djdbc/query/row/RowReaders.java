package io.djdbc.query.row;

import io.djdbc.query.expression.Col;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.json.Json;
import io.djdbc.query.lookup.Trunc;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.model.Model;
import io.djdbc.query.sql.CompiledSelect;
import io.djdbc.query.value.DatabaseValues;
import io.djdbc.query.value.ValueReader;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Readers of the rows of a compiled SELECT. */
public final class RowReaders {

    private RowReaders() {}

    /** Maps of what was asked for, or of all columns. */
    public static RowReader maps(CompiledSelect select, DatabaseValues values, List<String> names, Model model) {
        Map<String, Integer> columns = columns(select, names, model);
        ValueReader[] readers = readers(select, values);
        return row -> {
            Map<String, @Nullable Object> map = new LinkedHashMap<>();
            for (Map.Entry<String, Integer> column : columns.entrySet()) {
                int index = column.getValue();
                map.put(column.getKey(), readers[index].read(row, index + 1));
            }
            return map;
        };
    }

    /** Lists of what was asked for, or of all columns. */
    public static RowReader lists(CompiledSelect select, DatabaseValues values, List<String> names, Model model) {
        int[] columns = columns(select, names, model).values().stream()
                .mapToInt(Integer::intValue)
                .toArray();
        ValueReader[] readers = readers(select, values);
        return row -> {
            List<@Nullable Object> list = new ArrayList<>(columns.length);
            for (int index : columns) {
                list.add(readers[index].read(row, index + 1));
            }
            return list;
        };
    }

    /** The first column. */
    public static RowReader flat(CompiledSelect select, DatabaseValues values, ZoneId zone) {
        Expression column = select.columns().get(0);
        ValueReader reader = reader(column, values);
        return isCutMoment(column) ? row -> inZone(reader.read(row, 1), zone) : row -> reader.read(row, 1);
    }

    private static boolean isCutMoment(Expression column) {
        ValueType type = column instanceof Trunc ? column.valueTypeOrNull() : null;
        return type != null && type.type() == FieldType.DATE_TIME;
    }

    /** The database cuts points in time as clocks in the zone show them. */
    private static @Nullable Object inZone(@Nullable Object moment, ZoneId zone) {
        return moment instanceof Instant instant
                ? instant.atOffset(ZoneOffset.UTC)
                        .toLocalDateTime()
                        .atZone(zone)
                        .toOffsetDateTime()
                : moment;
    }

    /** A map of the named columns: of aggregates. */
    public static RowReader named(CompiledSelect select, DatabaseValues values) {
        ValueReader[] readers = readers(select, values);
        Map<String, Integer> columns = select.annotations();
        return row -> read(row, columns, readers);
    }

    private static Map<String, @Nullable Object> read(
            ResultSet row, Map<String, Integer> columns, ValueReader[] readers) throws java.sql.SQLException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> column : columns.entrySet()) {
            int index = column.getValue();
            map.put(column.getKey(), readers[index].read(row, index + 1));
        }
        return map;
    }

    private static Map<String, Integer> columns(CompiledSelect select, List<String> names, Model model) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        Map<String, Integer> known = select.annotations();
        if (names.isEmpty()) {
            int index = 0;
            for (Field field : model.fields()) {
                columns.put(field.attname(), index++);
            }
            columns.putAll(known);
            return columns;
        }
        // annotations that came after values() are selected too
        known.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(column -> columns.put(column.getKey(), column.getValue()));
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(names.get(i), i);
        }
        return columns;
    }

    private static ValueReader[] readers(CompiledSelect select, DatabaseValues values) {
        return select.columns().stream().map(column -> reader(column, values)).toArray(ValueReader[]::new);
    }

    /** Of a column as its field has it, of a computed value by its type. */
    static ValueReader reader(Expression column, DatabaseValues values) {
        if (column instanceof Col col) {
            return values.reader(col.target());
        }
        ValueType type = column.valueTypeOrNull();
        if (type == null) {
            return ResultSet::getObject;
        }
        if (type.type() == FieldType.DATE && column instanceof Trunc) {
            return cutDate(values.reader(FieldType.DATE));
        }
        if (type.type() == FieldType.JSON) {
            return RowReaders::readJson;
        }
        Field field = type.field();
        return field != null && field.type() == type.type()
                ? values.reader(field)
                : values.reader(valueType(type.type()));
    }

    /** Some databases cut dates to points in time. */
    private static ValueReader cutDate(ValueReader dates) {
        return (row, index) -> {
            Object value = row.getObject(index);
            if (value instanceof OffsetDateTime moment) {
                return moment.toLocalDate();
            }
            return value instanceof Timestamp
                    ? row.getObject(index, OffsetDateTime.class).toLocalDate()
                    : dates.read(row, index);
        };
    }

    /** A part of a document: SQLite gives texts and numbers as such, others as JSON. */
    private static @Nullable Object readJson(ResultSet row, int column) throws java.sql.SQLException {
        Object value = row.getObject(column);
        if (value == null || value instanceof Number) {
            return value;
        }
        String text = row.getString(column);
        try {
            return Json.parse(text);
        } catch (IllegalArgumentException plainText) {
            return text;
        }
    }

    private static FieldType valueType(FieldType type) {
        return type == FieldType.AUTOMATIC ? FieldType.TEXT : type;
    }
}
