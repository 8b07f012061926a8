package io.djdbc.query.sql;

import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.FieldError;
import io.djdbc.query.NotSupportedError;
import io.djdbc.query.expression.Conversion;
import io.djdbc.query.expression.Expression;
import io.djdbc.query.expression.Fragment;
import io.djdbc.query.expression.Parameter;
import io.djdbc.query.expression.Resolution;
import io.djdbc.query.expression.Slot;
import io.djdbc.query.expression.Value;
import io.djdbc.query.expression.ValueType;
import io.djdbc.query.model.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An INSERT: as VALUES, as arrays (PostgreSQL) or as a SELECT (Oracle). */
final class InsertCompiler {

    private final InsertQuery insert;
    private final QuerySyntax syntax;
    private final SelectCompiler context;
    private final Query query;

    private InsertCompiler(InsertQuery insert, Compiler compiler) {
        this.insert = insert;
        this.syntax = compiler.syntax();
        this.query = new Query(insert.model(), syntax.emptyStringsAreNulls());
        this.context = new SelectCompiler(query, compiler, true);
    }

    static CompiledInsert compile(InsertQuery insert, Compiler compiler) {
        return new InsertCompiler(insert, compiler).compile();
    }

    private CompiledInsert compile() {
        boolean returning = !insert.returning().isEmpty() && syntax.returnsFromInsert();
        boolean bulk = !returning || syntax.returnsRowsFromBulkInsert();
        if (!bulk && insert.rows().size() > 1) {
            throw new NotSupportedError(
                    "Several rows cannot be inserted with their keys given back by " + syntax.vendor());
        }
        List<Field> fields = insert.fields().isEmpty() ? List.of(insert.model().primaryKey()) : insert.fields();
        String columns = String.join(
                ", ", fields.stream().map(field -> syntax.quote(field.column())).toList());
        String head = syntax.insertStatement(insert.conflict()) + " " + context.quoteTable(insert.model()) + " ("
                + columns + ")";
        List<Fragment> parts = new ArrayList<>();
        parts.add(Fragment.of(head));
        parts.add(rows(bulk));
        String conflict = syntax.onConflict(insert.conflict(), names(insert.updated()), names(insert.unique()));
        if (!conflict.isEmpty()) {
            parts.add(Fragment.of(conflict));
        }
        if (returning) {
            parts.add(returning());
        }
        Fragment sql = Fragment.join(" ", parts);
        return new CompiledInsert(sql.sql(), sql.parameters(), returning ? insert.returning() : List.of());
    }

    private static List<String> names(List<Field> fields) {
        return fields.stream().map(Field::column).toList();
    }

    private Fragment returning() {
        List<String> columns = new ArrayList<>();
        for (Field field : insert.returning()) {
            columns.add(context.quoteTable(insert.model()) + "." + syntax.quote(field.column()));
        }
        Fragment sql = Fragment.of("RETURNING " + String.join(", ", columns));
        if (!syntax.returnsInto()) {
            return sql;
        }
        Fragment[] outs = new Fragment[columns.size()];
        Arrays.fill(outs, Fragment.of("?", Parameter.constant(ReturnedColumn.INSTANCE)));
        return Fragment.fill("{0} INTO {1}", sql, Fragment.join(", ", List.of(outs)));
    }

    private Fragment rows(boolean bulk) {
        if (insert.fields().isEmpty()) {
            List<Fragment> rows = new ArrayList<>();
            insert.rows().forEach(row -> rows.add(Fragment.of("(" + syntax.defaultKey() + ")")));
            return Fragment.join(", ", rows).wrap("VALUES ", "");
        }
        if (syntax.insertsArrays() && insert.rows().size() > 1 && canBeArrays()) {
            return arrays();
        }
        boolean selects = bulk && syntax.insertsSelects();
        if (!selects && hasNoExpressions()) {
            return values();
        }
        List<List<Fragment>> rows = new ArrayList<>();
        for (List<? extends @Nullable Object> row : insert.rows()) {
            List<Fragment> values = new ArrayList<>();
            for (int i = 0; i < insert.fields().size(); i++) {
                values.add(value(insert.fields().get(i), row.get(i)));
            }
            rows.add(values);
        }
        if (selects) {
            return selects(rows);
        }
        List<Fragment> all = new ArrayList<>();
        rows.forEach(row -> all.add(Fragment.join(", ", row).wrap("(", ")")));
        return Fragment.join(", ", all).wrap("VALUES ", "");
    }

    private Fragment value(Field field, @Nullable Object value) {
        if (!(value instanceof Expression expression)) {
            return SavedValues.sql(syntax, field, value);
        }
        Expression resolved = expression.resolve(query, Resolution.NO_JOINS);
        if (resolved.containsColumns()) {
            throw new IllegalArgumentException("Failed to insert expression \"" + resolved + "\" on " + field
                    + ". F() expressions can only be used to update, not to insert.");
        }
        if (resolved.containsAggregate()) {
            throw new FieldError(
                    "Aggregate functions are not allowed in this query (" + field.name() + "=" + value + ").");
        }
        return context.compile(
                resolved instanceof Value plain ? Value.of(plain.slot(), ValueType.of(field)) : resolved);
    }

    private boolean canBeArrays() {
        for (Field field : insert.fields()) {
            if (syntax.arrayType(ValueType.of(field).internalType()) == null) {
                return false;
            }
        }
        return hasNoExpressions();
    }

    private boolean hasNoExpressions() {
        for (List<? extends @Nullable Object> row : insert.rows()) {
            for (Object value : row) {
                if (value instanceof Expression) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Many rows of values: nothing is made twice that all rows have in common. */
    private Fragment values() {
        int count = insert.fields().size();
        Conversion[] conversions = new Conversion[count];
        String[] placeholders = new String[count];
        for (int i = 0; i < count; i++) {
            Field field = insert.fields().get(i);
            conversions[i] = SavedValues.conversion(syntax, field);
            placeholders[i] = syntax.savedPlaceholder(ValueType.of(field).internalType());
        }
        StringBuilder sql = new StringBuilder("VALUES ");
        List<Parameter> parameters = new ArrayList<>(count * insert.rows().size());
        for (int r = 0; r < insert.rows().size(); r++) {
            List<? extends @Nullable Object> row = insert.rows().get(r);
            sql.append(r == 0 ? "(" : ", (");
            for (int i = 0; i < count; i++) {
                Object value = row.get(i) instanceof Slot slot ? slot.value() : row.get(i);
                Object bound = conversions[i].convert(value);
                sql.append(i == 0 ? "" : ", ").append(bound == null ? "?" : placeholders[i]);
                parameters.add(Parameter.constant(bound));
            }
            sql.append(')');
        }
        return new Fragment(sql.toString(), parameters);
    }

    /** One array a column; a slot of its own has all its values. */
    private Fragment arrays() {
        List<Fragment> columns = new ArrayList<>();
        for (int i = 0; i < insert.fields().size(); i++) {
            Field field = insert.fields().get(i);
            List<@Nullable Object> values = new ArrayList<>();
            for (List<? extends @Nullable Object> row : insert.rows()) {
                Object value = row.get(i);
                values.add(value instanceof Slot slot ? slot.value() : value);
            }
            Parameter one = SavedValues.sql(syntax, field, null).parameters().get(0);
            Parameter array = Parameter.of(Slot.of(values), new Each(one.conversion()), one.type());
            String type =
                    Objects.requireNonNull(syntax.arrayType(ValueType.of(field).internalType()));
            columns.add(Fragment.of("(?)::" + type + "[]", array));
        }
        return Fragment.join(", ", columns).wrap("SELECT * FROM UNNEST(", ")");
    }

    private record Each(Conversion conversion) implements Conversion {
        @Override
        public @Nullable Object convert(@Nullable Object value) {
            List<@Nullable Object> converted = new ArrayList<>();
            if (value instanceof List<?> list) {
                list.forEach(member -> converted.add(conversion.convert(member)));
            }
            return converted;
        }
    }

    private Fragment selects(List<List<Fragment>> rows) {
        List<Fragment> selects = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            List<Fragment> columns = new ArrayList<>();
            for (int i = 0; i < rows.get(r).size(); i++) {
                Fragment value = rows.get(r).get(i);
                if (value.sql().equals("?")) {
                    String type = ValueType.of(insert.fields().get(i)).internalType();
                    value = new Fragment(syntax.bulkPlaceholder(type), value.parameters());
                }
                columns.add(r == 0 ? value.wrap("", " col_" + i) : value);
            }
            selects.add(Fragment.join(", ", columns).wrap("SELECT ", syntax.bareSelectSuffix()));
        }
        return Fragment.join(" UNION ALL ", selects).wrap("SELECT * FROM (", ")");
    }
}
