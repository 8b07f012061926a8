package io.djdbc.driver.session;

import counting.CountingConnection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A server that does nothing but count and log what its connections do, in the words of golden/connection.json. Safe
 * for use by several threads.
 */
final class CountingServer {
    private final List<String> log = new ArrayList<>();
    private final List<CountingConnection> open = new ArrayList<>();
    private boolean up = true;
    private int connects;
    private int failedConnects;
    private int closes;
    private int healthChecks;

    synchronized CountingConnection connect() throws SQLException {
        if (!up) {
            failedConnects++;
            log.add("connect failed");
            throw DjangoError.OperationalError.exception();
        }
        connects++;
        log.add("connect #" + connects);
        CountingConnection connection = CountingConnectionHandler.connection(this, connects);
        open.add(connection);
        return connection;
    }

    synchronized void closed(CountingConnection connection) {
        if (!open.remove(connection)) {
            throw new AssertionError("#" + connection.number() + " was closed twice");
        }
        closes++;
        log.add("close #" + connection.number());
    }

    synchronized void healthChecked(int number) {
        healthChecks++;
        log(number, "health check");
    }

    synchronized void log(int number, String action) {
        log.add("#" + number + " " + action);
    }

    /** Cuts all connections. */
    synchronized void drop() {
        for (CountingConnection connection : open) {
            connection.cut();
        }
    }

    synchronized void setUp(boolean up) {
        this.up = up;
    }

    /** Connections that the client has not closed. */
    synchronized List<CountingConnection> open() {
        return List.copyOf(open);
    }

    /** What was logged since this was called last. */
    synchronized List<String> takeLog() {
        List<String> taken = List.copyOf(log);
        log.clear();
        return taken;
    }

    synchronized Totals totals() {
        return new Totals(connects, failedConnects, closes, healthChecks);
    }

    /** In the words of golden/connection.json. */
    record Totals(int connects, int failedConnects, int closes, int healthChecks) {}
}
