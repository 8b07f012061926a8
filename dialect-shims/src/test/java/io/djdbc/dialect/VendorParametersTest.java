package io.djdbc.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

class VendorParametersTest {

    @Test
    void findsWholeNamesOnly() {
        VendorParameters given = inUrl("jdbc:mysql://h/d?aTimezone=x&timezone=UTC&b", false);
        assertThat(given.value("timezone")).isEqualTo("UTC");
        assertThat(given.value("aTimezone")).isEqualTo("x");
        assertThat(given.has("zone")).isFalse();
        assertThat(given.has("Timezone")).isFalse();
        assertThat(given.has("b")).isFalse();
        assertThat(inUrl("x?a=b&aNameLongerThanWhatIsBeforeIt=c", false).value("aNameLongerThanWhatIsBeforeIt"))
                .isEqualTo("c");
    }

    @Test
    void findsNamesInEveryVendorsSyntax() {
        assertThat(inUrl("jdbc:h2:mem:x;MODE=Oracle;time zone=UTC", true).value("TIME ZONE"))
                .isEqualTo("UTC");
        assertThat(inUrl("jdbc:mysql://address=(host=h)(sessionVariables=a)/d", false)
                        .has("sessionVariables"))
                .isTrue();
        assertThat(inUrl("jdbc:mysql://(host=h,sessionVariables=a)/d", false).has("sessionVariables"))
                .isTrue();
        assertThat(inUrl("jdbc:mysql://h/sessionVariables=a", false).has("sessionVariables"))
                .isFalse();
        assertThat(inUrl("jdbc:sqlite:", false).has("x")).isFalse();
        assertThat(inUrl("=", false).has("")).isFalse();
    }

    @Test
    void decodesPercentButNotPlus() {
        assertThat(inUrl("jdbc:mysql://h/d?sessionVariables=time_zone%3D'+02:00'&x=1", false)
                        .value("sessionVariables"))
                .isEqualTo("time_zone='+02:00'");
    }

    @Test
    void propertiesComeBeforeTheUrlAndAreNotOverwritten() {
        Properties properties = new Properties();
        properties.setProperty("a", "property");
        VendorParameters given = new VendorParameters("jdbc:x?a=url&b=url", properties, false);
        assertThat(given.value("a")).isEqualTo("property");
        given.setUnlessNamed("a", "ours");
        given.setUnlessNamed("b", "ours");
        given.setUnlessNamed("c", "ours");
        assertThat(properties).containsOnly(java.util.Map.entry("a", "property"), java.util.Map.entry("c", "ours"));
    }

    private static VendorParameters inUrl(String url, boolean ignoreCase) {
        return new VendorParameters(url, new Properties(), ignoreCase);
    }
}
