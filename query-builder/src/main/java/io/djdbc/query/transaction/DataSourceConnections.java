package io.djdbc.query.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections of a data source, which is a pool or keeps them open in another way. */
public final class DataSourceConnections implements ConnectionSource {

    private final DataSource dataSource;

    public DataSourceConnections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Connection acquire() throws SQLException {
        return dataSource.getConnection();
    }

    @Override
    public void release(Connection connection) throws SQLException {
        connection.close();
    }
}
