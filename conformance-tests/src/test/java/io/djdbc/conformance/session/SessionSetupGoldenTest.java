package io.djdbc.conformance.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.Golden;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.driver.SettingsException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Django's setups: whatever Django's statements bring about in a session holds in one of djdbc's, in the first and in
 * the next. Which statements bring it about is djdbc's own affair; docs/sessions.md lists the differences.
 */
@DisplayName("Django's session setups")
@EachDatabase({"postgresql", "mysql", "mariadb", "sqlite"})
class SessionSetupGoldenTest {

    private final TestDatabase database;

    SessionSetupGoldenTest(TestDatabase database) {
        this.database = database;
    }

    @TestFactory
    Stream<DynamicTest> holdsAsInDjango() throws IOException {
        String backend = database.is("mariadb") ? "mysql" : database.name();
        List<GoldenSetup> setups = GoldenSetup.all();
        if (Golden.isOwn("connection.json")) {
            assertThat(setups).hasSize(27);
        }
        return setups.stream()
                .filter(setup -> setup.backend().equals(backend))
                .map(setup -> DynamicTest.dynamicTest(setup.toString(), () -> check(setup)));
    }

    private void check(GoldenSetup setup) throws Exception {
        Properties properties = database.properties();
        properties.putAll(setup.asProperties());
        if (setup.isRefused()) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.djdbcUrl(), properties))
                    .isInstanceOf(SettingsException.class);
            return;
        }
        // what the server reports to pgjdbc is the zone of the JVM
        String serversZone = setup.server().path("server_tz").asText("UTC");
        try (JvmTimeZone jvm = JvmTimeZone.set(serversZone);
                ServerState state = new ServerState(setup)) {
            for (boolean first : new boolean[] {true, false}) {
                try (Connection session = DriverManager.getConnection(database.djdbcUrl(), properties)) {
                    checkSession(setup, session, first, state);
                }
            }
        }
    }

    private void checkSession(GoldenSetup setup, Connection session, boolean first, ServerState state)
            throws SQLException {
        assertThat(session.getAutoCommit()).isEqualTo(setup.autoCommit());
        if (database.is("mysql", "mariadb")) {
            assertThat(Ask.one(session, "SELECT @@session.autocommit")).isEqualTo(setup.autoCommit() ? "1" : "0");
        }
        List<String> statements = setup.statements(first);
        GoldenEffect effect = new GoldenEffect(database, session);
        for (String statement : statements) {
            effect.assertHas(statement);
        }
        if (statements.stream().noneMatch(statement -> statement.contains("ISOLATION")) && !isSerializable(setup)) {
            assertThat(Ask.isolationLevel(database, session))
                    .as("the server's own isolation level")
                    .isEqualTo(state.isolationLevel);
        }
        if (!setup.autoCommit()) {
            session.rollback(); // Django commits its setup: it outlives the transaction
            for (String statement : statements) {
                effect.assertHas(statement);
            }
        }
    }

    /** On PostgreSQL Django begins its transactions with the level, instead of setting it on connect. */
    private boolean isSerializable(GoldenSetup setup) {
        return database.is("sqlite")
                || setup.asProperties().containsKey("ISOLATION_LEVEL") && database.is("postgresql");
    }

    /** The state of the server that the setup starts from; put back afterwards. */
    private final class ServerState implements AutoCloseable {

        private final boolean autoIsNull;
        private final boolean madeRole;
        private final String role;
        private final String isolationLevel;

        ServerState(GoldenSetup setup) throws SQLException {
            autoIsNull = setup.server().path("auto_is_null").asBoolean();
            role = setup.asProperties().getProperty("ASSUME_ROLE");
            if (autoIsNull) {
                execute("SET GLOBAL sql_auto_is_null = 1");
            }
            madeRole = role != null && !exists(role);
            if (madeRole) {
                execute("CREATE ROLE \"" + role + "\"");
                execute("GRANT \"" + role + "\" TO CURRENT_USER");
            }
            try (Connection bare = database.open()) {
                isolationLevel = database.is("sqlite") ? "" : Ask.isolationLevel(database, bare);
            }
        }

        @Override
        public void close() throws SQLException {
            if (autoIsNull) {
                execute("SET GLOBAL sql_auto_is_null = 0");
            }
            if (madeRole) {
                execute("DROP ROLE \"" + role + "\"");
            }
        }

        private boolean exists(String name) throws SQLException {
            try (Connection bare = database.open()) {
                return Ask.one(bare, "SELECT count(*) FROM pg_roles WHERE rolname = '" + name + "'")
                        .equals("1");
            }
        }

        private void execute(String sql) throws SQLException {
            try (Connection bare = database.open();
                    Statement statement = bare.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
