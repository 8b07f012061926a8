package io.djdbc.driver.wrapper;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A vendor's prepared statement. As thread-safe as that is. */
public abstract class PreparedStatementWrapper extends StatementWrapper implements PreparedStatement {

    protected PreparedStatementWrapper(ConnectionWrapper connection, PreparedStatement delegate) {
        super(connection, delegate);
    }

    /** Lets go of the vendor's object where that may come back as another's. */
    @Override
    final void closeTarget() throws SQLException {
        try {
            super.closeTarget();
        } finally {
            if (connection.mayComeBack(delegate)) {
                delegate = connection.family.closed(delegate);
            }
        }
    }

    /** Rows that outlive their statement still lead to it, and not to the vendor's object. */
    @Override
    final boolean isFor(Statement vendors) throws SQLException {
        return connection.family.isClosed(delegate) || super.isFor(vendors);
    }
}
