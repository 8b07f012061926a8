package io.djdbc.query.value;

import io.djdbc.query.DataError;
import io.djdbc.query.IntegrityError;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What a column holds and an attribute cannot: numbers out of range, which some drivers cut, and NULL for a primitive. */
public final class ReadLimits {

    private ReadLimits() {}

    /** {@code getInt()} of a driver that cuts. */
    public static int getInteger(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        if (value != (int) value) {
            throw outOfRange(row, column, value, "java.lang.Integer");
        }
        return (int) value;
    }

    /** {@code getShort()} of a driver that cuts. */
    public static short getShort(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        if (value != (short) value) {
            throw outOfRange(row, column, value, "java.lang.Short");
        }
        return (short) value;
    }

    private static DataError outOfRange(ResultSet row, int column, long value, String type) throws SQLException {
        return new DataError("column " + name(row, column) + " holds " + value + ", which is out of the range of "
                + type + "; declare the attribute as java.lang.Long");
    }

    /** For a primitive attribute, after its getter gave 0. */
    public static void refuseNull(ResultSet row, int column) throws SQLException {
        if (row.wasNull()) {
            throw new IntegrityError("column " + name(row, column)
                    + " is NULL, which its primitive attribute cannot be; declare it as Integer, Long, Boolean, …");
        }
    }

    private static String name(ResultSet row, int column) throws SQLException {
        return "\"" + row.getMetaData().getColumnName(column) + "\"";
    }
}
