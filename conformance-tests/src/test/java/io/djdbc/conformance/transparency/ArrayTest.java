package io.djdbc.conformance.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Arrays' rows lead back to the application's connection, and arrays may be passed back. */
@DisplayName("arrays")
@EachDatabase({"h2", "postgresql"})
class ArrayTest extends DatabaseKit {

    ArrayTest(TestDatabase database) {
        super(database);
    }

    @Test
    void arraysRowsLeadBack() throws SQLException {
        try (SampleRows sample = new SampleRows(database);
                Connection connection = database.openDjdbc();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT c_array FROM tk_sample WHERE id = 1")) {
            rows.next();
            Array array = rows.getArray(1);
            try (ResultSet elements = array.getResultSet()) {
                ParentLinksTest.leadsBack(elements, connection);
                assertThat(elements.next()).isTrue();
            }
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO tk_scratch (id, c_array) VALUES (?, ?)")) {
                insert.setInt(1, 1);
                insert.setArray(2, array);
                insert.executeUpdate();
                insert.setInt(1, 2);
                insert.setObject(2, connection.createArrayOf("integer", new Object[] {7, 8}));
                insert.executeUpdate();
            }
            try (ResultSet stored = statement.executeQuery("SELECT c_array FROM tk_scratch ORDER BY id")) {
                stored.next();
                assertThat((Object[]) stored.getArray(1).getArray()).containsExactly(1, 2, 3);
                stored.next();
                assertThat((Object[]) stored.getArray(1).getArray()).containsExactly(7, 8);
            }
            assertThat(sample.flavour().name()).isEqualTo(database.name());
        }
    }
}
