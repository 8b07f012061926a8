package io.djdbc.query.row;

import io.djdbc.query.value.ReadLimits;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The reader of the rows of one model. This class is never used itself: {@link RowGenerator} defines hidden copies of it,
 * each with a method handle of its own that the JVM takes for a constant and compiles as if it were written here. The
 * getters stand here, so that each copy learns for itself which driver's rows it reads.
 */
final class RowTemplate implements RowReader {

    /** {@code (ResultSet)Object} */
    private static final MethodHandle READ = read();

    RowTemplate() {}

    @SuppressWarnings("unchecked")
    private static MethodHandle read() {
        MethodHandles.Lookup own = MethodHandles.lookup();
        try {
            Function<MethodHandles.Lookup, MethodHandle> maker =
                    Objects.requireNonNull(MethodHandles.classData(own, "_", Function.class));
            return maker.apply(own);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Object read(ResultSet row) throws SQLException {
        try {
            return (Object) READ.invokeExact(row);
        } catch (SQLException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void readAll(ResultSet rows, List<@Nullable Object> target) throws SQLException {
        try {
            while (rows.next()) {
                target.add((Object) READ.invokeExact(rows));
            }
        } catch (SQLException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    static long getLong(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        if (value == 0) {
            ReadLimits.refuseNull(row, column);
        }
        return value;
    }

    static @Nullable Long getLongOrNull(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return value == 0 && row.wasNull() ? null : (Long) value;
    }

    static int getInteger(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        if (value == 0) {
            ReadLimits.refuseNull(row, column);
        }
        return value;
    }

    static @Nullable Integer getIntegerOrNull(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return value == 0 && row.wasNull() ? null : (Integer) value;
    }

    static short getShort(ResultSet row, int column) throws SQLException {
        short value = row.getShort(column);
        if (value == 0) {
            ReadLimits.refuseNull(row, column);
        }
        return value;
    }

    static @Nullable Short getShortOrNull(ResultSet row, int column) throws SQLException {
        short value = row.getShort(column);
        return value == 0 && row.wasNull() ? null : (Short) value;
    }

    static int getCheckedInteger(ResultSet row, int column) throws SQLException {
        int value = ReadLimits.getInteger(row, column);
        if (value == 0) {
            ReadLimits.refuseNull(row, column);
        }
        return value;
    }

    static @Nullable Integer getCheckedIntegerOrNull(ResultSet row, int column) throws SQLException {
        int value = ReadLimits.getInteger(row, column);
        return value == 0 && row.wasNull() ? null : (Integer) value;
    }

    static short getCheckedShort(ResultSet row, int column) throws SQLException {
        short value = ReadLimits.getShort(row, column);
        if (value == 0) {
            ReadLimits.refuseNull(row, column);
        }
        return value;
    }

    static @Nullable Short getCheckedShortOrNull(ResultSet row, int column) throws SQLException {
        short value = ReadLimits.getShort(row, column);
        return value == 0 && row.wasNull() ? null : (Short) value;
    }

    static double getDouble(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        if (value == 0) {
            ReadLimits.refuseNull(row, column);
        }
        return value;
    }

    static @Nullable Double getDoubleOrNull(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return value == 0 && row.wasNull() ? null : (Double) value;
    }

    static boolean getBoolean(ResultSet row, int column) throws SQLException {
        boolean value = row.getBoolean(column);
        if (!value) {
            ReadLimits.refuseNull(row, column);
        }
        return value;
    }

    static @Nullable Boolean getBooleanOrNull(ResultSet row, int column) throws SQLException {
        boolean value = row.getBoolean(column);
        return !value && row.wasNull() ? null : (Boolean) value;
    }

    static @Nullable String getText(ResultSet row, int column) throws SQLException {
        return row.getString(column);
    }
}
