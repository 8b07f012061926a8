package io.djdbc.driver.settings;

import io.djdbc.driver.SettingsException;
import java.util.List;

/** Errors in how a URL or a parameter is written. */
final class FormErrors {

    private FormErrors() {}

    /** Throws in place of classes of the way to the first row, with which the verifier would load the exception's. */
    static void refuse(String message, Setting setting, String shown, List<String> allowed) throws SettingsException {
        throw new SettingsException(message, setting.name(), shown, allowed, null);
    }

    static void throwTwice(Setting setting, String place) throws SettingsException {
        throw new SettingsException(
                setting.name() + ": named twice in " + place + "; remove one.", setting.name(), null, List.of(), null);
    }

    static void throwBadEscape(Setting setting, String raw) throws SettingsException {
        String shown = BadValue.shown(setting, raw);
        throw new SettingsException(
                setting.name() + "=" + shown + ": broken percent escape; write a percent sign as %25.",
                setting.name(),
                shown,
                setting.allowedValues(),
                null);
    }

    static void throwBadUrl(String url) throws SettingsException {
        String shown = Masking.url(url);
        throw new SettingsException(
                "URL=" + shown + ": after jdbc:djdbc: comes the vendor's URL without its jdbc:, as in"
                        + " jdbc:djdbc:postgresql://host/database.",
                "URL",
                shown,
                List.of(),
                null);
    }
}
