package io.djdbc.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the dialects say of the vendors' parameters, asked of the vendors' own drivers. */
class VendorNamesTest {

    /** The names of djdbc's parameters (docs/settings.md). */
    private static final Set<String> OURS = Set.of(
            "CONN_MAX_AGE",
            "CONN_HEALTH_CHECKS",
            "AUTOCOMMIT",
            "TIME_ZONE",
            "ISOLATION_LEVEL",
            "ASSUME_ROLE",
            "INIT_COMMAND",
            "SQL_MODE",
            "TIMEOUT",
            "TRANSACTION_MODE",
            "ENCODING_CHECK",
            "LIKE_ESCAPE",
            "MAX_NAME_LENGTH",
            "EMPTY_STRINGS",
            "USE_RETURNING_INTO",
            "DISABLE_SERVER_SIDE_CURSORS",
            "POOL",
            "POOL_MIN_SIZE",
            "POOL_MAX_SIZE",
            "POOL_TIMEOUT",
            "POOL_MAX_IDLE",
            "SESSION_RESET",
            "VENDOR_INTERFACES",
            "DIALECT",
            "SEMANTICS",
            "STRICT_PARAMETERS");

    private static final List<Dialect> SHIPPED = List.of(
            new PostgreSqlDialect(),
            new MySqlDialect(),
            new MariaDbDialect(),
            new OracleDialect(),
            new SqliteDialect(),
            new H2Dialect());

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "postgresql, jdbc:postgresql://h/d",
                "mysql, jdbc:mysql://h/d",
                "mysql, jdbc:mysql+srv://h/d",
                "mariadb, jdbc:mariadb://h/d",
                "oracle, jdbc:oracle:thin:@//h:1521/x",
                "sqlite, jdbc:sqlite::memory:",
                "h2, jdbc:h2:mem:x"
            })
    void aNameThatOnlyDiffersByCaseFromOursIsTheVendors(String name, String url) throws SQLException {
        Dialect dialect = dialect(name);
        assertThat(dialect.urlPrefixes()).anyMatch(prefix -> url.startsWith("jdbc:" + prefix));
        Driver driver = DriverManager.getDriver(url);
        assertThat(dialect.driverClassNames()).contains(driver.getClass().getName());
        for (DriverPropertyInfo property : driver.getPropertyInfo(url, new Properties())) {
            String upper = property.name.toUpperCase(Locale.ROOT);
            if (OURS.contains(upper)) {
                assertThat(dialect.ownsParameter(property.name))
                        .as("%s of %s", property.name, name)
                        .isTrue();
                assertThat(dialect.ownsParameter(upper)).as(upper).isFalse();
            } else if (property.name.equals(upper)) {
                assertThat(dialect.ownsParameter(upper)).as(upper).isTrue();
            }
        }
    }

    @Test
    void noDialectTakesAParameterOfOurs() {
        for (Dialect dialect : SHIPPED) {
            for (String ours : OURS) {
                assertThat(dialect.ownsParameter(ours))
                        .as(dialect.name() + " " + ours)
                        .isFalse();
            }
        }
    }

    @Test
    void knowsAllSettingsOfH2() throws ReflectiveOperationException {
        Set<String> all =
                new TreeSet<>(org.h2.engine.DbSettings.DEFAULT.getSettings().keySet());
        for (String name : List.of("KNOWN_SETTINGS", "IGNORED_BY_PARSER")) {
            Field field = Class.forName("org.h2.engine.ConnectionInfo").getDeclaredField(name);
            field.setAccessible(true);
            for (Object setting : (Collection<?>) field.get(null)) {
                all.add((String) setting);
            }
        }
        all.removeAll(Set.of("@", "AUTOCOMMIT")); // no name; ours
        Dialect h2 = new H2Dialect();
        assertThat(all).hasSizeGreaterThan(90).allMatch(h2::ownsParameter);
        assertThat(h2.ownsParameter("db_close_delay")).isTrue();
        assertThat(h2.ownsParameter("CONN_MAX_AGEE")).isFalse();
    }

    @Test
    void knowsAllParametersOfSqlite() throws SQLException {
        Dialect sqlite = new SqliteDialect();
        for (DriverPropertyInfo property :
                DriverManager.getDriver("jdbc:sqlite:").getPropertyInfo("jdbc:sqlite:", new Properties())) {
            assertThat(sqlite.ownsParameter(property.name)).as(property.name).isTrue();
        }
    }

    @Test
    void knowsOraclesNames() {
        Dialect oracle = new OracleDialect();
        assertThat(List.of("TNS_ADMIN", "tns_admin", "RETRY_COUNT", "SSL_SERVER_DN_MATCH"))
                .allMatch(oracle::ownsParameter);
    }

    @Test
    void namesAreUnique() {
        assertThat(SHIPPED).extracting(Dialect::name).doesNotHaveDuplicates();
        assertThat(SHIPPED).flatExtracting(Dialect::urlPrefixes).doesNotHaveDuplicates();
    }

    private static Dialect dialect(String name) {
        return SHIPPED.stream().filter(d -> d.name().equals(name)).findFirst().orElseThrow();
    }
}
