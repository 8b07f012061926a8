package io.djdbc.driver.settings;

import org.jspecify.annotations.Nullable;

/** Checks the text of one setting and brings it into its normal form. */
final class ValueCheck {

    private ValueCheck() {}

    /** The normal form of a text: trimmed, words as the table writes them; null if the setting cannot have this value. */
    static @Nullable String normal(Setting setting, String raw) {
        if (setting.isSecret()) {
            return raw.isBlank() ? "" : raw;
        }
        String text = raw.trim();
        if (text.isEmpty() && setting.defaultText().isEmpty()) {
            return "";
        }
        String word = word(setting, text);
        if (word != null) {
            return word;
        }
        if (!isGood(setting, setting.type(), text)) {
            return null;
        }
        return setting == Setting.DIALECT ? dialectName(text) : text;
    }

    /** A chain instead of a switch, which would load a class more on the way to the first row. */
    private static boolean isGood(Setting setting, ValueType type, String text) {
        if (type == ValueType.SECONDS) {
            return text.length() <= 30 && Seconds.isDecimal(text) && Double.parseDouble(text) >= setting.minimum();
        }
        if (type == ValueType.NUMBER) {
            return isWhole(text) && Integer.parseInt(text) >= setting.minimum();
        }
        if (type == ValueType.TIME_ZONE) {
            return TimeZones.isKnown(text);
        }
        if (type == ValueType.WORDS) {
            return isWordList(text);
        }
        return type == ValueType.TEXT
                && !text.isEmpty()
                && text.indexOf('\0') < 0
                && (setting != Setting.DIALECT || Dialects.byName(text) != null);
    }

    private static String dialectName(String text) {
        var dialect = Dialects.byName(text);
        return dialect == null ? text : dialect.name();
    }

    /** The word of the table that this text is, regardless of case; {@code READ_COMMITTED} is "read committed". */
    private static @Nullable String word(Setting setting, String text) {
        String candidate =
                setting == Setting.ISOLATION_LEVEL ? text.replace('_', ' ').replace('-', ' ') : text;
        for (String word : setting.choices()) {
            if (word.equalsIgnoreCase(candidate)) {
                return word;
            }
        }
        return null;
    }

    private static boolean isWhole(String text) {
        return text.length() <= 9 && text.indexOf('.') < 0 && Seconds.isDecimal(text);
    }

    /** Nothing but names and commas, as it becomes part of a statement. */
    private static boolean isWordList(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || c == '_'
                    || c == ','
                    || c == ' ';
            if (!fits) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
