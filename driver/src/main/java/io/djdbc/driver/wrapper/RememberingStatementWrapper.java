package io.djdbc.driver.wrapper;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * The setters of a prepared statement whose text depends on the values: each value is bound at once, so that what the
 * vendor refuses is refused here, and remembered for another text: what the application may change later is copied, and
 * streams, which are bound when the statement is run, remember what is read of them. As thread-safe as the vendor's.
 */
public abstract class RememberingStatementWrapper extends TransformingStatementWrapper {

    protected RememberingStatementWrapper(ConnectionWrapper connection, PreparedStatement delegate) {
        super(connection, delegate);
    }

    /** Binds a value that is not text. */
    abstract void bind(int index, Bindings.Binding value) throws SQLException;

    /** Binds a value that may be text. */
    abstract void bindText(int index, @Nullable Object text, Bindings.Binding value) throws SQLException;

    /** Notes a value of one of the usual types; the position at which it is to be bound now, 0 for none. */
    abstract int remember(int index, Object value) throws SQLException;

    /** Binds what {@link #remember} was given, or {@link #bind}. */
    final void bindAgain(int position, Object value) throws SQLException {
        if (value instanceof String text) {
            super.setString(position, text);
        } else if (value instanceof Integer number) {
            super.setInt(position, number);
        } else if (value instanceof Long number) {
            super.setLong(position, number);
        } else {
            ((Bindings.Binding) value).bind(position);
        }
    }

    /**
     * Notes a stream, to be bound when the statement is run.
     *
     * @param text what may count as ''; null: nothing
     */
    abstract void bindLater(int index, @Nullable RememberedStream<?, ?> text, Bindings.Binding value)
            throws SQLException;

    private static @Nullable RememberedCharacters characters(@Nullable Reader stream) {
        return stream == null ? null : new RememberedCharacters(stream);
    }

    private static @Nullable RememberedBytes bytes(@Nullable InputStream stream) {
        return stream == null ? null : new RememberedBytes(stream);
    }

    private static <S> @Nullable S open(int index, @Nullable RememberedStream<S, ?> stream) throws SQLException {
        return RememberedStream.open(index, stream);
    }

    /** Some vendors take streams as objects. */
    private static @Nullable RememberedStream<?, ?> stream(@Nullable Object value) {
        if (value instanceof Reader characters) {
            return new RememberedCharacters(characters);
        }
        return value instanceof InputStream bytes ? new RememberedBytes(bytes) : null;
    }

    /** Bytes are no text if they are bound as an object. */
    private static @Nullable RememberedStream<?, ?> text(RememberedStream<?, ?> stream) {
        return stream instanceof RememberedCharacters ? stream : null;
    }

    @Override
    public final void setString(int index, @Nullable String value) throws SQLException {
        if (value == null) {
            bind(index, position -> super.setString(position, null));
            return;
        }
        int position = remember(index, value);
        if (position > 0) {
            super.setString(position, value);
        }
    }

    @Override
    public final void setNString(int index, @Nullable String value) throws SQLException {
        bindText(index, value, position -> super.setNString(position, value));
    }

    @Override
    public final void setObject(int index, @Nullable Object value) throws SQLException {
        RememberedStream<?, ?> stream = stream(value);
        if (stream != null) {
            bindLater(index, text(stream), position -> super.setObject(position, open(index, stream)));
            return;
        }
        Object kept = DefensiveCopy.of(value);
        bindText(index, kept, position -> super.setObject(position, kept));
    }

    @Override
    public final void setObject(int index, @Nullable Object value, int type) throws SQLException {
        RememberedStream<?, ?> stream = stream(value);
        if (stream != null) {
            bindLater(index, text(stream), position -> super.setObject(position, open(index, stream), type));
            return;
        }
        Object kept = DefensiveCopy.of(value);
        bindText(index, kept, position -> super.setObject(position, kept, type));
    }

    @Override
    public final void setObject(int index, @Nullable Object value, int type, int scale) throws SQLException {
        RememberedStream<?, ?> stream = stream(value);
        if (stream != null) {
            bindLater(index, text(stream), position -> super.setObject(position, open(index, stream), type, scale));
            return;
        }
        Object kept = DefensiveCopy.of(value);
        bindText(index, kept, position -> super.setObject(position, kept, type, scale));
    }

    @Override
    public final void setObject(int index, @Nullable Object value, SQLType type) throws SQLException {
        RememberedStream<?, ?> stream = stream(value);
        if (stream != null) {
            bindLater(index, text(stream), position -> super.setObject(position, open(index, stream), type));
            return;
        }
        Object kept = DefensiveCopy.of(value);
        bindText(index, kept, position -> super.setObject(position, kept, type));
    }

    @Override
    public final void setObject(int index, @Nullable Object value, SQLType type, int scale) throws SQLException {
        RememberedStream<?, ?> stream = stream(value);
        if (stream != null) {
            bindLater(index, text(stream), position -> super.setObject(position, open(index, stream), type, scale));
            return;
        }
        Object kept = DefensiveCopy.of(value);
        bindText(index, kept, position -> super.setObject(position, kept, type, scale));
    }

    @Override
    public final void setCharacterStream(int index, @Nullable Reader value) throws SQLException {
        RememberedCharacters stream = characters(value);
        bindLater(index, stream, position -> super.setCharacterStream(position, open(index, stream)));
    }

    @Override
    public final void setCharacterStream(int index, @Nullable Reader value, int length) throws SQLException {
        RememberedCharacters stream = characters(value);
        bindLater(index, stream, position -> super.setCharacterStream(position, open(index, stream), length));
    }

    @Override
    public final void setCharacterStream(int index, @Nullable Reader value, long length) throws SQLException {
        RememberedCharacters stream = characters(value);
        bindLater(index, stream, position -> super.setCharacterStream(position, open(index, stream), length));
    }

    @Override
    public final void setNCharacterStream(int index, @Nullable Reader value) throws SQLException {
        RememberedCharacters stream = characters(value);
        bindLater(index, stream, position -> super.setNCharacterStream(position, open(index, stream)));
    }

    @Override
    public final void setNCharacterStream(int index, @Nullable Reader value, long length) throws SQLException {
        RememberedCharacters stream = characters(value);
        bindLater(index, stream, position -> super.setNCharacterStream(position, open(index, stream), length));
    }

    @Override
    public final void setClob(int index, @Nullable Reader value) throws SQLException {
        RememberedCharacters stream = characters(value);
        bindLater(index, stream, position -> super.setClob(position, open(index, stream)));
    }

    @Override
    public final void setClob(int index, @Nullable Reader value, long length) throws SQLException {
        RememberedCharacters stream = characters(value);
        bindLater(index, stream, position -> super.setClob(position, open(index, stream), length));
    }

    @Override
    public final void setNClob(int index, @Nullable Reader value) throws SQLException {
        RememberedCharacters stream = characters(value);
        bindLater(index, stream, position -> super.setNClob(position, open(index, stream)));
    }

    @Override
    public final void setNClob(int index, @Nullable Reader value, long length) throws SQLException {
        RememberedCharacters stream = characters(value);
        bindLater(index, stream, position -> super.setNClob(position, open(index, stream), length));
    }

    @Override
    public final void setClob(int index, @Nullable Clob value) throws SQLException {
        bindText(index, value, position -> super.setClob(position, value));
    }

    @Override
    public final void setNClob(int index, @Nullable NClob value) throws SQLException {
        bindText(index, value, position -> super.setNClob(position, value));
    }

    @Override
    public final void setAsciiStream(int index, @Nullable InputStream value) throws SQLException {
        RememberedBytes stream = bytes(value);
        bindLater(index, stream, position -> super.setAsciiStream(position, open(index, stream)));
    }

    @Override
    public final void setAsciiStream(int index, @Nullable InputStream value, int length) throws SQLException {
        RememberedBytes stream = bytes(value);
        bindLater(index, stream, position -> super.setAsciiStream(position, open(index, stream), length));
    }

    @Override
    public final void setAsciiStream(int index, @Nullable InputStream value, long length) throws SQLException {
        RememberedBytes stream = bytes(value);
        bindLater(index, stream, position -> super.setAsciiStream(position, open(index, stream), length));
    }

    @Override
    public final void setInt(int index, int value) throws SQLException {
        int position = remember(index, value);
        if (position > 0) {
            super.setInt(position, value);
        }
    }

    @Override
    public final void setLong(int index, long value) throws SQLException {
        int position = remember(index, value);
        if (position > 0) {
            super.setLong(position, value);
        }
    }

    @Override
    public final void setShort(int index, short value) throws SQLException {
        bind(index, position -> super.setShort(position, value));
    }

    @Override
    public final void setByte(int index, byte value) throws SQLException {
        bind(index, position -> super.setByte(position, value));
    }

    @Override
    public final void setDouble(int index, double value) throws SQLException {
        bind(index, position -> super.setDouble(position, value));
    }

    @Override
    public final void setFloat(int index, float value) throws SQLException {
        bind(index, position -> super.setFloat(position, value));
    }

    @Override
    public final void setBigDecimal(int index, @Nullable BigDecimal value) throws SQLException {
        bind(index, position -> super.setBigDecimal(position, value));
    }

    @Override
    public final void setNull(int index, int type) throws SQLException {
        bind(index, position -> prepared().setNull(position, type));
    }

    @Override
    public final void setNull(int index, int type, String typeName) throws SQLException {
        bind(index, position -> prepared().setNull(position, type, typeName));
    }

    @Override
    public final void setBoolean(int index, boolean value) throws SQLException {
        bind(index, position -> super.setBoolean(position, value));
    }

    @Override
    public final void setBytes(int index, byte @Nullable [] value) throws SQLException {
        byte[] kept = DefensiveCopy.of(value);
        bind(index, position -> prepared().setBytes(position, kept));
    }

    @Override
    public final void setDate(int index, @Nullable Date value) throws SQLException {
        Date kept = DefensiveCopy.of(value);
        bind(index, position -> super.setDate(position, kept));
    }

    @Override
    public final void setDate(int index, @Nullable Date value, @Nullable Calendar calendar) throws SQLException {
        Date kept = DefensiveCopy.of(value);
        Calendar keptCalendar = DefensiveCopy.of(calendar);
        bind(index, position -> prepared().setDate(position, kept, keptCalendar));
    }

    @Override
    public final void setTime(int index, @Nullable Time value) throws SQLException {
        Time kept = DefensiveCopy.of(value);
        bind(index, position -> super.setTime(position, kept));
    }

    @Override
    public final void setTime(int index, @Nullable Time value, @Nullable Calendar calendar) throws SQLException {
        Time kept = DefensiveCopy.of(value);
        Calendar keptCalendar = DefensiveCopy.of(calendar);
        bind(index, position -> prepared().setTime(position, kept, keptCalendar));
    }

    @Override
    public final void setTimestamp(int index, @Nullable Timestamp value) throws SQLException {
        Timestamp kept = DefensiveCopy.of(value);
        bind(index, position -> super.setTimestamp(position, kept));
    }

    @Override
    public final void setTimestamp(int index, @Nullable Timestamp value, @Nullable Calendar calendar)
            throws SQLException {
        Timestamp kept = DefensiveCopy.of(value);
        Calendar keptCalendar = DefensiveCopy.of(calendar);
        bind(index, position -> prepared().setTimestamp(position, kept, keptCalendar));
    }

    @Override
    public final void setRef(int index, @Nullable Ref value) throws SQLException {
        bind(index, position -> prepared().setRef(position, value));
    }

    @Override
    public final void setURL(int index, @Nullable URL value) throws SQLException {
        bind(index, position -> prepared().setURL(position, value));
    }

    @Override
    public final void setRowId(int index, @Nullable RowId value) throws SQLException {
        bind(index, position -> prepared().setRowId(position, value));
    }

    @Override
    public final void setSQLXML(int index, @Nullable SQLXML value) throws SQLException {
        bind(index, position -> prepared().setSQLXML(position, value));
    }

    @Override
    public final void setBlob(int index, @Nullable Blob value) throws SQLException {
        bind(index, position -> prepared().setBlob(position, value));
    }

    @Override
    public final void setArray(int index, @Nullable Array value) throws SQLException {
        bind(index, position -> prepared().setArray(position, (Array) unwrapArgument(value)));
    }

    @Override
    public final void setBinaryStream(int index, @Nullable InputStream value) throws SQLException {
        RememberedBytes stream = bytes(value);
        bindLater(index, null, position -> prepared().setBinaryStream(position, open(index, stream)));
    }

    @Override
    public final void setBinaryStream(int index, @Nullable InputStream value, int length) throws SQLException {
        RememberedBytes stream = bytes(value);
        bindLater(index, null, position -> prepared().setBinaryStream(position, open(index, stream), length));
    }

    @Override
    public final void setBinaryStream(int index, @Nullable InputStream value, long length) throws SQLException {
        RememberedBytes stream = bytes(value);
        bindLater(index, null, position -> prepared().setBinaryStream(position, open(index, stream), length));
    }

    @Override
    public final void setBlob(int index, @Nullable InputStream value) throws SQLException {
        RememberedBytes stream = bytes(value);
        bindLater(index, null, position -> prepared().setBlob(position, open(index, stream)));
    }

    @Override
    public final void setBlob(int index, @Nullable InputStream value, long length) throws SQLException {
        RememberedBytes stream = bytes(value);
        bindLater(index, null, position -> prepared().setBlob(position, open(index, stream), length));
    }

    @Override
    @Deprecated
    public final void setUnicodeStream(int index, @Nullable InputStream value, int length) throws SQLException {
        RememberedBytes stream = bytes(value);
        bindLater(index, null, position -> prepared().setUnicodeStream(position, open(index, stream), length));
    }
}
