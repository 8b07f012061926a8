package io.djdbc.driver.settings;

import io.djdbc.driver.SettingsException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The error for a value that a setting cannot have: what was given, where, what is allowed, what was meant. */
final class BadValue {

    private static final int LONGEST_SHOWN = 100;

    private BadValue() {}

    /** Throws; the JVM's verifier would load an exception's class with each class that throws it by itself. */
    static void refuse(Setting setting, String raw, Origin origin) throws SettingsException {
        throw exception(setting, raw, origin);
    }

    static SettingsException exception(Setting setting, String raw, Origin origin) {
        List<String> allowed = setting.allowedValues();
        String shown = shown(setting, raw);
        String suggestion = suggestion(setting, raw.trim());
        StringBuilder message = new StringBuilder(200);
        message.append(setting.name()).append('=').append(shown).append(place(setting, origin));
        message.append(raw.isBlank() ? ": no value" : ": not allowed");
        if (suggestion != null) {
            message.append("; did you mean ").append(suggestion).append('?');
        } else {
            message.append('.');
        }
        message.append(" Allowed: ").append(String.join("; ", allowed)).append('.');
        return new SettingsException(message.toString(), setting.name(), shown, allowed, suggestion);
    }

    /** The value as messages may show it: no secrets, also none of a neighbour that a wrong separator glued on. */
    static String shown(Setting setting, String raw) {
        if (setting.isSecret()) {
            return Masking.MASK;
        }
        String masked = Masking.text(raw);
        return masked.length() <= LONGEST_SHOWN ? masked : masked.substring(0, LONGEST_SHOWN) + "…";
    }

    /** Where to look for the value, if not in the URL. */
    static String place(Setting setting, Origin origin) {
        return switch (origin) {
            case PROPERTIES -> " (in the Properties)";
            case SYSTEM_PROPERTY -> " (in the system property " + setting.systemProperty() + ")";
            case ENVIRONMENT -> " (in the environment variable " + setting.environmentVariable() + ")";
            case URL, SEMANTICS, DEFAULT -> "";
        };
    }

    private static @Nullable String suggestion(Setting setting, String text) {
        if (setting.type() == ValueType.BOOLEAN) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "1", "on", "yes", "y", "t" -> "true";
                case "0", "off", "no", "n", "f" -> "false";
                default -> nearest(setting.choices(), text);
            };
        }
        boolean meansNone = setting == Setting.CONN_MAX_AGE
                ? text.startsWith("-")
                : setting == Setting.ISOLATION_LEVEL && text.equalsIgnoreCase("native");
        if (meansNone) {
            return "None";
        }
        if (setting.type() == ValueType.TIME_ZONE && !text.isEmpty()) {
            return TimeZones.nearest(text);
        }
        return nearest(setting == Setting.DIALECT ? Dialects.names() : setting.choices(), text);
    }

    private static @Nullable String nearest(List<String> words, String text) {
        String best = null;
        int bestDistance = 3;
        for (String word : words) {
            int limit = Math.min(2, word.length() / 2);
            int distance = EditDistance.between(word, text, limit);
            if (distance <= limit && distance < bestDistance) {
                best = word;
                bestDistance = distance;
            }
        }
        return best;
    }
}
