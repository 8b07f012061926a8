package io.djdbc.driver.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.djdbc.dialect.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates parameters of djdbc's with valid values. */
final class OurParameters {

    /** @param name in some case */
    record OurParameter(Setting setting, String name, String value) {}

    private OurParameters() {}

    /** Some settings, none twice, that fit the dialect and do not contradict each other. */
    static Arbitrary<List<OurParameter>> of(Dialect dialect) {
        List<Setting> all = new ArrayList<>(List.of(Setting.values()));
        all.removeIf(s -> s == Setting.DIALECT || (s.feature() != null && !dialect.supports(s.feature())));
        return Arbitraries.of(all)
                .set()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(List::copyOf)
                .map(OurParameters::withoutContradiction)
                .flatMap(settings -> Combinators.combine(settings.stream()
                                .map(setting -> parameter(setting, dialect))
                                .toList())
                        .as(list -> list));
    }

    private static List<Setting> withoutContradiction(List<Setting> settings) {
        List<Setting> fitting = new ArrayList<>(settings);
        boolean pool = fitting.contains(Setting.POOL);
        fitting.removeIf(s -> pool ? s == Setting.CONN_MAX_AGE : s.name().startsWith("POOL_"));
        if (fitting.isEmpty()) {
            fitting.add(Setting.AUTOCOMMIT);
        }
        return fitting;
    }

    private static Arbitrary<OurParameter> parameter(Setting setting, Dialect dialect) {
        return Combinators.combine(name(setting, dialect), value(setting))
                .as((name, value) -> new OurParameter(setting, name, value));
    }

    private static Arbitrary<String> name(Setting setting, Dialect dialect) {
        String name = setting.name();
        String lower = name.toLowerCase(Locale.ROOT);
        String mixed = name.charAt(0) + lower.substring(1);
        return Arbitraries.of(name, name, mixed, lower).map(n -> dialect.ownsParameter(n) ? name : n);
    }

    /** As the normal form has it, so that it can be compared. */
    private static Arbitrary<String> value(Setting setting) {
        return switch (setting) {
            case POOL -> Arbitraries.just("true");
            case POOL_MIN_SIZE -> Arbitraries.of("1", "3");
            case POOL_MAX_SIZE -> Arbitraries.of("4", "50");
            case ASSUME_ROLE -> Arbitraries.of("r", "a role", "é;\"&%?");
            case SQL_MODE -> Arbitraries.of("ANSI", "STRICT_ALL_TABLES,ANSI_QUOTES");
            case INIT_COMMAND ->
                Arbitraries.strings()
                        .ofMinLength(1)
                        .ofMaxLength(20)
                        .map(text -> "SELECT '" + new String(text.getBytes(UTF_8), UTF_8) + "'");
            case TIME_ZONE -> Arbitraries.of("UTC", "Europe/Paris", "+02:00", "native");
            default ->
                switch (setting.type()) {
                    case SECONDS -> Arbitraries.of("10", "600.5", "86400");
                    case NUMBER -> Arbitraries.of("30", "128");
                    default -> Arbitraries.of(setting.choices());
                };
        };
    }

    /** Percent escapes for all that is not a plain letter or digit. */
    static String encode(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : value.getBytes(UTF_8)) {
            boolean plain =
                    b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || "_.-+/: ".indexOf(b) >= 0;
            encoded.append(plain ? String.valueOf((char) b) : String.format("%%%02X", b));
        }
        return encoded.toString();
    }
}
