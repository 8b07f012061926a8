package io.djdbc.driver.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people see of a URL. */
class MaskingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "jdbc:djdbc:postgresql://h/db?user=u&password=SECRET&a=b | jdbc:djdbc:postgresql://h/db?user=u&password=***&a=b",
                "jdbc:postgresql://h/db?sslpassword=SECRET | jdbc:postgresql://h/db?sslpassword=***",
                "jdbc:postgresql://h/db?password=SE&CRET&a=b | jdbc:postgresql://h/db?password=***&***&a=b",
                "jdbc:postgresql://h/db?INIT_COMMAND=SECRET | jdbc:postgresql://h/db?INIT_COMMAND=***",
                "jdbc:postgresql://h:5432/db?user=me@x.org | jdbc:postgresql://h:5432/db?user=me@x.org",
                "jdbc:postgresql://[::1]:5432,[::2]:1/db@x?a=b | jdbc:postgresql://[::1]:5432,[::2]:1/db@x?a=b",
                "mysql://root:SECRET@h:3306/db?useSSL=false | mysql://root:***@h:3306/db?useSSL=false",
                "jdbc:mysql://root:12@34SECRET@h/db | jdbc:mysql://root:***@h/db",
                "jdbc:mysql://root:SE?CRET@h/db?a=b | jdbc:mysql://root:***@h/db?a=b",
                "jdbc:mysql://root:12?SECRET@h/db?a=b | jdbc:mysql://root:***@h/db?a=b",
                "jdbc:mysql://root:SE/CRET@h/db?a=b@c | jdbc:mysql://root:***@h/db?a=b@c",
                "jdbc:mysql://a:SECRET@h:1,b:SECRET@i:2/db | jdbc:mysql://a:***@i:2/db",
                "jdbc:mysql://h:1,b:SECRET@i:2/db | jdbc:mysql://h:1,b:***@i:2/db",
                "jdbc:mysql://user@h:1/db | jdbc:mysql://user@h:1/db",
                "jdbc:mysql://address=(host=h)(password=SECRET)(port=1)/db | jdbc:mysql://address=(host=h)(password=***)(port=1)/db",
                "jdbc:mysql://(host=h,password=SE,CRET)/db | jdbc:mysql://(host=h,password=***)/db",
                "jdbc:mysql://h/db?p%61ssword1=SECRET | jdbc:mysql://h/db?p%61ssword1=***",
                "jdbc:mysql://h/db?sessionVariables=x='password=SECRET' | jdbc:mysql://h/db?sessionVariables=***",
                "jdbc:mariadb://h/db?trustStorePassword=SECRET&keyStore=/a | jdbc:mariadb://h/db?trustStorePassword=***&keyStore=/a",
                "jdbc:sqlite:/home/a@b/x.db?key=SECRET&foreign_keys=on | jdbc:sqlite:/home/a@b/x.db?key=***&foreign_keys=on",
                "jdbc:oracle:thin:scott/SECRET@//h:1/s?a=b@c | jdbc:oracle:thin:scott/***@//h:1/s?a=b@c",
                "jdbc:oracle:thin:scott/SE@CRET@h:1:sid | jdbc:oracle:thin:scott/***@h:1:sid",
                "jdbc:oracle:thin:scott/SE?CRET@h:1:sid | jdbc:oracle:thin:scott/***@h:1:sid",
                "jdbc:oracle:thin:scott/\"SE@C/RET\"@h:1:sid | jdbc:oracle:thin:scott/***@h:1:sid",
                "jdbc:djdbc:oracle:thin:@//h:1/s | jdbc:djdbc:oracle:thin:@//h:1/s",
                "jdbc:oracle:thin:/@alias | jdbc:oracle:thin:/@alias",
                "jdbc:oracle:thin:@(DESCRIPTION=(SECURITY=(MY_WALLET_PASSWORD=SECRET))(HOST=h)) | jdbc:oracle:thin:@(DESCRIPTION=(SECURITY=(MY_WALLET_PASSWORD=***))(HOST=h))",
                "jdbc:h2:mem:x;USER=sa;PASSWORD=SE\\;CRET;MODE=Oracle | jdbc:h2:mem:x;USER=sa;PASSWORD=***;MODE=Oracle",
                "jdbc:h2:mem:x;INIT=CREATE USER A PASSWORD 'SECRET' | jdbc:h2:mem:x;INIT=***",
                "jdbc:sqlserver://h;user=sa;password={SE;C}}RET};a=b | jdbc:sqlserver://h;user=sa;password=***;a=b",
                "jdbc:sqlserver://h;accessToken=SECRET | jdbc:sqlserver://h;accessToken=***",
                "jdbc:derby:x;bootPassword=SECRET | jdbc:derby:x;bootPassword=***",
                "jdbc:snowflake://a.com/?private_key_pwd=SECRET&token=SECRET | jdbc:snowflake://a.com/?private_key_pwd=***&token=***",
                "jdbc:postgresql://h/db;password=SECRET | jdbc:postgresql://h/db;password=***",
            })
    void masksSecretsAndNothingElse(String url, String masked) {
        assertThat(Masking.url(url)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"password", "PASSWORD", "sslPassword", "pwd", "accessToken", "clientSecret", "key", "api_key"})
    void knowsSecretNames(String name) {
        assertThat(Masking.isSecretName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"user", "foreign_keys", "keyStore", "sslmode", "CONN_MAX_AGE", "allowPublicKeyRetrieval", ""})
    void knowsHarmlessNames(String name) {
        assertThat(Masking.isSecretName(name)).isFalse();
    }
}
