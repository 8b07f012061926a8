package io.djdbc.driver.session;

import counting.CountingConnection;
import io.djdbc.driver.settings.ConnectionRequest;
import io.djdbc.driver.target.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** What a URL with some settings leads to on a server of its own, with a clock of its own. */
record CountingTarget(CountingServer server, FakeTime time, Target target) {

    /** @param parameters as in a URL, from the question mark on */
    static CountingTarget with(String parameters) throws SQLException {
        CountingDriver.Running running = CountingDriver.start();
        FakeTime time = new FakeTime();
        ConnectionRequest request = ConnectionRequest.parse(running.url() + parameters, new Properties());
        return new CountingTarget(running.server(), time, new Target(request, time, time));
    }

    Connection connect() throws SQLException {
        return target.connect();
    }

    /** The physical connection below. */
    static CountingConnection physical(Connection connection) throws SQLException {
        return connection.unwrap(CountingConnection.class);
    }

    /** Opens, runs one query, closes. */
    void request() throws SQLException {
        try (Connection connection = connect()) {
            query(connection);
        }
    }

    static void query(Connection connection) throws SQLException {
        execute(connection, "query");
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
