package io.djdbc.bench.startup;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.SQLException;

/** {@link FirstRow} through a HikariCP pool of one. */
final class FirstRowHikari {
    private FirstRowHikari() {}

    public static void main(String[] args) throws SQLException, IOException {
        var config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setDataSourceProperties(FirstRow.properties(args));
        config.setMaximumPoolSize(1);
        try (var pool = new HikariDataSource(config)) {
            FirstRow.show(pool.getConnection(), args[1]);
        }
    }
}
