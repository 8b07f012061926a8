package io.djdbc.driver.wrapper;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An array of texts in which those that are NULL are read as ''. */
public abstract class AdaptedArrayWrapper extends ArrayWrapper {

    protected AdaptedArrayWrapper(ConnectionWrapper connection, Array delegate) {
        super(connection, delegate);
    }

    @Override
    public final @Nullable Object getArray() throws SQLException {
        return filled(delegate.getArray());
    }

    @Override
    public final @Nullable Object getArray(@Nullable Map<String, Class<?>> map) throws SQLException {
        return filled(delegate.getArray(map));
    }

    @Override
    public final @Nullable Object getArray(long index, int count) throws SQLException {
        return filled(delegate.getArray(index, count));
    }

    @Override
    public final @Nullable Object getArray(long index, int count, @Nullable Map<String, Class<?>> map)
            throws SQLException {
        return filled(delegate.getArray(index, count, map));
    }

    private @Nullable Object filled(@Nullable Object array) throws SQLException {
        return array instanceof @Nullable Object[] elements
                        && connection().family.adaptation().emptyStrings()
                ? EmptyTexts.filled(elements, delegate.getBaseType())
                : array;
    }

    @Override
    public final @Nullable ResultSet getResultSet() throws SQLException {
        return adapted(delegate.getResultSet());
    }

    @Override
    public final @Nullable ResultSet getResultSet(@Nullable Map<String, Class<?>> map) throws SQLException {
        return adapted(delegate.getResultSet(map));
    }

    @Override
    public final @Nullable ResultSet getResultSet(long index, int count) throws SQLException {
        return adapted(delegate.getResultSet(index, count));
    }

    @Override
    public final @Nullable ResultSet getResultSet(long index, int count, @Nullable Map<String, Class<?>> map)
            throws SQLException {
        return adapted(delegate.getResultSet(index, count, map));
    }

    private @Nullable ResultSet adapted(@Nullable ResultSet vendors) {
        return vendors == null ? null : connection().wrapRows(null, vendors);
    }
}
