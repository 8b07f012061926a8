package io.djdbc.driver.settings;

import static io.djdbc.driver.settings.Requests.assertThatError;
import static io.djdbc.driver.settings.Requests.errorOf;
import static io.djdbc.driver.settings.Requests.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.driver.SettingsException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each setting that is wrong or contradictory: an error that names parameter, value and remedy. */
class WrongSettingTest {

    private static final Map<Setting, List<String>> WRONG = new EnumMap<>(Setting.class);

    static {
        WRONG.put(Setting.CONN_MAX_AGE, List.of("-1", "abc", "1e3", "1,5", "", "1.2.3", "+5", "0x1F", "٣"));
        WRONG.put(Setting.CONN_HEALTH_CHECKS, List.of("1", "yes", "", "truee"));
        WRONG.put(Setting.AUTOCOMMIT, List.of("on", "0"));
        WRONG.put(
                Setting.TIME_ZONE,
                List.of("Europe/Pariss", "UTC+2", "Z", "+2", "+25:00", "+14:30", "utc", "", "' OR 1"));
        WRONG.put(Setting.ISOLATION_LEVEL, List.of("read commited", "snapshot", "2", ""));
        WRONG.put(Setting.ASSUME_ROLE, List.of("a\0b"));
        WRONG.put(Setting.SQL_MODE, List.of("ANSI'", "A;B", "A=B"));
        WRONG.put(Setting.TIMEOUT, List.of("-1", "5s"));
        WRONG.put(Setting.TRANSACTION_MODE, List.of("imediate", "x"));
        WRONG.put(Setting.ENCODING_CHECK, List.of("fail", ""));
        WRONG.put(Setting.LIKE_ESCAPE, List.of("x", "true"));
        WRONG.put(Setting.MAX_NAME_LENGTH, List.of("4", "-30", "30.5", "9999999999", "x"));
        WRONG.put(Setting.NAME_HASH, List.of("md5", "django4", ""));
        WRONG.put(Setting.EMPTY_STRINGS, List.of("null"));
        WRONG.put(Setting.USE_RETURNING_INTO, List.of("2"));
        WRONG.put(Setting.DISABLE_SERVER_SIDE_CURSORS, List.of("x"));
        WRONG.put(Setting.POOL, List.of("hikari"));
        WRONG.put(Setting.POOL_MIN_SIZE, List.of("-1", "x", "1.5"));
        WRONG.put(Setting.POOL_MAX_SIZE, List.of("0", "x"));
        WRONG.put(Setting.POOL_TIMEOUT, List.of("0", "0.2", "x"));
        WRONG.put(Setting.POOL_MAX_IDLE, List.of("9.9", "x", "None"));
        WRONG.put(Setting.SESSION_RESET, List.of("none", "true"));
        WRONG.put(Setting.VENDOR_INTERFACES, List.of("x"));
        WRONG.put(Setting.DIALECT, List.of("postgres", "x", ""));
        WRONG.put(Setting.SEMANTICS, List.of("jdbc"));
        WRONG.put(Setting.STRICT_PARAMETERS, List.of("x"));
    }

    @ParameterizedTest
    @EnumSource(value = Setting.class, mode = EnumSource.Mode.EXCLUDE, names = "INIT_COMMAND")
    void namesParameterValueAndRemedy(Setting setting) {
        for (String value : WRONG.getOrDefault(setting, List.of())) {
            SettingsException error =
                    errorOf("jdbc:djdbc:postgresql://h/db", Requests.properties(setting.name(), value, "user", "u"));

            assertThat(error.getSQLState()).isEqualTo("08001");
            assertThat(error.parameter()).isEqualTo(setting.name());
            assertThat(error.value()).isEqualTo(value);
            assertThat(error.allowedValues()).isEqualTo(setting.allowedValues());
            assertThatError(error).hasMessageStartingWith(setting.name() + "=" + value);
            for (String allowed : error.allowedValues()) {
                assertThatError(error).hasMessageContaining(allowed);
            }
            assertThat(error.allowedValues()).isNotEmpty();
        }
        assertThat(WRONG).containsKey(setting);
    }

    @ParameterizedTest
    @CsvSource({
        "CONN_HEALTH_CHECKS, 1, true",
        "AUTOCOMMIT, off, false",
        "CONN_MAX_AGE, -1, None",
        "CONN_MAX_AGE, Nome, None",
        "TIME_ZONE, utc, UTC",
        "TIME_ZONE, europe/paris, Europe/Paris",
        "TIME_ZONE, Europe/Pariss, Europe/Paris",
        "ISOLATION_LEVEL, read commited, read committed",
        "ISOLATION_LEVEL, native, None",
        "DIALECT, postgresq, postgresql",
        "SESSION_RESET, ful, full",
    })
    void suggestsTheNearestValue(String setting, String value, String suggestion) {
        SettingsException error = errorOf("jdbc:djdbc:postgresql://h/db?" + setting + "=" + value);

        assertThat(error.suggestion()).isEqualTo(suggestion);
        assertThatError(error).hasMessageContaining("did you mean " + suggestion + "?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "h2:mem:;POOL=true;CONN_MAX_AGE=60            | CONN_MAX_AGE=60 | set CONN_MAX_AGE=0 or POOL=false",
                "h2:mem:;POOL=true;CONN_MAX_AGE=None          | CONN_MAX_AGE=None | set CONN_MAX_AGE=0 or POOL=false",
                "h2:mem:;POOL_MIN_SIZE=2                      | POOL_MIN_SIZE=2 | add POOL=true or remove it",
                "h2:mem:;POOL=false;POOL_MAX_IDLE=20          | POOL_MAX_IDLE=20 | add POOL=true or remove it",
                "h2:mem:;POOL=true;POOL_MIN_SIZE=5;POOL_MAX_SIZE=3 | POOL_MIN_SIZE=5 | raise POOL_MAX_SIZE or lower",
                "h2:mem:;POOL=true;POOL_MIN_SIZE=0            | POOL_MIN_SIZE=0 | set POOL_MAX_SIZE to 1 or more",
                "sqlite:x?ASSUME_ROLE=r                       | ASSUME_ROLE=r | remove ASSUME_ROLE",
                "mysql://h/db?ASSUME_ROLE=r                   | ASSUME_ROLE=r | remove ASSUME_ROLE",
                "postgresql://h/db?SQL_MODE=ANSI              | SQL_MODE=ANSI | remove SQL_MODE",
                "mysql://h/db?TRANSACTION_MODE=immediate      | TRANSACTION_MODE=immediate | remove TRANSACTION_MODE",
                "postgresql://h/db?TIMEOUT=5                  | TIMEOUT=5 | remove TIMEOUT",
                "sqlite:x?TIME_ZONE=Europe/Paris              | TIME_ZONE=Europe/Paris | remove TIME_ZONE",
                "mariadb://h/db?USE_RETURNING_INTO=false      | USE_RETURNING_INTO=false | remove USE_RETURNING_INTO",
                "clickhouse://h/db?ASSUME_ROLE=r              | ASSUME_ROLE=r | name another DIALECT",
            })
    void refusesContradictions(String vendorPart, String shown, String remedy) {
        SettingsException error = errorOf("jdbc:djdbc:" + vendorPart);

        assertThat(error.getSQLState()).isEqualTo("08001");
        assertThat(shown).startsWith(error.parameter() + "=").endsWith("=" + error.value());
        assertThatError(error).hasMessageContainingAll(shown, remedy);
    }

    /** What asks for nothing special is no contradiction, so that one set of parameters fits all databases. */
    @ParameterizedTest
    @CsvSource({
        "sqlite:x?TIME_ZONE=UTC",
        "sqlite:x?TIME_ZONE=native",
        "postgresql://h/db?EMPTY_STRINGS=native",
        "h2:mem:;USE_RETURNING_INTO=true",
        "h2:mem:;SQL_MODE=;TIMEOUT=;ASSUME_ROLE=;INIT_COMMAND=",
        "h2:mem:;POOL=true;CONN_MAX_AGE=0.0",
        "clickhouse://h/db?ASSUME_ROLE=r&DIALECT=postgresql",
    })
    void acceptsWhatContradictsNothing(String vendorPart) throws SQLException {
        assertThat(parse("jdbc:djdbc:" + vendorPart).settings().values()).hasSize(Setting.values().length);
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://h/db;CONN_MAX_AGE=60, CONN_MAX_AGE",
        "postgresql://h/db?a=b?CONN_MAX_AGE=60, CONN_MAX_AGE",
        "postgresql://h/db?a=b;POOL=true, POOL",
        "sqlite:x.db;TIME_ZONE=UTC, TIME_ZONE",
        "h2:mem:x?CONN_MAX_AGE=60, CONN_MAX_AGE",
        "h2:mem:x;MODE=Oracle&POOL=true, POOL",
        "oracle:thin:@//h/s;CONN_MAX_AGE=60, CONN_MAX_AGE",
    })
    void refusesOursBehindAWrongSeparator(String vendorPart, String parameter) {
        SettingsException error = errorOf("jdbc:djdbc:" + vendorPart);

        assertThat(error.parameter()).isEqualTo(parameter);
        assertThatError(error).hasMessageContainingAll(parameter, "separator", "NAME=value");
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://h/db?CONN_MAX_AGE=1&CONN_MAX_AGE=1, twice",
        "postgresql://h/db?CONN_MAX_AGE=1&conn_max_age=2, twice",
        "h2:mem:;CONN_MAX_AGE=1;CONN_MAX_AGE=2, twice",
        "postgresql://h/db?CONN_MAX_AGE, no value",
        "postgresql://h/db?CONN_MAX_AGE=6%zz, %25",
        "postgresql://h/db?CONN_MAX_AGE=6%, %25",
        "postgresql://h/db?CONN_MAX_AGE=6%FF, %25",
        "postgresql://h/db?CONN_MAX_AGE=60;password=x, password=***",
    })
    void refusesMistakesOfForm(String vendorPart, String reason) {
        assertThat(errorOf("jdbc:djdbc:" + vendorPart).getMessage())
                .startsWith("CONN_MAX_AGE")
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://h/db?CONN_MAX_AG=1, CONN_MAX_AG, CONN_MAX_AGE",
        "postgresql://h/db?conn_max_ag=1, conn_max_ag, CONN_MAX_AGE",
        "postgresql://h/db?TIMEZONE=1, TIMEZONE, TIME_ZONE",
        "postgresql://h/db?POL=1, POL, POOL",
        "h2:mem:;CON_MAX_AEG=1, CON_MAX_AEG, CONN_MAX_AGE",
        "mysql://h/db?POOL_MAN_SIZE=1, POOL_MAN_SIZE, POOL_MIN_SIZE or POOL_MAX_SIZE",
    })
    void suggestsTheNearestName(String vendorPart, String written, String suggestion) {
        SettingsException error = errorOf("jdbc:djdbc:" + vendorPart);

        assertThat(error.parameter()).isEqualTo(written);
        assertThat(error.value()).isNull();
        assertThat(error.suggestion()).isEqualTo(suggestion);
        assertThatError(error).hasMessage(written + ": unknown parameter; did you mean " + suggestion + "?");
    }

    @Test
    void refusesUnknownUpperSnakeCase() {
        SettingsException error = errorOf("jdbc:djdbc:postgresql://h/db?ATOMIC_REQUESTS=secret");

        assertThat(error.suggestion()).isNull();
        assertThatError(error).hasMessageContainingAll("ATOMIC_REQUESTS", "remove it", "STRICT_PARAMETERS=false");
    }

    @Test
    void passesUnknownOnWithAWarningIfNotStrict() throws SQLException {
        ConnectionRequest request =
                parse("jdbc:djdbc:postgresql://h/db?CONN_MAX_AG=1&a=b&STRICT_PARAMETERS=false&SOME_THING=2");

        assertThat(request.vendorUrl()).isEqualTo("jdbc:postgresql://h/db?CONN_MAX_AG=1&a=b&SOME_THING=2");
        assertThat(request.warnings()).hasSize(2);
        assertThat(request.warnings().get(0)).contains("CONN_MAX_AG", "CONN_MAX_AGE", "Passed on");
        assertThat(request.warnings().get(1)).contains("SOME_THING", "Passed on");
    }

    @ParameterizedTest
    @CsvSource({"jdbc:djdbc:", "jdbc:djdbc:jdbc:postgresql://u:secret@h/db", "jdbc:djdbc:djdbc:postgresql://h/db"})
    void refusesAUrlWithoutAVendors(String url) {
        assertThat(errorOf(url).getMessage())
                .contains("jdbc:djdbc:postgresql://host/database")
                .doesNotContain("secret");
    }

    /** H2's own parameter for the same thing would win, and nobody would know. */
    @Test
    void refusesAVendorsParameterThatSaysOtherwise() throws SQLException {
        SettingsException error = errorOf("jdbc:djdbc:h2:mem:;TIME ZONE=UTC;TIME_ZONE=Europe/Paris");
        assertThat(error.parameter()).isEqualTo("TIME_ZONE");
        assertThatError(error).hasMessageContainingAll("TIME_ZONE=Europe/Paris", "TIME ZONE=UTC", "remove one");
        assertThat(errorOf("jdbc:djdbc:h2:mem:;time zone=UTC", Requests.properties("TIME_ZONE", "Europe/Paris"))
                        .parameter())
                .isEqualTo("TIME_ZONE");
        assertThat(errorOf("jdbc:djdbc:h2:mem:;TIME_ZONE=Asia/Tokyo", Requests.properties("TIME ZONE", "UTC"))
                        .parameter())
                .isEqualTo("TIME_ZONE");

        assertThat(parse("jdbc:djdbc:h2:mem:;TIME ZONE=UTC;TIME_ZONE=UTC").vendorUrl())
                .isEqualTo("jdbc:h2:mem:;TIME ZONE=UTC");
        assertThat(parse("jdbc:djdbc:h2:mem:;TIME ZONE=Asia/Tokyo;TIME_ZONE=native")
                        .vendorUrl())
                .isEqualTo("jdbc:h2:mem:;TIME ZONE=Asia/Tokyo");
        assertThat(parse("jdbc:djdbc:h2:mem:;TIME ZONE=Asia/Tokyo").vendorUrl())
                .isEqualTo("jdbc:h2:mem:;TIME ZONE=Asia/Tokyo");
    }
}
