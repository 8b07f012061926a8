package io.djdbc.query.model;

import io.djdbc.dialect.Identifiers;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the constraints and indexes that {@code @Table} declares. */
final class TableOptions {

    /** How much of table and column an automatic name shows. */
    private static final int TABLE_PART = 11;

    private static final int COLUMN_PART = 7;
    private static final int DIGITS = 6;

    private TableOptions() {}

    static void read(Model model, @Nullable Table table) {
        if (table == null) {
            return;
        }
        for (jakarta.persistence.UniqueConstraint constraint : table.uniqueConstraints()) {
            List<Field> fields = new ArrayList<>();
            for (String name : constraint.columnNames()) {
                fields.add(field(model, name));
            }
            model.add(new UniqueConstraint(constraint.name().isEmpty() ? null : constraint.name(), fields));
        }
        for (jakarta.persistence.Index index : table.indexes()) {
            read(model, index);
        }
        for (jakarta.persistence.CheckConstraint check : table.check()) {
            if (check.name().isEmpty()) {
                throw new ModelException(model.entityClass().getName() + " has a check constraint without a name: "
                        + check.constraint());
            }
            model.add(new CheckConstraint(check.name(), check.constraint()));
        }
    }

    private static void read(Model model, jakarta.persistence.Index index) {
        List<String> names = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        for (String part : index.columnList().split(",", -1)) {
            String column = part.strip();
            boolean descending = column.toUpperCase(Locale.ROOT).endsWith(" DESC");
            String bare = column.replaceFirst("(?i)\\s+(ASC|DESC)$", "");
            Field field = field(model, bare);
            fields.add(field);
            names.add((descending ? "-" : "") + field.name());
        }
        if (index.unique()) {
            model.add(new UniqueConstraint(index.name().isEmpty() ? null : index.name(), fields));
        } else {
            model.add(new Index(index.name().isEmpty() ? automaticName(model, fields, names) : index.name(), names));
        }
    }

    /** As Django names an index that was declared without a name. */
    private static String automaticName(Model model, List<Field> fields, List<String> ordered) {
        String table = Identifiers.split(model.table()).name();
        List<String> digested = new ArrayList<>();
        digested.add(table);
        for (int i = 0; i < fields.size(); i++) {
            digested.add(
                    (ordered.get(i).startsWith("-") ? "-" : "") + fields.get(i).column());
        }
        digested.add("idx");
        String name = start(table, TABLE_PART) + "_" + start(fields.get(0).column(), COLUMN_PART) + "_"
                + Identifiers.digest(DIGITS, digested.toArray(new String[0])) + "_idx";
        return name.charAt(0) == '_' || Character.isDigit(name.codePointAt(0)) ? "D" + name.substring(1) : name;
    }

    private static String start(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters));
    }

    /** By column as JPA has it, or by the name of the field. */
    private static Field field(Model model, String name) {
        String bare = BasicFields.unquoted(name);
        for (Field field : model.localFields()) {
            if (field.column().equals(bare)) {
                return field;
            }
        }
        for (Field field : model.localFields()) {
            if (field.name().equals(Paths.snakeCase(bare)) || field.attname().equals(Paths.snakeCase(bare))) {
                return field;
            }
        }
        throw new ModelException("@Table of " + model.entityClass().getName() + " names '" + name
                + "', which is no column of it; it has "
                + model.localFields().stream().map(Field::column).toList());
    }
}
