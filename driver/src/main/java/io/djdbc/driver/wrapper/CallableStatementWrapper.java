package io.djdbc.driver.wrapper;

import java.sql.CallableStatement;

/** A vendor's callable statement. As thread-safe as that is. */
public abstract class CallableStatementWrapper extends PreparedStatementWrapper implements CallableStatement {

    protected CallableStatementWrapper(ConnectionWrapper connection, CallableStatement delegate) {
        super(connection, delegate);
    }
}
