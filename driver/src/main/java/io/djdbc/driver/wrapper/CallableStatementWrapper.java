package io.djdbc.driver.wrapper;

import java.sql.CallableStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A vendor's callable statement. As thread-safe as that is. */
public abstract class CallableStatementWrapper extends PreparedStatementWrapper implements CallableStatement {

    protected CallableStatementWrapper(ConnectionWrapper connection, CallableStatement delegate) {
        super(connection, delegate);
    }

    @Override
    public <T> @Nullable T getObject(int parameter, Class<T> type) throws SQLException {
        return wrapObject(((CallableStatement) delegate).getObject(parameter, type), type);
    }

    @Override
    public <T> @Nullable T getObject(String parameter, Class<T> type) throws SQLException {
        return wrapObject(((CallableStatement) delegate).getObject(parameter, type), type);
    }
}
