package io.djdbc.driver.settings;

import static io.djdbc.driver.settings.Requests.parse;
import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.dialect.EncodingCheck;
import io.djdbc.dialect.IsolationLevel;
import io.djdbc.dialect.SessionParameters;
import io.djdbc.dialect.TransactionMode;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What texts come to. */
class SettingsTest {

    private static Settings settings(String vendorPart) throws SQLException {
        return parse("jdbc:djdbc:" + vendorPart).settings();
    }

    @Test
    void defaultsAreDjangos() throws SQLException {
        Settings settings = settings("postgresql://h/db");

        assertThat(settings.connMaxAgeNanos()).isZero();
        assertThat(settings.connHealthChecks()).isFalse();
        assertThat(settings.autocommit()).isTrue();
        assertThat(settings.initCommand()).isNull();
        assertThat(settings.pool()).isFalse();
        assertThat(settings.poolMinSize()).isEqualTo(4);
        assertThat(settings.poolMaxSize()).isEqualTo(4);
        assertThat(settings.poolTimeoutMillis()).isEqualTo(30_000);
        assertThat(settings.poolMaxIdleMillis()).isEqualTo(600_000);
        assertThat(settings.sessionReset()).isEqualTo(SessionReset.JDBC);
        assertThat(settings.vendorInterfaces()).isTrue();
        assertThat(settings.isNativeSemantics()).isFalse();
        assertThat(settings.text(Setting.DIALECT)).isEqualTo("postgresql");
        assertThat(settings.sessionParameters())
                .isEqualTo(new SessionParameters(true, "UTC", null, null, null, null, null, EncodingCheck.WARN, false));
    }

    @Test
    void isolationLevelIsTheDialects() throws SQLException {
        assertThat(settings("mysql://h/db").sessionParameters().isolationLevel())
                .isEqualTo(IsolationLevel.READ_COMMITTED);
        assertThat(settings("mariadb://h/db").text(Setting.ISOLATION_LEVEL)).isEqualTo("read committed");
        assertThat(settings("mysql://h/db?ISOLATION_LEVEL=none")
                        .sessionParameters()
                        .isolationLevel())
                .isNull();
        assertThat(settings("postgresql://h/db").text(Setting.ISOLATION_LEVEL)).isEqualTo("None");
    }

    @Test
    void isolationLevelInAnySpelling() throws SQLException {
        for (String text :
                new String[] {"repeatable read", "REPEATABLE_READ", "Repeatable-Read", "repeatable%20read"}) {
            assertThat(settings("postgresql://h/db?ISOLATION_LEVEL=" + text)
                            .sessionParameters()
                            .isolationLevel())
                    .isEqualTo(IsolationLevel.REPEATABLE_READ);
        }
    }

    @Test
    void nativeSemanticsLeaveEverythingUnnamedAlone() throws SQLException {
        Settings settings = settings("mysql://h/db?SEMANTICS=native");

        assertThat(settings.sessionParameters())
                .isEqualTo(new SessionParameters(false, null, null, null, null, null, null, EncodingCheck.OFF, false));
        assertThat(settings.text(Setting.LIKE_ESCAPE)).isEqualTo("native");
        assertThat(settings.text(Setting.MAX_NAME_LENGTH)).isEqualTo("native");
        assertThat(settings.text(Setting.EMPTY_STRINGS)).isEqualTo("native");
        assertThat(settings.origin(Setting.TIME_ZONE)).isEqualTo(Origin.SEMANTICS);
        assertThat(settings.isNamed(Setting.TIME_ZONE)).isFalse();
        assertThat(settings.isNativeSemantics()).isTrue();
    }

    @Test
    void nativeSemanticsKeepWhatIsNamed() throws SQLException {
        Settings settings = settings("mysql://h/db?TIME_ZONE=Europe/Paris&SEMANTICS=native&ISOLATION_LEVEL=serializable"
                + "&ENCODING_CHECK=error&LIKE_ESCAPE=django");

        assertThat(settings.sessionParameters())
                .isEqualTo(new SessionParameters(
                        false,
                        "Europe/Paris",
                        IsolationLevel.SERIALIZABLE,
                        null,
                        null,
                        null,
                        null,
                        EncodingCheck.ERROR,
                        false));
        assertThat(settings.text(Setting.LIKE_ESCAPE)).isEqualTo("django");
    }

    @Test
    void sessionParametersOfEachDatabase() throws SQLException {
        assertThat(settings("sqlite:x?TIMEOUT=2.5&TRANSACTION_MODE=IMMEDIATE").sessionParameters())
                .isEqualTo(new SessionParameters(
                        true, "UTC", null, null, null, 2.5, TransactionMode.IMMEDIATE, EncodingCheck.WARN, false));
        assertThat(settings("postgresql://h/db?ASSUME_ROLE=r%20s&TIME_ZONE=-03:30&DISABLE_SERVER_SIDE_CURSORS=True")
                        .sessionParameters())
                .isEqualTo(
                        new SessionParameters(true, "-03:30", null, "r s", null, null, null, EncodingCheck.WARN, true));
        assertThat(settings("mariadb://h/db?SQL_MODE=ANSI,STRICT_ALL_TABLES&TIME_ZONE=native")
                        .sessionParameters()
                        .sqlMode())
                .isEqualTo("ANSI,STRICT_ALL_TABLES");
    }

    @Test
    void ageInNanoseconds() throws SQLException {
        assertThat(settings("h2:mem:;CONN_MAX_AGE=600").connMaxAgeNanos()).isEqualTo(TimeUnit.MINUTES.toNanos(10));
        assertThat(settings("h2:mem:;CONN_MAX_AGE= 0.25 ").connMaxAgeNanos()).isEqualTo(250_000_000);
        assertThat(settings("h2:mem:;CONN_MAX_AGE=.0000000019").connMaxAgeNanos())
                .isEqualTo(1);
        assertThat(settings("h2:mem:;CONN_MAX_AGE=None").connMaxAgeNanos()).isEqualTo(Settings.UNLIMITED);
        assertThat(settings("h2:mem:;CONN_MAX_AGE=none").text(Setting.CONN_MAX_AGE))
                .isEqualTo("None");
        assertThat(settings("h2:mem:;CONN_MAX_AGE=99999999999999999999").connMaxAgeNanos())
                .isEqualTo(Long.MAX_VALUE - 1);
        assertThat(settings("h2:mem:;CONN_MAX_AGE=9223372036").connMaxAgeNanos())
                .isEqualTo(9_223_372_036_000_000_000L);
    }

    @Test
    void poolSizesFollowEachOther() throws SQLException {
        assertThat(settings("h2:mem:;POOL=true;POOL_MIN_SIZE=7").poolMaxSize()).isEqualTo(7);
        assertThat(settings("h2:mem:;POOL=true;POOL_MAX_SIZE=2").poolMinSize()).isEqualTo(2);
        assertThat(settings("h2:mem:;POOL=true;POOL_MAX_SIZE=20").poolMinSize()).isEqualTo(4);
        assertThat(settings("h2:mem:;POOL=TRUE;POOL_TIMEOUT=0.5;POOL_MAX_IDLE=0")
                        .poolTimeoutMillis())
                .isEqualTo(500);
    }

    @Test
    void dialectMayBeForced() throws SQLException {
        ConnectionRequest request = parse("jdbc:djdbc:h2:mem:x;MODE=Oracle;DIALECT=ORACLE;EMPTY_STRINGS=django");

        assertThat(request.dialect().name()).isEqualTo("oracle");
        assertThat(request.urlDialect().name()).isEqualTo("h2");
        assertThat(request.vendorUrl()).isEqualTo("jdbc:h2:mem:x;MODE=Oracle");
        assertThat(request.settings().text(Setting.DIALECT)).isEqualTo("oracle");
    }
}
