package io.djdbc.conformance.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import io.djdbc.query.model.Field;
import io.djdbc.query.model.Model;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The golden rows in real databases: tables made by our schema, values stored and read by our conversions. */
@EachDatabase({"sqlite", "h2", "postgresql", "mariadb", "mysql"})
@DisplayName("stored models")
class StoredRowsTest {

    private final TestDatabase database;

    StoredRowsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void whatIsStoredThroughTheBareDriverIsReadBack() throws SQLException {
        roundTrip(database.bareUrl());
    }

    @Test
    void whatIsStoredThroughDjdbcIsReadBack() throws SQLException {
        roundTrip(database.djdbcUrl());
    }

    private void roundTrip(String url) throws SQLException {
        GoldenRows rows = new GoldenRows(database.name());
        try (OwnSchema schema = new OwnSchema(database);
                Connection connection = open(url)) {
            schema.use(connection);
            rows.create(connection);
            rows.load(connection);
            int compared = 0;
            for (Model model : rows.stored()) {
                Map<Object, Object> found = new HashMap<>();
                rows.read(connection, model)
                        .forEach(instance -> found.put(model.primaryKey().get(instance), instance));
                for (GoldenRows.Row row : rows.rows(model)) {
                    Object expected = rows.instance(row);
                    Object instance = found.remove(model.primaryKey().get(expected));
                    assertThat(instance)
                            .as("%s %s", model.label(), row.golden())
                            .isNotNull();
                    for (Field field : model.localFields()) {
                        assertEqual(field, field.get(expected), field.get(instance));
                        compared++;
                    }
                }
                assertThat(found).as(model.label()).isEmpty();
            }
            assertThat(compared).isGreaterThan(500);
            rows.drop(connection);
            assertThat(tables(connection)).isZero();
        }
    }

    private Connection open(String url) throws SQLException {
        return database.is("sqlite")
                ? DriverManager.getConnection(url.replaceAll("sqlite:.*", "sqlite::memory:"))
                : DriverManager.getConnection(url, database.properties());
    }

    private static int tables(Connection connection) throws SQLException {
        int tables = 0;
        try (ResultSet row = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (row.next()) {
                tables += row.getString("TABLE_NAME").startsWith("sqlite_") ? 0 : 1;
            }
        }
        return tables;
    }

    private static void assertEqual(Field field, Object expected, Object found) {
        if (expected instanceof byte[] bytes) {
            assertThat((byte[]) found).as(field.toString()).isEqualTo(bytes);
        } else if (expected instanceof BigDecimal decimal) {
            assertThat((BigDecimal) found).as(field.toString()).isEqualByComparingTo(decimal);
        } else {
            assertThat(found).as(field.toString()).isEqualTo(expected);
        }
    }
}
