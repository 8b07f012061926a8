package io.djdbc.driver.wrapper;

import java.io.Reader;
import java.io.StringReader;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.SQLType;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A callable statement whose out parameters are read as '' where they are texts, by the type that they were registered
 * with, and NULL. As thread-safe as the vendor's.
 */
public abstract class AdaptedCallableStatementWrapper extends CallableStatementWrapper {
    /** Whether the last value read was NULL and given as ''; generated code clears it in every other getter. */
    protected boolean emptied;

    private final Map<Object, Integer> texts = new HashMap<>();

    protected AdaptedCallableStatementWrapper(ConnectionWrapper connection, CallableStatement delegate) {
        super(connection, delegate);
    }

    private CallableStatement callable() {
        return (CallableStatement) delegate;
    }

    private void registered(Object parameter, int type) {
        if (EmptyTexts.isText(type) && connection.family.adaptation().emptyStrings()) {
            texts.put(parameter, type);
        } else {
            texts.remove(parameter);
        }
    }

    private void registered(Object parameter, @Nullable SQLType type) {
        Integer number = type == null ? null : type.getVendorTypeNumber();
        registered(parameter, number == null ? 0 : number);
    }

    /** The type of a parameter whose value was NULL just now; 0 if it is no text. */
    private int textType(@Nullable Object parameter) {
        Integer type = texts.get(parameter);
        emptied = type != null;
        return type == null ? 0 : type;
    }

    @Override
    public final boolean wasNull() throws SQLException {
        return !emptied && callable().wasNull();
    }

    // ---- types

    @Override
    public final void registerOutParameter(int index, int type) throws SQLException {
        callable().registerOutParameter(index, type);
        registered(index, type);
    }

    @Override
    public final void registerOutParameter(int index, int type, int scale) throws SQLException {
        callable().registerOutParameter(index, type, scale);
        registered(index, type);
    }

    @Override
    public final void registerOutParameter(int index, int type, String typeName) throws SQLException {
        callable().registerOutParameter(index, type, typeName);
        registered(index, type);
    }

    @Override
    public final void registerOutParameter(int index, SQLType type) throws SQLException {
        callable().registerOutParameter(index, type);
        registered(index, type);
    }

    @Override
    public final void registerOutParameter(int index, SQLType type, int scale) throws SQLException {
        callable().registerOutParameter(index, type, scale);
        registered(index, type);
    }

    @Override
    public final void registerOutParameter(int index, SQLType type, String typeName) throws SQLException {
        callable().registerOutParameter(index, type, typeName);
        registered(index, type);
    }

    @Override
    public final void registerOutParameter(String name, int type) throws SQLException {
        callable().registerOutParameter(name, type);
        registered(name, type);
    }

    @Override
    public final void registerOutParameter(String name, int type, int scale) throws SQLException {
        callable().registerOutParameter(name, type, scale);
        registered(name, type);
    }

    @Override
    public final void registerOutParameter(String name, int type, String typeName) throws SQLException {
        callable().registerOutParameter(name, type, typeName);
        registered(name, type);
    }

    @Override
    public final void registerOutParameter(String name, SQLType type) throws SQLException {
        callable().registerOutParameter(name, type);
        registered(name, type);
    }

    @Override
    public final void registerOutParameter(String name, SQLType type, int scale) throws SQLException {
        callable().registerOutParameter(name, type, scale);
        registered(name, type);
    }

    @Override
    public final void registerOutParameter(String name, SQLType type, String typeName) throws SQLException {
        callable().registerOutParameter(name, type, typeName);
        registered(name, type);
    }

    // ---- values

    @Override
    public final @Nullable String getString(int index) throws SQLException {
        emptied = false;
        String value = callable().getString(index);
        return value != null || textType(index) == 0 ? value : "";
    }

    @Override
    public final @Nullable String getNString(int index) throws SQLException {
        emptied = false;
        String value = callable().getNString(index);
        return value != null || textType(index) == 0 ? value : "";
    }

    @Override
    public final @Nullable Clob getClob(int index) throws SQLException {
        emptied = false;
        Clob value = callable().getClob(index);
        return value != null || textType(index) == 0 ? value : new EmptyClob();
    }

    @Override
    public final @Nullable NClob getNClob(int index) throws SQLException {
        emptied = false;
        NClob value = callable().getNClob(index);
        return value != null || textType(index) == 0 ? value : new EmptyClob();
    }

    @Override
    public final @Nullable Reader getCharacterStream(int index) throws SQLException {
        emptied = false;
        Reader value = callable().getCharacterStream(index);
        return value != null || textType(index) == 0 ? value : new StringReader("");
    }

    @Override
    public final @Nullable Reader getNCharacterStream(int index) throws SQLException {
        emptied = false;
        Reader value = callable().getNCharacterStream(index);
        return value != null || textType(index) == 0 ? value : new StringReader("");
    }

    @Override
    public final @Nullable Object getObject(int index) throws SQLException {
        emptied = false;
        Object value = callable().getObject(index);
        return value != null ? wrapObject(value) : emptyObject(index);
    }

    @Override
    public final @Nullable Object getObject(int index, @Nullable Map<String, Class<?>> map) throws SQLException {
        emptied = false;
        Object value = callable().getObject(index, map);
        return value != null ? wrapObject(value) : emptyObject(index);
    }

    @Override
    public final <T> @Nullable T getObject(int index, Class<T> wanted) throws SQLException {
        emptied = false;
        T value = wrapObject(callable().getObject(index, wanted), wanted);
        if (value instanceof @Nullable Object[] elements && lacksTexts(elements)) {
            return filled(elements, callable().getArray(index), wanted);
        }
        return value != null ? value : emptyObject(index, wanted);
    }

    @Override
    public final @Nullable String getString(String name) throws SQLException {
        emptied = false;
        String value = callable().getString(name);
        return value != null || textType(name) == 0 ? value : "";
    }

    @Override
    public final @Nullable String getNString(String name) throws SQLException {
        emptied = false;
        String value = callable().getNString(name);
        return value != null || textType(name) == 0 ? value : "";
    }

    @Override
    public final @Nullable Clob getClob(String name) throws SQLException {
        emptied = false;
        Clob value = callable().getClob(name);
        return value != null || textType(name) == 0 ? value : new EmptyClob();
    }

    @Override
    public final @Nullable NClob getNClob(String name) throws SQLException {
        emptied = false;
        NClob value = callable().getNClob(name);
        return value != null || textType(name) == 0 ? value : new EmptyClob();
    }

    @Override
    public final @Nullable Reader getCharacterStream(String name) throws SQLException {
        emptied = false;
        Reader value = callable().getCharacterStream(name);
        return value != null || textType(name) == 0 ? value : new StringReader("");
    }

    @Override
    public final @Nullable Reader getNCharacterStream(String name) throws SQLException {
        emptied = false;
        Reader value = callable().getNCharacterStream(name);
        return value != null || textType(name) == 0 ? value : new StringReader("");
    }

    @Override
    public final @Nullable Object getObject(String name) throws SQLException {
        emptied = false;
        Object value = callable().getObject(name);
        return value != null ? wrapObject(value) : emptyObject(name);
    }

    @Override
    public final @Nullable Object getObject(String name, @Nullable Map<String, Class<?>> map) throws SQLException {
        emptied = false;
        Object value = callable().getObject(name, map);
        return value != null ? wrapObject(value) : emptyObject(name);
    }

    @Override
    public final <T> @Nullable T getObject(String name, Class<T> wanted) throws SQLException {
        emptied = false;
        T value = wrapObject(callable().getObject(name, wanted), wanted);
        if (value instanceof @Nullable Object[] elements && lacksTexts(elements)) {
            return filled(elements, callable().getArray(name), wanted);
        }
        return value != null ? value : emptyObject(name, wanted);
    }

    private boolean lacksTexts(@Nullable Object[] elements) {
        return EmptyTexts.lacksTexts(elements) && connection.family.adaptation().emptyStrings();
    }

    /** An array of texts that was asked for by its class. */
    private static <T> T filled(@Nullable Object[] elements, @Nullable Array array, Class<T> wanted)
            throws SQLException {
        return wanted.cast(array == null ? elements : EmptyTexts.filled(elements, array.getBaseType()));
    }

    private @Nullable Object emptyObject(@Nullable Object parameter) {
        int type = textType(parameter);
        return type == 0 ? null : EmptyTexts.object(type);
    }

    private <T> @Nullable T emptyObject(@Nullable Object parameter, @Nullable Class<T> wanted) {
        int type = textType(parameter);
        T empty = type == 0 ? null : EmptyTexts.object(type, wanted);
        emptied = empty != null;
        return empty;
    }
}
