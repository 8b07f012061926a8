package io.djdbc.driver.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.dialect.Dialect;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No parameter that the real drivers themselves name is taken for one of ours. */
class VendorNamesTest {

    @ParameterizedTest
    @CsvSource({
        "org.postgresql.Driver, postgresql://h/db, 60",
        "com.mysql.cj.jdbc.Driver, mysql://h/db, 200",
        "org.mariadb.jdbc.Driver, mariadb://h/db, 80",
        "org.sqlite.JDBC, sqlite::memory:, 40",
    })
    void leavesWhatTheDriverNames(String driverClass, String vendorPart, int atLeast) throws Exception {
        Driver driver =
                (Driver) Class.forName(driverClass).getDeclaredConstructor().newInstance();
        Set<String> names = new TreeSet<>();
        for (DriverPropertyInfo info : driver.getPropertyInfo("jdbc:" + vendorPart, new Properties())) {
            names.add(info.name);
        }

        assertThat(names).hasSizeGreaterThan(atLeast);
        assertVendors(names, vendorPart);
    }

    /** ojdbc lists its properties as constants. */
    @Test
    void leavesOracles() throws Exception {
        Set<String> names = new TreeSet<>();
        for (Field field : Class.forName("oracle.jdbc.OracleConnection").getFields()) {
            boolean name = field.getName().startsWith("CONNECTION_PROPERTY_")
                    && !field.getName().endsWith("_DEFAULT")
                    && !field.getName().endsWith("_ACCESSMODE")
                    && field.getType() == String.class
                    && Modifier.isStatic(field.getModifiers());
            if (name && field.get(null) instanceof String value) {
                names.add(value);
            }
        }

        assertThat(names).hasSizeGreaterThan(100);
        assertVendors(names, "oracle:thin:@//h/s");
    }

    /** H2 tells its settings in SQL; AUTOCOMMIT is ours on purpose and does the same. */
    @Test
    void leavesH2s() throws SQLException {
        Set<String> names = new TreeSet<>(Set.of("INIT", "IFEXISTS", "DB_CLOSE_DELAY", "TIME ZONE", "PASSWORD_HASH"));
        try (Connection connection = new org.h2.Driver().connect("jdbc:h2:mem:", new Properties());
                Statement statement = connection.createStatement();
                ResultSet settings = statement.executeQuery("SELECT SETTING_NAME FROM INFORMATION_SCHEMA.SETTINGS")) {
            while (settings.next()) {
                names.add(settings.getString(1));
            }
        }

        assertThat(names).hasSizeGreaterThan(30);
        assertVendors(names, "h2:mem:x");
    }

    private static void assertVendors(Set<String> names, String vendorPart) {
        Dialect dialect = Dialects.forUrl(vendorPart);
        assertThat(names).allSatisfy(name -> {
            ParameterName whose = ParameterName.of(name, dialect);
            assertThat(whose.setting()).as(name).isNull();
            assertThat(whose.isUnknown()).as(name).isFalse();
        });
    }
}
