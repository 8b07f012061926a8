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
import java.sql.Wrapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Arrays' rows lead back to the application's connection, and arrays may be passed back. */
@DisplayName("arrays")
@EachDatabase({"h2", "postgresql"})
class ArrayTest extends DatabaseKit {

    ArrayTest(TestDatabase database) {
        super(database);
    }

    /** Each way to the same array. */
    @Test
    void howeverAnArrayIsReadItsRowsLeadBack() throws SQLException {
        try (SampleRows sample = new SampleRows(database);
                Connection connection = database.openDjdbc();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT c_array FROM tk_sample WHERE id = 1")) {
            rows.next();
            Map<String, Object> read = new LinkedHashMap<>();
            read.put("getArray(1)", rows.getArray(1));
            read.put("getArray(name)", rows.getArray("c_array"));
            read.put("getObject(1)", rows.getObject(1));
            read.put("getObject(name)", rows.getObject("c_array"));
            read.put("getObject(1, Array)", rows.getObject(1, Array.class));
            read.put("getObject(name, Array)", rows.getObject("c_array", Array.class));
            read.put("createArrayOf", connection.createArrayOf("integer", new Object[] {1, 2, 3}));
            for (var one : read.entrySet()) {
                assertThat(one.getValue()).as(one.getKey()).isInstanceOf(Array.class);
                Array array = (Array) one.getValue();
                assertThat((Object[]) array.getArray()).as(one.getKey()).containsExactly(1, 2, 3);
                try (ResultSet elements = array.getResultSet()) {
                    ParentLinksTest.leadsBack(elements, connection);
                    assertThat(elements.next()).isTrue();
                }
            }
            assertThat(sample.flavour().name()).isEqualTo(database.name());
        }
    }

    /** The vendor's class is no interface that a wrapper could have: it is had by unwrapping, or by asking for it. */
    @Test
    void theVendorsOwnArrayIsHadByUnwrapping() throws SQLException {
        try (SampleRows sample = new SampleRows(database);
                Connection bare = database.open();
                Connection connection = database.openDjdbc();
                ResultSet bareRows = bare.createStatement().executeQuery("SELECT c_array FROM tk_sample WHERE id = 1");
                ResultSet rows =
                        connection.createStatement().executeQuery("SELECT c_array FROM tk_sample WHERE id = 1")) {
            bareRows.next();
            rows.next();
            Class<?> vendorClass = bareRows.getArray(1).getClass();
            for (Object array : new Object[] {rows.getArray(1), rows.getObject(1)}) {
                assertThat(array).isInstanceOf(Wrapper.class).isNotInstanceOf(vendorClass);
                assertThat(((Wrapper) array).isWrapperFor(vendorClass)).isTrue();
                assertThat((Object) ((Wrapper) array).unwrap(vendorClass)).isExactlyInstanceOf(vendorClass);
            }
            assertThat(sample.flavour().name()).isEqualTo(database.name());
        }
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
                insert.setInt(1, 3);
                insert.setObject(2, rows.getObject(1));
                insert.executeUpdate();
            }
            try (ResultSet stored = statement.executeQuery("SELECT c_array FROM tk_scratch ORDER BY id")) {
                stored.next();
                assertThat((Object[]) stored.getArray(1).getArray()).containsExactly(1, 2, 3);
                stored.next();
                assertThat((Object[]) stored.getArray(1).getArray()).containsExactly(7, 8);
                stored.next();
                assertThat((Object[]) stored.getArray(1).getArray()).containsExactly(1, 2, 3);
            }
            assertThat(sample.flavour().name()).isEqualTo(database.name());
        }
    }
}
