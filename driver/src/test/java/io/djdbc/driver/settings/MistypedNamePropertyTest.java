package io.djdbc.driver.settings;

import static io.djdbc.driver.settings.Requests.assertThatError;
import static io.djdbc.driver.settings.Requests.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.driver.SettingsException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A slip of the keyboard in one of our names is answered with the right one. */
class MistypedNamePropertyTest {

    /** One of our names with one letter lost, added, changed or swapped with its neighbour. */
    record Slip(Setting meant, String written) {}

    @Property(tries = 3000)
    void isAnsweredWithTheRightName(@ForAll("slips") Slip slip, @ForAll("urls") String url) {
        Assume.that(Setting.byName(slip.written()) == null);
        Assume.that(!Dialects.forUrl(url.substring("jdbc:djdbc:".length())).ownsParameter(slip.written()));

        assertNames(slip, errorOf(url + slip.written() + "=1"));
        assertNames(slip, errorOf(url.substring(0, url.length() - 1), Requests.properties(slip.written(), "1")));
    }

    private static void assertNames(Slip slip, SettingsException error) {
        assertThat(error.parameter()).isEqualTo(slip.written());
        assertThat(error.getSQLState()).isEqualTo("08001");
        assertThat(List.of(String.valueOf(error.suggestion()).split(" or ")))
                .contains(slip.meant().name());
        assertThatError(error)
                .hasMessageStartingWith(slip.written() + ": unknown parameter")
                .hasMessageContaining("did you mean " + error.suggestion() + "?");
    }

    @Provide
    Arbitrary<String> urls() {
        return Arbitraries.of(
                "jdbc:djdbc:postgresql://h/db?",
                "jdbc:djdbc:mysql://h/db?a=b&",
                "jdbc:djdbc:mariadb://h/db?",
                "jdbc:djdbc:sqlite::memory:?",
                "jdbc:djdbc:oracle:thin:@//h/s?",
                "jdbc:djdbc:h2:mem:x;DB_CLOSE_DELAY=-1;",
                "jdbc:djdbc:sqlserver://h;encrypt=true;",
                "jdbc:djdbc:unheardof://h/db?");
    }

    @Provide
    Arbitrary<Slip> slips() {
        Arbitrary<Character> letters = Arbitraries.chars().range('A', 'Z').with('_', '0');
        return Combinators.combine(
                        Arbitraries.of(Setting.values()),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 1000),
                        letters)
                .as((setting, kind, place, letter) -> new Slip(
                        setting,
                        slip(setting.name(), kind, place % setting.name().length(), letter)))
                .filter(slip -> slip.written().length() > 2);
    }

    private static String slip(String name, int kind, int at, char letter) {
        String before = name.substring(0, at);
        String after = name.substring(at + 1);
        return switch (kind) {
            case 0 -> before + after;
            case 1 -> before + letter + name.substring(at);
            case 2 -> before + letter + after;
            default ->
                after.isEmpty() ? name + letter : before + after.charAt(0) + name.charAt(at) + after.substring(1);
        };
    }
}
