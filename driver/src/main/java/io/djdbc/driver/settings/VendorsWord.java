package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import io.djdbc.driver.SettingsException;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A setting whose vendor has a parameter for the same thing: one of the two would silently win. */
final class VendorsWord {

    private VendorsWord() {}

    /** @param parameters what is left of the URL's for the vendor; null if it had none */
    static void refuseOther(
            SettingValue value, Dialect dialect, @Nullable UrlParameters parameters, Properties vendorProperties)
            throws SettingsException {
        Setting setting = value.setting();
        String name = setting.feature() == null ? null : dialect.vendorParameter(setting.feature());
        if (name == null || value.text().isEmpty() || value.text().equals("native")) {
            return;
        }
        String vendors = parameters == null ? null : inUrl(name, parameters);
        if (vendors == null) {
            vendors = inProperties(name, vendorProperties);
        }
        if (vendors != null && !vendors.equalsIgnoreCase(value.text())) {
            String shown = BadValue.shown(setting, value.text());
            throw new SettingsException(
                    setting.name() + "=" + shown + BadValue.place(setting, value.origin()) + " contradicts " + name
                            + "="
                            + BadValue.shown(setting, vendors) + ", which is " + dialect.name()
                            + "'s own parameter for the same; remove one of the two.",
                    setting.name(),
                    shown,
                    List.of(),
                    null);
        }
    }

    private static @Nullable String inUrl(String name, UrlParameters parameters) {
        for (String parameter : parameters.parameters()) {
            int equals = parameter.indexOf('=');
            if (equals > 0 && parameter.substring(0, equals).trim().equalsIgnoreCase(name)) {
                return parameters
                        .quoting()
                        .unquote(parameter.substring(equals + 1))
                        .trim();
            }
        }
        return null;
    }

    private static @Nullable String inProperties(String name, Properties vendorProperties) {
        for (String key : vendorProperties.stringPropertyNames()) {
            if (key.equalsIgnoreCase(name)) {
                return vendorProperties.getProperty(key);
            }
        }
        return null;
    }
}
