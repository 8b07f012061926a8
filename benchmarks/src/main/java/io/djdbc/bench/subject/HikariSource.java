package io.djdbc.bench.subject;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A HikariCP pool of one connection above the bare driver. */
record HikariSource(HikariDataSource pool) implements Source {
    /** Held, because a logger that nobody holds forgets its level. */
    private static final Logger LOGGER = Logger.getLogger("com.zaxxer.hikari");

    static HikariSource above(String url, Properties info) {
        LOGGER.setLevel(Level.WARNING);
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
