package io.djdbc.conformance.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.DriverManager;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** An application with one scenario, which tells what came of it, step by step. */
@EachDatabase({"postgresql", "mariadb", "mysql"})
abstract class DropIn extends DatabaseKit {

    /** All that an application's configuration says of the database. */
    record Access(String url, String driverClassName, String user, String password) {}

    /** Held here, as the log manager holds them weakly. */
    private static final List<Logger> TALKATIVE = List.of(
            Logger.getLogger("org.flywaydb"), Logger.getLogger("org.hibernate"), Logger.getLogger("com.zaxxer.hikari"));

    static {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.OFF));
    }

    DropIn(TestDatabase database) {
        super(database);
    }

    /** Runs the application on a database without its tables, and takes them away again. */
    abstract List<String> run(Access access) throws Exception;

    @Test
    void outcomeIsTheSameWithThePrefix() throws Exception {
        String vendorsDriver =
                DriverManager.getDriver(database.bareUrl()).getClass().getName();
        List<String> bare = run(new Access(database.bareUrl(), vendorsDriver, database.user(), database.password()));
        List<String> djdbc =
                run(new Access(database.djdbcUrl(), "io.djdbc.driver.Driver", database.user(), database.password()));
        assertThat(bare).hasSizeGreaterThan(5);
        assertThat(withoutConnectionIds(djdbc)).isEqualTo(withoutConnectionIds(bare));
    }

    /** MariaDB's driver puts the server's number of the connection into its messages. */
    private static List<String> withoutConnectionIds(List<String> outcome) {
        return outcome.stream()
                .map(line -> line.replaceAll("\\(conn=\\d+\\)", "(conn=…)"))
                .toList();
    }
}
