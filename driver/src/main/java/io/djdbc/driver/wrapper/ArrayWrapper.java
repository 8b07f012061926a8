package io.djdbc.driver.wrapper;

import java.sql.Array;

/** A vendor's array: wrapped only because its result sets lead back to the connection. */
public abstract class ArrayWrapper extends JdbcWrapper implements Array {
    protected final Array delegate;
    private final ConnectionWrapper connection;

    protected ArrayWrapper(ConnectionWrapper connection, Array delegate) {
        this.connection = connection;
        this.delegate = delegate;
    }

    /** A wrapper of this class for another array. */
    protected abstract ArrayWrapper create(ConnectionWrapper connection, Array delegate);

    @Override
    final ConnectionWrapper connection() {
        return connection;
    }

    @Override
    final Object target() {
        return delegate;
    }

    @Override
    public final int hashCode() {
        return delegate.hashCode();
    }

    @Override
    public final boolean equals(Object other) {
        return delegate.equals(other instanceof ArrayWrapper wrapper ? wrapper.delegate : other);
    }
}
