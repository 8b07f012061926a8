package io.djdbc.query.expression;

import io.djdbc.dialect.QuerySyntax;
import io.djdbc.query.json.Json;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.value.DatabaseValues;
import io.djdbc.query.value.Prepared;
import org.jspecify.annotations.Nullable;

/** Between values as the user gives them and values as they are bound, for each type and database. */
public final class Bindings {

    private Bindings() {}

    /** The conversion of a prepared value to what this database's driver takes. */
    public static Conversion toDatabase(ValueType type, QuerySyntax syntax) {
        DatabaseValues values = DatabaseValues.of(syntax.name());
        return values.bindsAsPrepared(type.type()) ? Conversion.NONE : new ToDatabase(type.type(), values);
    }

    /** Checks a value and brings it to the type, as Django's {@code get_prep_value}. */
    public static Conversion prepare(ValueType type) {
        return new Prepare(type.type(), type.field());
    }

    /** A document as JSON text, null as JSON's null. */
    public static Conversion toJson(QuerySyntax syntax) {
        return new ToJson(DatabaseValues.of(syntax.name()));
    }

    private record ToDatabase(FieldType type, DatabaseValues database) implements Conversion {
        @Override
        public @Nullable Object convert(@Nullable Object value) {
            return database.toDatabase(type, value);
        }
    }

    private record Prepare(FieldType type, @Nullable Field field) implements Conversion {
        @Override
        public @Nullable Object convert(@Nullable Object value) {
            return field == null ? Prepared.prepare(type, null, value) : Prepared.prepare(field, value);
        }
    }

    private record ToJson(DatabaseValues database) implements Conversion {
        @Override
        public @Nullable Object convert(@Nullable Object value) {
            return database.toDatabase(FieldType.JSON, value == null ? Json.NULL : value);
        }
    }
}
