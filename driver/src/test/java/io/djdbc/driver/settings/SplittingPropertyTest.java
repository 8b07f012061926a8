package io.djdbc.driver.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.djdbc.driver.settings.OurParameters.OurParameter;
import io.djdbc.driver.settings.VendorUrls.VendorUrl;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Any vendor's URL and any of our parameters, at any place, split into exactly the two. */
class SplittingPropertyTest {

    record Mixture(VendorUrl vendor, List<OurParameter> ours, long seed) {

        /** Ours at random places among the vendor's. */
        String url() {
            Random random = new Random(seed);
            List<String> all = new ArrayList<>(vendor.parameters());
            for (OurParameter our : ours) {
                all.add(random.nextInt(all.size() + 1), our.name() + "=" + OurParameters.encode(our.value()));
            }
            return "jdbc:djdbc:" + vendor.with(all);
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void splitsIntoExactlyTheTwo(@ForAll("mixtures") Mixture mixture) throws SQLException {
        ConnectionRequest request = Requests.parse(mixture.url());

        assertThat(request.vendorUrl()).isEqualTo("jdbc:" + mixture.vendor());
        assertIsNamed(request.settings(), mixture.ours(), Origin.URL);
        assertThat(request.warnings()).isEmpty();
        Statistics.label("dialect").collect(request.urlDialect().name());
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void propertiesSplitToo(@ForAll("mixtures") Mixture mixture) throws SQLException {
        Properties vendors = new Properties();
        vendors.setProperty("user", "u");
        vendors.put("factory", mixture);
        Properties info = new Properties();
        info.putAll(vendors);
        for (OurParameter our : mixture.ours()) {
            info.setProperty(our.name(), our.value());
        }
        Properties before = (Properties) info.clone();

        ConnectionRequest request = Requests.parse("jdbc:djdbc:" + mixture.vendor(), info);

        assertThat(request.vendorUrl()).isEqualTo("jdbc:" + mixture.vendor());
        assertThat(request.vendorProperties()).isEqualTo(vendors);
        assertIsNamed(request.settings(), mixture.ours(), Origin.PROPERTIES);
        assertThat(info).isEqualTo(before);
    }

    private static void assertIsNamed(Settings settings, List<OurParameter> ours, Origin origin) {
        for (OurParameter our : ours) {
            assertThat(settings.text(our.setting())).isEqualTo(our.value());
            assertThat(settings.origin(our.setting())).isEqualTo(origin);
        }
        assertThat(settings.values().stream().filter(v -> v.origin().isNamed())).hasSize(ours.size());
    }

    /** Cutting and joining alone, for texts that are no URL at all. */
    @Property(tries = 2000)
    void loosesNothingOfAnyText(@ForAll("texts") String text) {
        for (String prefix : new String[] {"", "postgresql:", "h2:", "oracle:thin:", "sqlserver:", "mysql://"}) {
            String url = prefix + text;

            assertThat(new UrlParameters(url, Dialects.forUrl(url)).text()).isEqualTo(url);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("aA=?&;\\{}()\"@/:%".toCharArray())
                .ofMaxLength(20);
    }

    @Provide
    Arbitrary<Mixture> mixtures() {
        return VendorUrls.any()
                .flatMap(vendor -> OurParameters.of(Dialects.forUrl(vendor.head() + vendor.opening()))
                        .flatMap(ours -> Arbitraries.longs().map(seed -> new Mixture(vendor, ours, seed))));
    }
}
