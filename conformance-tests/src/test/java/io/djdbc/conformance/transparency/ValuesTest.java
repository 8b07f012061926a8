package io.djdbc.conformance.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.conformance.databases.DatabaseKit;
import io.djdbc.conformance.databases.EachDatabase;
import io.djdbc.conformance.databases.TestDatabase;
import java.lang.reflect.Method;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the application hands in is never changed, and values that it gets are the vendor's own. */
@DisplayName("values and arguments")
@EachDatabase({"sqlite", "h2", "postgresql", "mariadb", "mysql"})
class ValuesTest extends DatabaseKit {

    ValuesTest(TestDatabase database) {
        super(database);
    }

    @Test
    void valuesAreNotWrapped() throws Exception {
        List<Method> getters = Arrays.stream(ResultSet.class.getMethods())
                .filter(method ->
                        method.getName().matches("getObject|getBlob|getClob|getNClob|getSQLXML|getRowId|getRef|getURL")
                                && Arrays.equals(method.getParameterTypes(), new Class<?>[] {int.class}))
                .toList();
        int seen = 0;
        try (SampleRows sample = new SampleRows(database);
                Connection connection = database.openDjdbc();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM tk_sample WHERE id = 1")) {
            rows.next();
            for (int i = 1; i <= sample.flavour().columns().size() + 1; i++) {
                for (Method getter : getters) {
                    Object value;
                    try {
                        value = getter.invoke(rows, i);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        continue; // this column does not read so, on the bare driver neither
                    }
                    if (value != null && !(value instanceof Array)) {
                        seen++;
                        assertThat(value.getClass().getName())
                                .as("%s(%d)", getter.getName(), i)
                                .doesNotStartWith("io.djdbc.");
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(10);
    }

    @Test
    void propertiesAndUrlOfTheCallerStay() throws SQLException {
        Properties properties = database.properties();
        properties.setProperty("conn_max_age", "0");
        properties.setProperty("TIME_ZONE", "UTC");
        Properties defaults = new Properties(properties); // its entries are defaults only
        Properties before = new Properties();
        before.putAll(properties);
        String url = database.djdbcUrl("CONN_HEALTH_CHECKS=true");
        try (Connection connection = new io.djdbc.driver.Driver().connect(url, properties)) {
            assertThat(connection.getMetaData().getURL()).isEqualTo(url);
        }
        assertThat(properties).isEqualTo(before);
        try (Connection connection = new io.djdbc.driver.Driver().connect(url, defaults)) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(defaults).isEmpty();
        assertThat(defaults.stringPropertyNames()).isEqualTo(before.stringPropertyNames());
    }
}
