package io.djdbc.driver.wrapper;

import java.sql.PreparedStatement;

/** A vendor's prepared statement. As thread-safe as that is. */
public abstract class PreparedStatementWrapper extends StatementWrapper implements PreparedStatement {

    protected PreparedStatementWrapper(ConnectionWrapper connection, PreparedStatement delegate) {
        super(connection, delegate);
    }
}
