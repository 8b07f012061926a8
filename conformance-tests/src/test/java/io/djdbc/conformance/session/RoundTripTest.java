package io.djdbc.conformance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What djdbc's session parameters cost on the wire, beside the bare driver's connect. */
@DisplayName("round trips on connect")
@EachDatabase({"postgresql", "mysql", "mariadb"})
class RoundTripTest {

    /** The fewest of some: what differs from connection to connection, such as a full login, only ever adds. */
    private static final int CONNECTIONS = 4;

    private final TestDatabase database;

    RoundTripTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void nothingIsAddedWhenAllHolds() throws Exception {
        try (JvmTimeZone utc = JvmTimeZone.set("UTC")) {
            assertThat(djdbc()).isEqualTo(bare());
        }
    }

    @Test
    void onPostgreSqlOneStatementSetsAllThatDoesNotHold() throws Exception {
        try (JvmTimeZone other = JvmTimeZone.set("America/Chicago")) {
            int more = database.is("postgresql") ? 1 : 0;
            assertThat(djdbc()).as("the defaults").isEqualTo(bare() + more);
            String[] session = database.is("postgresql")
                    ? new String[] {
                        "TIME_ZONE=Asia/Tokyo", "ISOLATION_LEVEL=serializable", "ASSUME_ROLE=" + database.user()
                    }
                    : new String[] {"TIME_ZONE=%2B09:00", "ISOLATION_LEVEL=serializable", "SQL_MODE=STRICT_ALL_TABLES"};
            assertThat(djdbc(session)).as("all that there is").isEqualTo(bare() + more);
        }
    }

    @Test
    void nativeSemanticsAddNothing() throws Exception {
        try (JvmTimeZone other = JvmTimeZone.set("America/Chicago")) {
            assertThat(djdbc("SEMANTICS=native")).isEqualTo(bare());
        }
    }

    @Test
    void aUsersOwnSessionVariablesCostNoMoreThanOnTheBareDriver() throws Exception {
        if (database.is("postgresql")) {
            assertThat(fewest(database.djdbcUrl("options=-c%20statement_timeout=60000", "TIME_ZONE=native")))
                    .isEqualTo(fewest(database.bareUrlWith("options=-c%20statement_timeout=60000")));
            return;
        }
        String users = "sessionVariables=wait_timeout=1000";
        assertThat(fewest(database.djdbcUrl(users))).isLessThanOrEqualTo(fewest(database.bareUrlWith(users)));
        try (Connection session = database.openDjdbc(users)) {
            assertThat(Ask.one(session, "SELECT @@session.wait_timeout")).isEqualTo("1000");
            assertThat(Ask.isolationLevel(database, session)).isEqualTo("read committed");
            assertThat(Ask.timeZone(database, session)).isEqualTo("+00:00");
        }
    }

    private int bare() throws SQLException, IOException {
        return fewest(database.bareUrl());
    }

    private int djdbc(String... parameters) throws SQLException, IOException {
        return fewest(database.djdbcUrl(parameters));
    }

    private int fewest(String url) throws SQLException, IOException {
        Properties login = database.properties();
        if (database.is("mysql") && !url.contains("sslMode")) {
            // a TLS session ticket comes at any time, and would be counted as an answer
            login.setProperty("sslMode", "DISABLED");
            login.setProperty("allowPublicKeyRetrieval", "true");
        }
        int fewest = Integer.MAX_VALUE;
        for (int i = 0; i < CONNECTIONS; i++) {
            try (CountingRelay relay = new CountingRelay(database.bareUrl());
                    Connection connection = DriverManager.getConnection(relay.through(url), login)) {
                assertThat(relay.roundTrips()).as(relay.bytes()).isPositive();
                fewest = Math.min(fewest, relay.roundTrips());
            }
        }
        return fewest;
    }
}
