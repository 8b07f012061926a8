package io.djdbc.bench.startup;

import io.djdbc.bench.subject.DriverDataSource;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** {@link FirstRow} through datasource-proxy. */
final class FirstRowDatasourceProxy {
    private FirstRowDatasourceProxy() {}

    public static void main(String[] args) throws SQLException, IOException {
        var bare = new DriverDataSource(() -> DriverManager.getConnection(args[0], FirstRow.properties(args)));
        FirstRow.show(ProxyDataSourceBuilder.create(bare).build().getConnection(), args[1]);
    }
}
