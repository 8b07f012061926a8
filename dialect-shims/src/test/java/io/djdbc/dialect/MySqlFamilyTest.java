package io.djdbc.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Which connection properties are asked for, and that the user's stay; what servers make of them is tried on servers. */
class MySqlFamilyTest {

    private static final String MYSQL = "jdbc:mysql://h/d";
    private static final String MARIADB = "jdbc:mariadb://h/d";

    private final MySqlDialect mySql = new MySqlDialect();
    private final MariaDbDialect mariaDb = new MariaDbDialect();

    @Test
    void utcIsSentAsAnOffsetForServersWithoutTimeZoneTables() {
        assertThat(configured(mySql, Sessions.DEFAULT, MYSQL))
                .containsEntry("connectionTimeZone", "UTC")
                .extractingByKey("sessionVariables")
                .asString()
                .contains("time_zone='+00:00'");
    }

    @Test
    void aUsersTimeZoneStaysWhole() {
        for (String chosen : new String[] {
            "connectionTimeZone=LOCAL",
            "serverTimezone=Asia/Tokyo",
            "sessionVariables=time_zone='%2B09:00'",
            "forceConnectionTimeZoneToSession=true"
        }) {
            assertThat(configured(mySql, Sessions.DEFAULT, MYSQL + "?" + chosen))
                    .as(chosen)
                    .doesNotContainEntry("connectionTimeZone", "UTC")
                    .extractingByKey("sessionVariables")
                    .asString()
                    .doesNotContain("+00:00");
            assertThat(configured(mariaDb, Sessions.DEFAULT, MARIADB + "?" + chosen))
                    .as(chosen)
                    .doesNotContainKeys("connectionTimeZone", "forceConnectionTimeZoneToSession", "preserveInstants");
        }
    }

    @Test
    void aUsersSessionVariablesComeAfterOurs() {
        String url = MYSQL + "?sessionVariables=sql_auto_is_null=1,wait_timeout=100&useSSL=false";
        assertThat(configured(mySql, Sessions.sqlMode("ANSI"), url))
                .extractingByKey("sessionVariables")
                .asString()
                .startsWith("sql_auto_is_null=0,")
                .contains("sql_mode='ANSI'")
                .endsWith(",sql_auto_is_null=1,wait_timeout=100");
    }

    @Test
    void mariaDbsUrlWinsOverPropertiesSoThatOursComeByInitSql() {
        String url = MARIADB + "?sessionVariables=wait_timeout=100";
        assertThat(configured(mariaDb, Sessions.sqlMode("ANSI"), url))
                .doesNotContainKey("sessionVariables")
                .containsEntry("initSql", "SET sql_auto_is_null=0,sql_mode='ANSI'");
        assertThat(configured(mariaDb, Sessions.sqlMode("ANSI"), MARIADB + "?sessionVariables=sql_mode='TRADITIONAL'"))
                .containsEntry("initSql", "SET sql_auto_is_null=0");
    }

    @Test
    void nothingIsAskedForWhenNothingIsWanted() {
        assertThat(configured(mySql, Sessions.NATIVE, MYSQL)).isEmpty();
        assertThat(configured(mariaDb, Sessions.NATIVE, MARIADB)).isEmpty();
    }

    @Test
    void mariaDbsDriverOnAMySqlUrlGetsItsOwnProperties() {
        assertThat(configured(mySql, Sessions.isolation(IsolationLevel.SERIALIZABLE), MYSQL + "?permitMysqlScheme"))
                .as("a parameter without a value is not one of a driver")
                .doesNotContainKey("transactionIsolation");
        assertThat(configured(
                        mySql, Sessions.isolation(IsolationLevel.SERIALIZABLE), MYSQL + "?permitMysqlScheme=true"))
                .containsEntry("transactionIsolation", "SERIALIZABLE");
    }

    @Test
    void aQuoteInASqlModeStaysInsideItsLiteral() {
        assertThat(configured(mySql, Sessions.sqlMode("A', wait_timeout=1 -- \\"), MYSQL))
                .extractingByKey("sessionVariables")
                .asString()
                .contains("sql_mode='A'', wait_timeout=1 -- \\\\'");
    }

    @Test
    void theServerTellsMySqlFromMariaDb() {
        assertThat(mySql.refine("MySQL", "9.7.0")).isSameAs(mySql);
        assertThat(mySql.refine("MySQL", "5.5.5-10.11.6-MariaDB").name()).isEqualTo("mariadb");
        assertThat(mySql.refine("MariaDB", "11.4.5").name()).isEqualTo("mariadb");
        assertThat(mariaDb.refine("MariaDB", "11.4.5-MariaDB")).isSameAs(mariaDb);
        assertThat(mariaDb.refine("MySQL", "11.4.5-MariaDB")).isSameAs(mariaDb);
        assertThat(mariaDb.refine("MySQL", "8.4.0").name()).isEqualTo("mysql");
    }

    @Test
    void anUnknownTimeZoneIsExplained() {
        SQLException vendors = new SQLException("Unknown or incorrect time zone: 'Europe/Paris'", "HY000", 1298);
        Throwable explained = mySql.explain(vendors, Sessions.timeZone("Europe/Paris"));
        assertThat(explained)
                .hasMessageContainingAll("TIME_ZONE=Europe/Paris", "mysql_tzinfo_to_sql", "TIME_ZONE=native")
                .hasCause(vendors);
        Throwable untouched = mySql.explain(vendors, Sessions.NATIVE);
        assertThat(untouched).isSameAs(vendors);
        SQLException denied = new SQLException("Access denied", "28000", 1045);
        Throwable other = mySql.explain(denied, Sessions.DEFAULT);
        assertThat(other).isSameAs(denied);
    }

    private static Properties configured(Dialect dialect, SessionParameters wanted, String url) {
        Properties properties = new Properties();
        dialect.configure(wanted, url, properties);
        return properties;
    }
}
