package io.djdbc.bench.subject;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** A HikariCP pool of one connection above the bare driver. */
record HikariSource(HikariDataSource pool) implements Source {
    static HikariSource above(String url, Properties info) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setDataSourceProperties(info);
        config.setMaximumPoolSize(1);
        return new HikariSource(new HikariDataSource(config));
    }

    @Override
    public Connection connect() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void close() {
        pool.close();
    }
}
