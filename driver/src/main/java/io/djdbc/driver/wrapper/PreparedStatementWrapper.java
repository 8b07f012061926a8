package io.djdbc.driver.wrapper;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A vendor's prepared statement. As thread-safe as that is. */
public abstract class PreparedStatementWrapper extends StatementWrapper implements PreparedStatement {

    protected PreparedStatementWrapper(ConnectionWrapper connection, PreparedStatement delegate) {
        super(connection, delegate);
    }

    @Override
    void closeTarget() throws SQLException {
        if (connection.mayComeBack(delegate)) {
            letGo(delegate);
        } else {
            delegate.close();
        }
    }

    /** Neither this, nor the rows that a vendor leaves open on what it caches, may reach the next one's statement. */
    private void letGo(Statement vendors) throws SQLException {
        delegate = connection.family.closed(vendors);
        try {
            ResultSet rows = vendors.getResultSet();
            if (rows != null) {
                rows.close();
            }
        } finally {
            vendors.close();
        }
    }

    /** Rows that outlive their statement still lead to it, and not to the vendor's object. */
    @Override
    final boolean isFor(Statement vendors) throws SQLException {
        return connection.family.isClosed(delegate) || super.isFor(vendors);
    }
}
