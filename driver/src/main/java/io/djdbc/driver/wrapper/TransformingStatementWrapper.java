package io.djdbc.driver.wrapper;

import io.djdbc.dialect.ValueTransform;
import io.djdbc.driver.sql.BoundText;
import io.djdbc.driver.sql.RewrittenSql;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Time;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * A prepared statement in which some parameters are patterns of LIKE or values of lookups: their texts are changed on
 * the way to the vendor's statement, which keeps them, so that batches and clearParameters need no care. As thread-safe
 * as the vendor's.
 */
public abstract class TransformingStatementWrapper extends PreparedStatementWrapper {
    /** Null in the prototype only, which is never used: one write less for each statement. */
    @SuppressWarnings("NullAway.Init")
    private RewrittenSql sql;

    protected TransformingStatementWrapper(ConnectionWrapper connection, PreparedStatement delegate) {
        super(connection, delegate);
    }

    /** The vendor's statement, or what stands in for it once it is closed. */
    final PreparedStatement prepared() {
        return (PreparedStatement) delegate;
    }

    /** Said once, right after it was made. */
    final void setSql(RewrittenSql rewritten) {
        this.sql = rewritten;
    }

    final RewrittenSql sql() {
        return sql;
    }

    /** What the value of a parameter becomes; null: it stays. */
    @Nullable
    ValueTransform transform(int index) {
        return sql.transform(index);
    }

    private @Nullable ValueTransform lookup(int index) {
        ValueTransform transform = transform(index);
        return transform != null && transform.isOfLookup() ? transform : null;
    }

    // ---- texts

    @Override
    public void setString(int index, @Nullable String value) throws SQLException {
        ValueTransform transform = transform(index);
        prepared().setString(index, transform == null || value == null ? value : transform.apply(value));
    }

    @Override
    public void setNString(int index, @Nullable String value) throws SQLException {
        ValueTransform transform = transform(index);
        prepared().setNString(index, transform == null || value == null ? value : transform.apply(value));
    }

    @Override
    public void setObject(int index, @Nullable Object value) throws SQLException {
        ValueTransform transform = transform(index);
        String text = transform == null ? null : BoundText.of(value, transform);
        if (text == null) {
            prepared().setObject(index, unwrapArgument(value));
        } else {
            prepared().setObject(index, text);
        }
    }

    @Override
    public void setObject(int index, @Nullable Object value, int type) throws SQLException {
        ValueTransform transform = transform(index);
        String text = transform == null ? null : BoundText.of(value, transform);
        if (text == null) {
            prepared().setObject(index, unwrapArgument(value), type);
        } else if (value instanceof String) {
            prepared().setObject(index, text, type);
        } else {
            prepared().setString(index, text);
        }
    }

    @Override
    public void setObject(int index, @Nullable Object value, int type, int scale) throws SQLException {
        ValueTransform transform = transform(index);
        String text = transform == null ? null : BoundText.of(value, transform);
        if (text == null) {
            prepared().setObject(index, unwrapArgument(value), type, scale);
        } else if (value instanceof String) {
            prepared().setObject(index, text, type, text.length());
        } else {
            prepared().setString(index, text);
        }
    }

    @Override
    public void setObject(int index, @Nullable Object value, SQLType type) throws SQLException {
        ValueTransform transform = transform(index);
        String text = transform == null ? null : BoundText.of(value, transform);
        if (text == null) {
            prepared().setObject(index, unwrapArgument(value), type);
        } else if (value instanceof String) {
            prepared().setObject(index, text, type);
        } else {
            prepared().setString(index, text);
        }
    }

    @Override
    public void setObject(int index, @Nullable Object value, SQLType type, int scale) throws SQLException {
        ValueTransform transform = transform(index);
        String text = transform == null ? null : BoundText.of(value, transform);
        if (text == null) {
            prepared().setObject(index, unwrapArgument(value), type, scale);
        } else if (value instanceof String) {
            prepared().setObject(index, text, type, text.length());
        } else {
            prepared().setString(index, text);
        }
    }

    // ---- streams: the text is read now, as the vendor would have to be given another one anyway

    @Override
    public void setCharacterStream(int index, @Nullable Reader value) throws SQLException {
        if (bindsText(index, value, Long.MAX_VALUE)) {
            return;
        }
        String text = read(index, value, Long.MAX_VALUE);
        prepared().setCharacterStream(index, text == null ? value : new StringReader(text));
    }

    @Override
    public void setCharacterStream(int index, @Nullable Reader value, int length) throws SQLException {
        if (bindsText(index, value, length)) {
            return;
        }
        String text = read(index, value, length);
        if (text == null) {
            prepared().setCharacterStream(index, value, length);
        } else {
            prepared().setCharacterStream(index, new StringReader(text), text.length());
        }
    }

    @Override
    public void setCharacterStream(int index, @Nullable Reader value, long length) throws SQLException {
        if (bindsText(index, value, length)) {
            return;
        }
        String text = read(index, value, length);
        if (text == null) {
            prepared().setCharacterStream(index, value, length);
        } else {
            prepared().setCharacterStream(index, new StringReader(text), (long) text.length());
        }
    }

    @Override
    public void setNCharacterStream(int index, @Nullable Reader value) throws SQLException {
        if (bindsText(index, value, Long.MAX_VALUE)) {
            return;
        }
        String text = read(index, value, Long.MAX_VALUE);
        prepared().setNCharacterStream(index, text == null ? value : new StringReader(text));
    }

    @Override
    public void setNCharacterStream(int index, @Nullable Reader value, long length) throws SQLException {
        if (bindsText(index, value, length)) {
            return;
        }
        String text = read(index, value, length);
        if (text == null) {
            prepared().setNCharacterStream(index, value, length);
        } else {
            prepared().setNCharacterStream(index, new StringReader(text), text.length());
        }
    }

    @Override
    public void setClob(int index, @Nullable Reader value) throws SQLException {
        if (bindsText(index, value, Long.MAX_VALUE)) {
            return;
        }
        String text = read(index, value, Long.MAX_VALUE);
        prepared().setClob(index, text == null ? value : new StringReader(text));
    }

    @Override
    public void setClob(int index, @Nullable Reader value, long length) throws SQLException {
        if (bindsText(index, value, length)) {
            return;
        }
        String text = read(index, value, length);
        if (text == null) {
            prepared().setClob(index, value, length);
        } else {
            prepared().setClob(index, new StringReader(text), text.length());
        }
    }

    @Override
    public void setNClob(int index, @Nullable Reader value) throws SQLException {
        if (bindsText(index, value, Long.MAX_VALUE)) {
            return;
        }
        String text = read(index, value, Long.MAX_VALUE);
        prepared().setNClob(index, text == null ? value : new StringReader(text));
    }

    @Override
    public void setNClob(int index, @Nullable Reader value, long length) throws SQLException {
        if (bindsText(index, value, length)) {
            return;
        }
        String text = read(index, value, length);
        if (text == null) {
            prepared().setNClob(index, value, length);
        } else {
            prepared().setNClob(index, new StringReader(text), text.length());
        }
    }

    @Override
    public void setClob(int index, @Nullable Clob value) throws SQLException {
        ValueTransform transform = transform(index);
        if (transform == null || value == null) {
            prepared().setClob(index, value);
        } else {
            prepared().setString(index, BoundText.of(value, transform));
        }
    }

    @Override
    public void setNClob(int index, @Nullable NClob value) throws SQLException {
        ValueTransform transform = transform(index);
        if (transform == null || value == null) {
            prepared().setNClob(index, value);
        } else {
            prepared().setNString(index, BoundText.of(value, transform));
        }
    }

    /** Whether this is the right side of a lookup, which is bound as the text that it is. */
    private boolean bindsText(int index, @Nullable Reader value, long length) throws SQLException {
        ValueTransform transform = lookup(index);
        if (transform == null || value == null) {
            return false;
        }
        prepared().setString(index, transform.apply(BoundText.read(value, length)));
        return true;
    }

    private boolean bindsAscii(int index, @Nullable InputStream value, long length) throws SQLException {
        ValueTransform transform = lookup(index);
        if (transform == null || value == null) {
            return false;
        }
        byte[] text = BoundText.ascii(value, length, transform);
        prepared().setString(index, new String(text, StandardCharsets.ISO_8859_1));
        return true;
    }

    private @Nullable String read(int index, @Nullable Reader value, long length) throws SQLException {
        ValueTransform transform = transform(index);
        return transform == null || value == null ? null : transform.apply(BoundText.read(value, length));
    }

    @Override
    public void setAsciiStream(int index, @Nullable InputStream value) throws SQLException {
        if (bindsAscii(index, value, Long.MAX_VALUE)) {
            return;
        }
        byte[] text = readAscii(index, value, Long.MAX_VALUE);
        prepared().setAsciiStream(index, text == null ? value : BoundText.stream(text));
    }

    @Override
    public void setAsciiStream(int index, @Nullable InputStream value, int length) throws SQLException {
        if (bindsAscii(index, value, length)) {
            return;
        }
        byte[] text = readAscii(index, value, length);
        if (text == null) {
            prepared().setAsciiStream(index, value, length);
        } else {
            prepared().setAsciiStream(index, BoundText.stream(text), text.length);
        }
    }

    @Override
    public void setAsciiStream(int index, @Nullable InputStream value, long length) throws SQLException {
        if (bindsAscii(index, value, length)) {
            return;
        }
        byte[] text = readAscii(index, value, length);
        if (text == null) {
            prepared().setAsciiStream(index, value, length);
        } else {
            prepared().setAsciiStream(index, BoundText.stream(text), (long) text.length);
        }
    }

    private byte @Nullable [] readAscii(int index, @Nullable InputStream value, long length) throws SQLException {
        ValueTransform transform = transform(index);
        return transform == null || value == null ? null : BoundText.ascii(value, length, transform);
    }

    // ---- values of other types: the right side of a lookup is text, whatever it is bound as

    /** Whether the parameter is a lookup's, and is bound by the text of the value. */
    private boolean bindsText(int index, @Nullable Object value) throws SQLException {
        ValueTransform transform = lookup(index);
        String text = transform == null ? null : BoundText.of(value, transform);
        if (text == null) {
            return false;
        }
        prepared().setString(index, text);
        return true;
    }

    @Override
    public void setInt(int index, int value) throws SQLException {
        if (lookup(index) == null || !bindsText(index, value)) {
            prepared().setInt(index, value);
        }
    }

    @Override
    public void setLong(int index, long value) throws SQLException {
        if (lookup(index) == null || !bindsText(index, value)) {
            prepared().setLong(index, value);
        }
    }

    @Override
    public void setShort(int index, short value) throws SQLException {
        if (lookup(index) == null || !bindsText(index, value)) {
            prepared().setShort(index, value);
        }
    }

    @Override
    public void setByte(int index, byte value) throws SQLException {
        if (lookup(index) == null || !bindsText(index, value)) {
            prepared().setByte(index, value);
        }
    }

    @Override
    public void setDouble(int index, double value) throws SQLException {
        if (lookup(index) == null || !bindsText(index, value)) {
            prepared().setDouble(index, value);
        }
    }

    @Override
    public void setFloat(int index, float value) throws SQLException {
        if (lookup(index) == null || !bindsText(index, value)) {
            prepared().setFloat(index, value);
        }
    }

    @Override
    public void setBigDecimal(int index, @Nullable BigDecimal value) throws SQLException {
        if (!bindsText(index, value)) {
            prepared().setBigDecimal(index, value);
        }
    }

    @Override
    public void setBoolean(int index, boolean value) throws SQLException {
        if (!bindsText(index, value)) {
            prepared().setBoolean(index, value);
        }
    }

    @Override
    public void setDate(int index, @Nullable Date value) throws SQLException {
        if (!bindsText(index, value)) {
            prepared().setDate(index, value);
        }
    }

    @Override
    public void setTime(int index, @Nullable Time value) throws SQLException {
        if (!bindsText(index, value)) {
            prepared().setTime(index, value);
        }
    }

    @Override
    public void setTimestamp(int index, @Nullable Timestamp value) throws SQLException {
        if (!bindsText(index, value)) {
            prepared().setTimestamp(index, value);
        }
    }
}
