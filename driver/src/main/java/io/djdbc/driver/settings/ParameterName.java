package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.ParameterSyntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whose parameter a name is. */
final class ParameterName {

    private static final List<Setting> SETTINGS = List.of(Setting.values());

    private final @Nullable Setting setting;
    private final boolean unknown;
    private final @Nullable String suggestion;

    private ParameterName(@Nullable Setting setting, boolean unknown, @Nullable String suggestion) {
        this.setting = setting;
        this.unknown = unknown;
        this.suggestion = suggestion;
    }

    /** @param dialect that of the vendor whose driver gets what is not ours */
    static ParameterName of(String name, Dialect dialect) {
        if (dialect.ownsParameter(name)) {
            return new ParameterName(null, false, null);
        }
        Setting setting = Setting.byName(name);
        if (setting != null) {
            return new ParameterName(setting, false, null);
        }
        if (!isOfOurLetters(name)) {
            return new ParameterName(null, false, null);
        }
        boolean capitals = isCapitals(name);
        boolean snake = name.indexOf('_') >= 0;
        String near = capitals || snake ? nearest(name) : null;
        boolean unknown = near != null || (capitals && snake && isListedByVendor(dialect));
        return new ParameterName(null, unknown, near);
    }

    /** Our parameter; null if it is the vendor's, or unknown. */
    @Nullable
    Setting setting() {
        return setting;
    }

    /** Whether it looks like one of ours and is nobody's. */
    boolean isUnknown() {
        return unknown;
    }

    /** The nearest of ours, two of them if they are equally near; null if none is. */
    @Nullable
    String suggestion() {
        return suggestion;
    }

    /**
     * Whether a dialect lists all of its vendor's upper-case names. H2 refuses what it does not know by itself, and of
     * an unknown vendor we know no names at all.
     */
    private static boolean isListedByVendor(Dialect dialect) {
        return dialect.parameterSyntax() == ParameterSyntax.QUERY
                && !dialect.urlPrefixes().isEmpty();
    }

    private static boolean isOfOurLetters(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean fits = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
            if (!fits) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isCapitals(String name) {
        boolean letter = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'a' && c <= 'z') {
                return false;
            }
            letter |= c >= 'A' && c <= 'Z';
        }
        return letter;
    }

    /** The nearest of ours, two of them if they are equally near; null if none is a slip or two away. */
    static @Nullable String nearest(String name) {
        String best = null;
        int bestDistance = 3;
        for (Setting setting : SETTINGS) {
            String known = setting.name();
            // PORT is no slip of POOL
            int limit = known.length() <= 4 ? 1 : 2;
            int distance = EditDistance.between(known, name, limit);
            if (distance > limit || distance > bestDistance) {
                continue;
            }
            best = best != null && distance == bestDistance ? best + " or " + known : known;
            bestDistance = distance;
        }
        return best;
    }
}
