package io.djdbc.driver.session;

import static io.djdbc.driver.session.CountingTarget.physical;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import counting.CountingConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One borrower's changes are not the next one's: what the JDBC API can change is put back, and nothing else is sent. */
class StateResetTest {

    private interface Change {
        void on(Connection connection) throws SQLException;
    }

    private interface Property {
        Object of(Connection connection) throws SQLException;
    }

    private record Case(String name, Change change, Property property) {}

    private static List<Case> cases() {
        Properties clientInfo = new Properties();
        clientInfo.setProperty("ApplicationName", "borrower");
        return List.of(
                new Case("read-only", c -> c.setReadOnly(true), Connection::isReadOnly),
                new Case(
                        "isolation",
                        c -> c.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE),
                        Connection::getTransactionIsolation),
                new Case("catalog", c -> c.setCatalog("other"), Connection::getCatalog),
                new Case("schema", c -> c.setSchema("other"), Connection::getSchema),
                new Case("holdability", c -> c.setHoldability(2), Connection::getHoldability),
                new Case(
                        "network timeout",
                        c -> c.setNetworkTimeout(Runnable::run, 1000),
                        Connection::getNetworkTimeout),
                new Case("type map", c -> c.setTypeMap(Map.of("money", Long.class)), Connection::getTypeMap),
                new Case("client info", c -> c.setClientInfo("ApplicationName", "borrower"), Connection::getClientInfo),
                new Case("all client info", c -> c.setClientInfo(clientInfo), Connection::getClientInfo));
    }

    @TestFactory
    Stream<DynamicTest> isPutBackForTheNextBorrower() {
        return cases().stream().map(tested -> dynamicTest(tested.name(), () -> isPutBack(tested)));
    }

    private static void isPutBack(Case tested) throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
        Object before;
        CountingConnection first;
        try (Connection connection = counting.connect()) {
            before = tested.property().of(connection);
            tested.change().on(connection);
            assertNotEquals(before, tested.property().of(connection));
            tested.change().on(connection); // the value from before the first change counts
            first = physical(connection);
        }
        try (Connection connection = counting.connect()) {
            assertSame(first, physical(connection));
            assertEquals(before, tested.property().of(connection));
        }
    }

    @TestFactory
    Stream<DynamicTest> staysWithSessionResetOff() {
        return cases().stream()
                .map(tested -> dynamicTest(tested.name(), () -> {
                    CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60&SESSION_RESET=off");
                    Object changed;
                    try (Connection connection = counting.connect()) {
                        tested.change().on(connection);
                        changed = tested.property().of(connection);
                    }
                    try (Connection connection = counting.connect()) {
                        assertEquals(changed, tested.property().of(connection));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> isPutBackAfterARequestThatAPoolMarks() {
        return cases().stream()
                .map(tested -> dynamicTest(tested.name(), () -> {
                    CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
                    try (Connection connection = counting.connect()) {
                        Object before = tested.property().of(connection);
                        connection.beginRequest();
                        tested.change().on(connection);
                        connection.endRequest();
                        assertEquals(before, tested.property().of(connection));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> ofThePoolIsSetOnTheConnectionThatReplacesItsOwn() {
        return cases().stream()
                .map(tested -> dynamicTest(tested.name(), () -> {
                    CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
                    try (Connection connection = counting.connect()) {
                        tested.change().on(connection);
                        Object set = tested.property().of(connection);
                        CountingConnection first = physical(connection);
                        connection.beginRequest();
                        counting.time().advance(61);
                        connection.endRequest();
                        assertTrue(first.isClosed());
                        assertEquals(set, tested.property().of(connection));
                    }
                }));
    }

    @Test
    void costsNothingWhereNothingWasChanged() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
        counting.request();
        counting.request();
        assertEquals(
                List.of("connect #1", "#1 query", "#1 query"), counting.server().takeLog());
    }

    @Test
    void whatCannotBePutBackClosesTheConnection() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
        Connection connection = counting.connect();
        connection.setSchema("other");
        CountingConnection first = physical(connection);
        first.failOn("setSchema", "ProgrammingError");
        connection.close();
        assertTrue(first.isClosed());
        counting.request();
        assertEquals(2, counting.server().totals().connects());
    }

    @Test
    void nothingIsRolledBackAfterACommit() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60&AUTOCOMMIT=false");
        try (Connection connection = counting.connect()) {
            CountingTarget.query(connection);
            connection.commit();
        }
        assertEquals(
                List.of("connect #1", "#1 autocommit off", "#1 query", "#1 COMMIT"),
                counting.server().takeLog());
        try (Connection connection = counting.connect()) {
            CountingTarget.query(connection);
        }
        assertEquals(List.of("#1 query", "#1 ROLLBACK"), counting.server().takeLog());
    }

    @Test
    void statementsAreClosedWithTheirConnection() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
        Connection connection = counting.connect();
        CountingConnection first = physical(connection);
        Statement closed = connection.createStatement();
        Statement open = connection.createStatement();
        for (int i = 0; i < 20; i++) {
            assertFalse(connection.createStatement().isClosed());
        }
        closed.close();
        connection.close();
        assertTrue(open.isClosed());
        assertEquals(0, first.openStatements());
        assertFalse(first.isClosed());
    }

    /** PostgreSQL cannot say its isolation level in a failed transaction; that it cannot be changed there is the answer. */
    @Test
    void aChangeIsTheVendorsToRefuse() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
        try (Connection connection = counting.connect()) {
            physical(connection).failOn("getTransactionIsolation", "OperationalError");
            physical(connection).failOn("setTransactionIsolation", "ProgrammingError");
            SQLException refused = assertThrows(
                    SQLException.class, () -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE));
            assertEquals(DjangoError.ProgrammingError, DjangoError.of(refused));
        }
    }

    @Test
    void whatCannotBePutBackIsNotUsedAgain() throws SQLException {
        CountingTarget counting = CountingTarget.with("?CONN_MAX_AGE=60");
        CountingConnection first;
        try (Connection connection = counting.connect()) {
            first = physical(connection);
            first.failOn("getTransactionIsolation", "OperationalError");
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            assertTrue(connection.isValid(1));
        }
        assertTrue(first.isClosed());
    }
}
