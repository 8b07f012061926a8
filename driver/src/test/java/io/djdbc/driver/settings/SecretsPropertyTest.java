package io.djdbc.driver.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.driver.SettingsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** No secret shows up in a message or a {@code toString}, whether the URL is good or bad. */
class SecretsPropertyTest {

    private static final String WORD = "Xyzzy";

    @Property(tries = 3000)
    void neverShows(@ForAll("urls") String url, @ForAll("mistakes") String mistake) throws SQLException {
        boolean semicolon = Dialects.forUrl(url.substring("jdbc:djdbc:".length()))
                .parameterSyntax()
                .name()
                .equals("SEMICOLON");
        String separator = semicolon ? ";" : "&";
        Properties info = Requests.properties("password", WORD, "sslpassword", WORD);
        info.setProperty(Setting.INIT_COMMAND.name(), "SET x = '" + WORD + "'");
        String whole = mistake.isEmpty() ? url : url + separator + mistake;

        assertThat(Masking.url(whole)).doesNotContain(WORD);
        try {
            ConnectionRequest request = Requests.parse(whole, info);
            assertThat(request.toString()).doesNotContain(WORD);
            assertThat(request.maskedUrl()).doesNotContain(WORD);
            assertThat(request.maskedVendorUrl()).doesNotContain(WORD);
            assertThat(request.settings().toString()).doesNotContain(WORD);
            assertThat(request.settings().values().toString()).doesNotContain(WORD);
            assertThat(request.warnings().toString()).doesNotContain(WORD);
            assertThat(request.settings().initCommand()).contains(WORD);
        } catch (SettingsException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(WORD);
            assertThat(e.parameter() + e.value() + e.suggestion() + e.allowedValues())
                    .doesNotContain(WORD);
        }
    }

    @Provide
    Arbitrary<String> mistakes() {
        return Arbitraries.of(
                "",
                "CONN_MAX_AGE=60",
                "CONN_MAX_AGE=60?password=" + WORD,
                "CONN_MAX_AGE=x,token=" + WORD,
                "INIT_COMMAND=" + WORD,
                "INIT_COMMAND=%zz" + WORD,
                "init_command=" + WORD + "&INIT_COMMAND=" + WORD,
                "INIT_COMAND=" + WORD + "&password=" + WORD,
                "SOME_SECRET=" + WORD,
                "SOME_SECRET=" + WORD + "&STRICT_PARAMETERS=false",
                "DIALECT=x;secret=" + WORD,
                "POOL=true&CONN_MAX_AGE=5",
                "ASSUME_ROLE=r&TIMEOUT=1");
    }

    @Provide
    Arbitrary<String> urls() {
        Arbitrary<String> secrets = Combinators.combine(
                        Arbitraries.strings()
                                .withChars("aZ09-+%.!~".toCharArray())
                                .ofMaxLength(4),
                        Arbitraries.strings()
                                .withChars("aZ09-+%.!~".toCharArray())
                                .ofMaxLength(4))
                .as((before, after) -> before + WORD + after);
        Arbitrary<String> shapes = Arbitraries.of(
                "postgresql://h/db?password=$",
                "postgresql://h:1,i:2/db?a=b&sslPassword=$&c=d",
                "mysql://u:$@h/db?x=y",
                "mysql://u:1?$@h/db?x=y",
                "mysql://u:a/$@h:1,v:$@i/db?x=y",
                "mysql://address=(host=h)(user=u)(password=$)/db?x=y",
                "mysql://(host=h,password1=$,port=1),(host=i,password=$)/db?x=y",
                "mariadb:sequential://h/db?keyStorePassword=$",
                "sqlite:x.db?hexkey=$",
                "oracle:thin:u/$@h:1:sid?x=y",
                "oracle:thin:u/\"@$\"@//h:1/s?x=y",
                "oracle:thin:u/@$@//h:1/s?x=y",
                "oracle:thin:@(DESCRIPTION=(SECURITY=(WALLET_PASSWORD=$)))?x=y",
                "h2:mem:x;PASSWORD=a\\;$",
                "h2:mem:x;INIT=CREATE USER X PASSWORD '$'",
                "sqlserver://h;password={a;$}",
                "derby:x;encryptionKey=$",
                "unheardof://u:$@h/db?token=$",
                "p6spy:postgresql://h/db?password=$");
        return Combinators.combine(shapes, secrets).as((shape, secret) -> "jdbc:djdbc:" + shape.replace("$", secret));
    }
}
