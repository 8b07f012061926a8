package io.djdbc.bench.subject;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;

/** {@link Driver#connect}, without the {@link java.sql.DriverManager}'s search. */
record DriverSource(Driver driver, String url, Properties info) implements Source {
    @Override
    public Connection connect() throws SQLException {
        var connection = driver.connect(url, info);
        if (connection == null) {
            throw new SQLException(driver.getClass().getName() + " does not accept " + url);
        }
        return connection;
    }
}
