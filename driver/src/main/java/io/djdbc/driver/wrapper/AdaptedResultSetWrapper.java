package io.djdbc.driver.wrapper;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A result set in which a text that is NULL is read as '' and is then not NULL for {@link #wasNull()}, and which knows
 * its columns by their long names too. As thread-safe as the vendor's.
 *
 * <p>The types of the columns are looked up when the first NULL is met, so that a result set without any pays nothing.
 */
public abstract class AdaptedResultSetWrapper extends ResultSetWrapper {
    /** Whether the last value read was NULL and given as ''; generated code clears it in every other getter. */
    protected boolean emptied;

    private int @Nullable [] types;
    private @Nullable ColumnLabels labels;

    protected AdaptedResultSetWrapper(
            ConnectionWrapper connection, @Nullable StatementWrapper statement, ResultSet delegate) {
        super(connection, statement, delegate);
    }

    private Adaptation adaptation() {
        return connection().family.adaptation();
    }

    /** The type of a column whose value was NULL just now; 0 if it is no text. */
    private int textType(int column) throws SQLException {
        if (!adaptation().emptyStrings()) {
            return 0;
        }
        int[] known = types;
        if (known == null) {
            ResultSetMetaData columns = delegate.getMetaData();
            known = new int[columns.getColumnCount()];
            for (int i = 0; i < known.length; i++) {
                int type = columns.getColumnType(i + 1);
                known[i] = EmptyTexts.isText(type) ? type : 0;
            }
            types = known;
        }
        int type = column < 1 || column > known.length ? 0 : known[column - 1];
        emptied = type != 0;
        return type;
    }

    /** Called by generated code for each label: the result set's own for a name that is too long. */
    protected final @Nullable String label(@Nullable String name) throws SQLException {
        var names = adaptation().names();
        if (name == null || names == null || !names.exceeds(name)) {
            return name;
        }
        ColumnLabels known = labels;
        if (known == null) {
            known = new ColumnLabels(names, delegate);
            labels = known;
        }
        return known.find(name);
    }

    @Override
    public final boolean wasNull() throws SQLException {
        return !emptied && delegate.wasNull();
    }

    // ---- by number

    @Override
    public final @Nullable String getString(int column) throws SQLException {
        emptied = false;
        String value = delegate.getString(column);
        return value != null || textType(column) == 0 ? value : "";
    }

    @Override
    public final @Nullable String getNString(int column) throws SQLException {
        emptied = false;
        String value = delegate.getNString(column);
        return value != null || textType(column) == 0 ? value : "";
    }

    @Override
    public final @Nullable Clob getClob(int column) throws SQLException {
        emptied = false;
        Clob value = delegate.getClob(column);
        return value != null || textType(column) == 0 ? value : new EmptyClob();
    }

    @Override
    public final @Nullable NClob getNClob(int column) throws SQLException {
        emptied = false;
        NClob value = delegate.getNClob(column);
        return value != null || textType(column) == 0 ? value : new EmptyClob();
    }

    @Override
    public final @Nullable Reader getCharacterStream(int column) throws SQLException {
        emptied = false;
        Reader value = delegate.getCharacterStream(column);
        return value != null || textType(column) == 0 ? value : new StringReader("");
    }

    @Override
    public final @Nullable Reader getNCharacterStream(int column) throws SQLException {
        emptied = false;
        Reader value = delegate.getNCharacterStream(column);
        return value != null || textType(column) == 0 ? value : new StringReader("");
    }

    @Override
    public final @Nullable InputStream getAsciiStream(int column) throws SQLException {
        emptied = false;
        InputStream value = delegate.getAsciiStream(column);
        return value != null || textType(column) == 0 ? value : new ByteArrayInputStream(new byte[0]);
    }

    @Override
    public final @Nullable Object getObject(int column) throws SQLException {
        emptied = false;
        Object value = delegate.getObject(column);
        return value != null ? wrapObject(value) : emptyObject(column);
    }

    @Override
    public final @Nullable Object getObject(int column, @Nullable Map<String, Class<?>> map) throws SQLException {
        emptied = false;
        Object value = delegate.getObject(column, map);
        return value != null ? wrapObject(value) : emptyObject(column);
    }

    private @Nullable Object emptyObject(int column) throws SQLException {
        int type = textType(column);
        return type == 0 ? null : EmptyTexts.object(type);
    }

    @Override
    public final <T> @Nullable T getObject(int column, Class<T> wanted) throws SQLException {
        emptied = false;
        T value = wrapObject(delegate.getObject(column, wanted), wanted);
        return value != null ? value : emptyObject(column, wanted);
    }

    private <T> @Nullable T emptyObject(int column, Class<T> wanted) throws SQLException {
        int type = textType(column);
        T empty = type == 0 ? null : EmptyTexts.object(type, wanted);
        emptied = empty != null;
        return empty;
    }

    // ---- by label

    @Override
    public final @Nullable String getString(@Nullable String name) throws SQLException {
        emptied = false;
        String label = label(name);
        String value = delegate.getString(label);
        return value != null || textType(delegate.findColumn(label)) == 0 ? value : "";
    }

    @Override
    public final @Nullable String getNString(@Nullable String name) throws SQLException {
        emptied = false;
        String label = label(name);
        String value = delegate.getNString(label);
        return value != null || textType(delegate.findColumn(label)) == 0 ? value : "";
    }

    @Override
    public final @Nullable Clob getClob(@Nullable String name) throws SQLException {
        emptied = false;
        String label = label(name);
        Clob value = delegate.getClob(label);
        return value != null || textType(delegate.findColumn(label)) == 0 ? value : new EmptyClob();
    }

    @Override
    public final @Nullable NClob getNClob(@Nullable String name) throws SQLException {
        emptied = false;
        String label = label(name);
        NClob value = delegate.getNClob(label);
        return value != null || textType(delegate.findColumn(label)) == 0 ? value : new EmptyClob();
    }

    @Override
    public final @Nullable Reader getCharacterStream(@Nullable String name) throws SQLException {
        emptied = false;
        String label = label(name);
        Reader value = delegate.getCharacterStream(label);
        return value != null || textType(delegate.findColumn(label)) == 0 ? value : new StringReader("");
    }

    @Override
    public final @Nullable Reader getNCharacterStream(@Nullable String name) throws SQLException {
        emptied = false;
        String label = label(name);
        Reader value = delegate.getNCharacterStream(label);
        return value != null || textType(delegate.findColumn(label)) == 0 ? value : new StringReader("");
    }

    @Override
    public final @Nullable InputStream getAsciiStream(@Nullable String name) throws SQLException {
        emptied = false;
        String label = label(name);
        InputStream value = delegate.getAsciiStream(label);
        return value != null || textType(delegate.findColumn(label)) == 0
                ? value
                : new ByteArrayInputStream(new byte[0]);
    }

    @Override
    public final @Nullable Object getObject(@Nullable String name) throws SQLException {
        emptied = false;
        String label = label(name);
        Object value = delegate.getObject(label);
        return value != null ? wrapObject(value) : emptyObject(delegate.findColumn(label));
    }

    @Override
    public final @Nullable Object getObject(@Nullable String name, @Nullable Map<String, Class<?>> map)
            throws SQLException {
        emptied = false;
        String label = label(name);
        Object value = delegate.getObject(label, map);
        return value != null ? wrapObject(value) : emptyObject(delegate.findColumn(label));
    }

    @Override
    public final <T> @Nullable T getObject(@Nullable String name, Class<T> wanted) throws SQLException {
        emptied = false;
        String label = label(name);
        T value = wrapObject(delegate.getObject(label, wanted), wanted);
        return value != null ? value : emptyObject(delegate.findColumn(label), wanted);
    }
}
