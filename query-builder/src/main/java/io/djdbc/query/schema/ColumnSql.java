package io.djdbc.query.schema;

import io.djdbc.dialect.SchemaSyntax;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.ForeignKey;
import org.jspecify.annotations.Nullable;

/** A column's part of CREATE TABLE. */
final class ColumnSql {

    private final SchemaSyntax syntax;
    private final Field field;

    ColumnSql(SchemaSyntax syntax, Field field) {
        this.syntax = syntax;
        this.field = field;
    }

    String type() {
        Field values = field.valueField();
        String internalType = values.type().internalType();
        String type = field instanceof ForeignKey ? syntax.referenceType(internalType) : syntax.type(internalType);
        return type.replace("{max_length}", String.valueOf(values.maxLength()))
                .replace("{max_digits}", String.valueOf(values.maxDigits()))
                .replace("{decimal_places}", String.valueOf(values.decimalPlaces()));
    }

    @Nullable
    String check() {
        String check =
                field instanceof ForeignKey ? null : syntax.check(field.type().internalType());
        return check == null ? null : check.replace("{column}", syntax.quote(field.column()));
    }

    @Nullable
    String suffix() {
        return field.type().isAuto() && !syntax.autoSuffix().isEmpty() ? syntax.autoSuffix() : null;
    }

    /** Name, type and constraints; a foreign key's, if {@code references} says it. */
    String definition(@Nullable String references) {
        StringBuilder sql = new StringBuilder(syntax.quote(field.column()));
        sql.append(' ').append(type());
        boolean takesNull = field.isNullable()
                || syntax.emptyStringsAreNulls() && field.type().emptyStringsAllowed() && !field.isPrimaryKey();
        sql.append(takesNull ? " NULL" : " NOT NULL");
        sql.append(field.isPrimaryKey() ? " PRIMARY KEY" : field.isUnique() ? " UNIQUE" : "");
        String check = check();
        if (check != null) {
            sql.append(" CHECK (").append(check).append(')');
        }
        String suffix = suffix();
        if (suffix != null) {
            sql.append(' ').append(suffix);
        }
        if (references != null) {
            sql.append(' ').append(references);
        }
        return sql.toString();
    }
}
