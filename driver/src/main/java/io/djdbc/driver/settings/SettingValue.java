package io.djdbc.driver.settings;

/**
 * What a setting comes to on one connection.
 *
 * @param text in its normal form, such as {@code true}, {@code read committed}, {@code None}; empty for "not set"
 */
public record SettingValue(Setting setting, String text, Origin origin) {

    /** The text, or asterisks if it is a secret. */
    public String maskedText() {
        return setting.isSecret() && !text.isEmpty() ? Masking.MASK : text;
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return setting.name() + "=" + maskedText() + " (" + origin.label() + ")";
    }
}
