package io.djdbc.driver.settings;

import java.util.Locale;

/** Takes secrets out of what is shown. */
public final class Masking {

    /** What stands for a secret. */
    public static final String MASK = "***";

    private Masking() {}

    /** Whether a parameter of this name, djdbc's or a vendor's, holds a secret. */
    public static boolean isSecretName(String name) {
        String plain = name.trim().toLowerCase(Locale.ROOT);
        return SecretNames.matches(plain) || isSlipOfSecretSetting(name.trim());
    }

    /** {@code INIT_COMAND} holds what INIT_COMMAND was to hold. */
    private static boolean isSlipOfSecretSetting(String name) {
        for (Setting setting : Setting.values()) {
            if (setting.isSecret()
                    && Math.abs(setting.name().length() - name.length()) <= 2
                    && EditDistance.between(setting.name(), name, 2) <= 2) {
                return true;
            }
        }
        return false;
    }

    /** A JDBC URL, whole or without {@code jdbc:}, with its secrets masked. */
    public static String url(String url) {
        // most URLs of a first connection have nothing to hide, and need not load what hides it
        boolean harmless = url.indexOf('=') < 0 && url.indexOf('@') < 0 && url.indexOf('/') < 0;
        return harmless ? url : UrlMasking.mask(url);
    }

    /** Any text, in which what looks like {@code password=…} is masked up to the end. */
    public static String text(String text) {
        int equals = text.indexOf('=');
        while (equals >= 0) {
            int start = equals;
            while (start > 0 && isNameCharacter(text.charAt(start - 1))) {
                start--;
            }
            if (isSecretName(text.substring(start, equals))) {
                return text.substring(0, equals + 1) + MASK;
            }
            equals = text.indexOf('=', equals + 1);
        }
        return text;
    }

    static boolean isNameCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-';
    }
}
