package io.djdbc.query.expression;

import io.djdbc.dialect.QuerySyntax;

/** Between values as the user gives them and values as they are bound, for each type. */
public final class Bindings {

    private Bindings() {}

    /** The conversion of a prepared value to what this database's driver takes. */
    public static Conversion toDatabase(ValueType type, QuerySyntax syntax) {
        return Conversion.NONE;
    }

    /** Django's {@code get_prep_value}: checks, and brings to the type. */
    public static Conversion prepare(ValueType type) {
        return Conversion.NONE;
    }
}
