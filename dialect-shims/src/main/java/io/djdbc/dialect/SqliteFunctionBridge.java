package io.djdbc.dialect;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/**
 * A function for sqlite-jdbc. The only class here that knows a vendor's, and not on the way of any other: it is defined
 * where the vendor's driver is, by {@link SqliteFunctions}.
 */
public final class SqliteFunctionBridge extends Function {
    // SQLite's datatypes
    private static final int INTEGER = 1;
    private static final int FLOAT = 2;
    private static final int BLOB = 4;
    private static final int NULL = 5;

    private final SqliteFunction function;

    public SqliteFunctionBridge(SqliteFunction function) {
        this.function = function;
    }

    @Override
    protected void xFunc() throws SQLException {
        @Nullable Object[] arguments = new @Nullable Object[args()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = argument(i);
        }
        Object value;
        try {
            value = function.call(arguments);
        } catch (RuntimeException e) {
            error(function.sqlName() + ": " + e.getMessage());
            return;
        }
        if (value == null) {
            result();
        } else if (value instanceof Long) {
            result((long) (Long) value);
        } else if (value instanceof Double) {
            result((double) (Double) value);
        } else {
            result(value.toString());
        }
    }

    private @Nullable Object argument(int index) throws SQLException {
        return switch (value_type(index)) {
            case NULL -> null;
            case INTEGER -> value_long(index);
            case FLOAT -> value_double(index);
            case BLOB -> value_blob(index);
            default -> value_text(index);
        };
    }
}
