package io.djdbc.conformance.dropin;

import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.DisplayName;

/** Migrations with Flyway, which is given the URL alone and has to find driver and database by it. */
@DisplayName("drop-in: Flyway")
class FlywayTest extends DropIn {

    FlywayTest(TestDatabase database) {
        super(database);
    }

    @Override
    List<String> run(Access access) throws Exception {
        List<String> outcome = new ArrayList<>();
        drop();
        try {
            FluentConfiguration first = configuration(access).target("2");
            MigrateResult migrated = first.load().migrate();
            outcome.add("migrated " + migrated.migrationsExecuted + " to " + migrated.targetSchemaVersion + " on "
                    + migrated.databaseType);
            Flyway flyway = configuration(access).load();
            outcome.add("pending " + flyway.info().pending().length);
            try {
                outcome.add("migrated " + flyway.migrate().migrationsExecuted);
            } catch (FlywayException e) {
                outcome.add("failed: " + e.getMessage());
            }
            for (MigrationInfo info : flyway.info().all()) {
                outcome.add(info.getVersion() + " " + info.getDescription() + " " + info.getState() + " "
                        + info.getChecksum() + " " + info.getInstalledBy());
            }
            flyway.repair();
            configuration(access).target("3").load().validate();
            outcome.add("valid");
            try (Connection connection = database.open();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT name, note FROM dropin_plant ORDER BY name")) {
                while (rows.next()) {
                    outcome.add(rows.getString(1) + ": " + rows.getString(2));
                }
            }
        } finally {
            drop();
        }
        return outcome;
    }

    private static FluentConfiguration configuration(Access access) {
        return Flyway.configure()
                .dataSource(access.url(), access.user(), access.password())
                .table("dropin_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations("classpath:dropin/flyway");
    }

    private void drop() throws Exception {
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS dropin_plant");
            statement.execute("DROP TABLE IF EXISTS dropin_history");
        }
    }
}
