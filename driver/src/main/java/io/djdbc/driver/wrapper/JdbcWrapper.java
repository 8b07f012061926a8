package io.djdbc.driver.wrapper;

import io.djdbc.dialect.NameLimit;
import io.djdbc.driver.sql.RewrittenSql;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Wrapper;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What all wrappers share: unwrapping, and wrapping what the vendor's methods return. The methods named {@code wrap}
 * and {@code failed} are called by generated code.
 */
public abstract class JdbcWrapper implements Wrapper {
    /** The prototypes of the wrapper classes in our own class loader, by class. */
    private static final Map<Class<?>, JdbcWrapper> PROTOTYPES = new ConcurrentHashMap<>();

    /** Called by each wrapper class when it is initialised. One of another class loader must not be held here. */
    protected static void madePrototype(JdbcWrapper prototype) {
        if (prototype.getClass().getClassLoader() == JdbcWrapper.class.getClassLoader()) {
            PROTOTYPES.put(prototype.getClass(), prototype);
        }
    }

    /** What an initialised wrapper class made; null if it lives in another class loader. */
    static @Nullable JdbcWrapper prototype(Class<?> wrapperClass) {
        return PROTOTYPES.get(wrapperClass);
    }

    /** The connection that the application holds. */
    abstract ConnectionWrapper connection();

    /** The vendor's object. */
    abstract Object target() throws SQLException;

    /** Closes the vendor's object, for what a connection closes with itself. */
    void closeTarget() throws SQLException {}

    /** Whether the vendor's object is closed; asked where something is kept to be closed later. */
    boolean isTargetClosed() throws SQLException {
        return false;
    }

    /** What the vendor's interfaces were when the class was made. */
    protected abstract long vendorFingerprint();

    /** What the JDK's interfaces were when the class was made. */
    protected abstract long standardFingerprint();

    /** The statement whose result sets these are; null for those of metadata and arrays. */
    @Nullable
    StatementWrapper statement() {
        return null;
    }

    @Override
    public final <T> T unwrap(Class<T> type) throws SQLException {
        if (isStandard(type) && type.isInstance(this)) {
            if (isJdbc(type) && target() instanceof Wrapper vendors) {
                Object unused = vendors.unwrap(type); // the vendor's error for a closed object
            }
            return type.cast(this);
        }
        Object target = target();
        if (type != null && type.isInstance(target)) {
            return type.cast(target);
        }
        if (target instanceof Wrapper wrapper) {
            return wrapper.unwrap(type);
        }
        throw new SQLException("not a wrapper for " + type);
    }

    @Override
    public final boolean isWrapperFor(Class<?> type) throws SQLException {
        if (isStandard(type) && type.isInstance(this)) {
            return !isJdbc(type) || !(target() instanceof Wrapper vendors) || vendors.isWrapperFor(type);
        }
        Object target = target();
        return type != null && type.isInstance(target)
                || target instanceof Wrapper wrapper && wrapper.isWrapperFor(type);
    }

    /** Asked for java.sql's or our own type, the wrapper itself is the answer; for any other, the vendor's object. */
    private static boolean isStandard(@Nullable Class<?> type) {
        return type != null && (isJdbc(type) || type.getName().startsWith("io.djdbc."));
    }

    private static boolean isJdbc(Class<?> type) {
        return type.getName().startsWith("java.");
    }

    /** Notes an error that the server may have sent; returns it, to be thrown unchanged. */
    protected SQLException failed(SQLException error) {
        return connection().failed(error);
    }

    protected final @Nullable ResultSet wrap(@Nullable ResultSet resultSet) {
        return resultSet == null ? null : connection().wrapResultSet(statement(), resultSet);
    }

    protected final @Nullable Statement wrap(@Nullable Statement statement) {
        return statement == null ? null : connection().wrapStatement(statement);
    }

    protected final @Nullable PreparedStatement wrap(@Nullable PreparedStatement statement) {
        return statement == null ? null : connection().wrapPrepared(statement);
    }

    protected final @Nullable PreparedStatement wrap(@Nullable PreparedStatement statement, RewrittenSql sql) {
        return statement == null || !sql.changesValues() ? wrap(statement) : wrap(statement, sql, Preparation.PLAIN);
    }

    protected final @Nullable PreparedStatement wrap(
            @Nullable PreparedStatement statement, RewrittenSql sql, int keys) {
        return statement == null || !sql.changesValues()
                ? wrap(statement)
                : wrap(statement, sql, Preparation.keys(keys));
    }

    protected final @Nullable PreparedStatement wrap(
            @Nullable PreparedStatement statement, RewrittenSql sql, int type, int concurrency) {
        return statement == null || !sql.changesValues()
                ? wrap(statement)
                : wrap(statement, sql, Preparation.resultSet(type, concurrency, 0));
    }

    protected final @Nullable PreparedStatement wrap(
            @Nullable PreparedStatement statement, RewrittenSql sql, int type, int concurrency, int holdability) {
        return statement == null || !sql.changesValues()
                ? wrap(statement)
                : wrap(statement, sql, Preparation.resultSet(type, concurrency, holdability));
    }

    protected final @Nullable PreparedStatement wrap(
            @Nullable PreparedStatement statement, RewrittenSql sql, int @Nullable [] columns) {
        return statement == null || !sql.changesValues()
                ? wrap(statement)
                : wrap(statement, sql, Preparation.keyColumns(columns));
    }

    protected final @Nullable PreparedStatement wrap(
            @Nullable PreparedStatement statement, RewrittenSql sql, @Nullable String @Nullable [] columns) {
        return statement == null || !sql.changesValues()
                ? wrap(statement)
                : wrap(statement, sql, Preparation.keyNames(cutNames(columns)));
    }

    private PreparedStatement wrap(PreparedStatement statement, RewrittenSql sql, Preparation preparation) {
        return connection().wrapPrepared(statement, sql, preparation);
    }

    protected final @Nullable CallableStatement wrap(@Nullable CallableStatement statement) {
        return statement == null ? null : connection().wrapCallable(statement);
    }

    protected final @Nullable Array wrap(@Nullable Array array) {
        return array == null ? null : connection().family.array(connection(), array);
    }

    protected final @Nullable DatabaseMetaData wrap(@Nullable DatabaseMetaData metaData) {
        return metaData == null ? null : connection().family.metaData(connection(), metaData);
    }

    /** The application's connection for our vendor connection; any other stays as it is. */
    protected final @Nullable Connection wrap(@Nullable Connection vendorConnection) {
        return connection().isFor(vendorConnection) ? connection() : vendorConnection;
    }

    /**
     * A cursor, or an array, read by {@code getObject} leads back to the connection; all other values are the vendor's.
     * Most are texts and numbers, which is seen at once, unlike which interfaces an object lacks.
     */
    protected final @Nullable Object wrapObject(@Nullable Object value) {
        if (value instanceof String || value instanceof Number) {
            return value;
        }
        if (value instanceof ResultSet resultSet) {
            return wrap(resultSet);
        }
        return value instanceof Array array ? wrap(array) : value;
    }

    /** The same for a class that the application named: the vendor's own is what it gets if it asks for that. */
    final <T> @Nullable T wrapObject(@Nullable T value, @Nullable Class<T> type) {
        Object wrapped = wrapObject(value);
        return wrapped != value && type != null && type.isInstance(wrapped) ? type.cast(wrapped) : value;
    }

    /** Called by generated code for the names of columns whose generated keys are wanted. */
    protected final @Nullable String @Nullable [] cutNames(@Nullable String @Nullable [] columns) {
        NameLimit names = connection().family.adaptation().names();
        if (names == null || columns == null) {
            return columns;
        }
        @Nullable String[] cut = columns.clone();
        for (int i = 0; i < cut.length; i++) {
            String column = cut[i];
            cut[i] = column == null ? null : names.stored(column);
        }
        return cut;
    }

    /** The vendor's object for an argument of a vendor's method, which knows its own classes only. */
    protected static @Nullable Object unwrapArgument(@Nullable Object argument) throws SQLException {
        return argument instanceof JdbcWrapper wrapper ? wrapper.target() : argument;
    }

    /** The same for values within an argument; the caller's own array is never changed. */
    static @Nullable Object @Nullable [] unwrapElements(@Nullable Object @Nullable [] elements) throws SQLException {
        if (elements == null) {
            return null;
        }
        @Nullable Object[] unwrapped = elements;
        for (int i = 0; i < elements.length; i++) {
            if (elements[i] instanceof JdbcWrapper) {
                unwrapped = unwrapped == elements ? elements.clone() : unwrapped;
                unwrapped[i] = unwrapArgument(elements[i]);
            }
        }
        return unwrapped;
    }

    @Override
    public String toString() {
        try {
            return target().toString();
        } catch (SQLException closed) {
            return getClass().getName() + " (closed)";
        }
    }
}
