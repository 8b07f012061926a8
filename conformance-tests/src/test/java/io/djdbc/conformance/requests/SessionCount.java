package io.djdbc.conformance.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.ServerSessions;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;

/** The sessions that one test opens on a server, told from those that were there before. */
final class SessionCount {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    private final ServerSessions sessions;
    private final Set<Long> before;
    private final Set<Long> seen = new ConcurrentSkipListSet<>();

    SessionCount(TestDatabase database) throws SQLException {
        this.sessions = database.sessions();
        this.before = sessions.open();
    }

    /** Makes a request's one query: asks the server which session this is. */
    long use(Connection connection) throws SQLException {
        long id = sessions.idOf(connection);
        seen.add(id);
        return id;
    }

    /** Every session that was used. */
    Set<Long> seen() {
        return seen;
    }

    /** The sessions that the test has opened and the server still has. */
    Set<Long> open() throws SQLException {
        Set<Long> open = new TreeSet<>(sessions.open());
        open.removeAll(before);
        return open;
    }

    /** A server takes a moment to see that a client has gone; waits for that, then asserts it. */
    void assertOpen(int expected) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (open().size() != expected && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(open()).as("sessions open on the server").hasSize(expected);
    }

    /** Ends sessions as an administrator would, and waits until they are gone. */
    void kill(Set<Long> ids) throws SQLException, InterruptedException {
        for (long id : ids) {
            sessions.kill(id);
        }
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (sessions.open().stream().anyMatch(ids::contains)) {
            assertThat(System.nanoTime()).as("the server ends sessions").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
