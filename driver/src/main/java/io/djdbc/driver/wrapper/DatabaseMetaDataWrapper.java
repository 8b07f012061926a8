package io.djdbc.driver.wrapper;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A vendor's metadata, which say everything but the URL and the connection as the vendor does. */
public abstract class DatabaseMetaDataWrapper extends JdbcWrapper implements DatabaseMetaData {
    protected final DatabaseMetaData delegate;
    private final ConnectionWrapper connection;

    protected DatabaseMetaDataWrapper(ConnectionWrapper connection, DatabaseMetaData delegate) {
        this.connection = connection;
        this.delegate = delegate;
    }

    /** A wrapper of this class for other metadata. */
    protected abstract DatabaseMetaDataWrapper create(ConnectionWrapper connection, DatabaseMetaData delegate);

    @Override
    final ConnectionWrapper connection() {
        return connection;
    }

    @Override
    final Object target() {
        return delegate;
    }

    /** Called by generated code before everything that the vendor's object answers. */
    protected final void beforeUse() throws SQLException {
        connection.requireSession();
    }

    @Override
    public final @Nullable Connection getConnection() throws SQLException {
        Connection vendors = delegate.getConnection(); // the vendor's error, or null, for a closed connection
        return vendors == null ? null : connection;
    }

    /** The djdbc URL that the application connected to, with secrets masked. */
    @Override
    public final String getURL() throws SQLException {
        String unused = delegate.getURL(); // likewise
        return connection.url();
    }
}
