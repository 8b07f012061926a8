package io.djdbc.conformance.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Value types of the vendor's, which pgjdbc alone of these drivers has, go in and out as they are. */
@DisplayName("vendor's own types")
@EachDatabase({"postgresql"})
class VendorValuesTest extends DatabaseKit {

    VendorValuesTest(TestDatabase database) {
        super(database);
    }

    @Test
    void vendorsOwnTypesGoInAndOut() throws SQLException {
        try (SampleRows sample = new SampleRows(database);
                Connection connection = database.openDjdbc();
                var insert =
                        connection.prepareStatement("INSERT INTO tk_scratch (id, c_point, c_jsonb) VALUES (1, ?, ?)");
                Statement statement = connection.createStatement()) {
            insert.setObject(1, new org.postgresql.geometric.PGpoint(3, 4));
            var json = new org.postgresql.util.PGobject();
            json.setType("jsonb");
            json.setValue("{\"b\": 2}");
            insert.setObject(2, json);
            insert.executeUpdate();
            try (ResultSet rows = statement.executeQuery("SELECT c_point, c_jsonb FROM tk_scratch")) {
                rows.next();
                assertThat(rows.getObject(1)).isEqualTo(new org.postgresql.geometric.PGpoint(3, 4));
                assertThat(rows.getObject(2))
                        .isInstanceOf(org.postgresql.util.PGobject.class)
                        .hasToString("{\"b\": 2}");
            }
            assertThat(sample.flavour().name()).isEqualTo("postgresql");
        }
    }
}
