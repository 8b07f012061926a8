package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.IsolationLevel;
import io.djdbc.driver.SettingsException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses for each setting the strongest of its sources: URL, Properties, system property, environment, default. */
final class SettingsResolver {

    private final NamedValues url;
    private final NamedValues properties;
    private final Environment environment;

    SettingsResolver(NamedValues url, NamedValues properties, Environment environment) {
        this.url = url;
        this.properties = properties;
        this.environment = environment;
    }

    /** The value that somebody named, in normal form; null if nobody did. */
    @Nullable
    SettingValue named(Setting setting) throws SettingsException {
        String text = url.get(setting);
        if (text != null) {
            return checked(setting, text, Origin.URL);
        }
        text = properties.get(setting);
        if (text != null) {
            return checked(setting, text, Origin.PROPERTIES);
        }
        // an empty default of the process is how a shell unsets one
        text = environment.systemProperty(setting);
        if (text != null && !text.isBlank()) {
            return checked(setting, text, Origin.SYSTEM_PROPERTY);
        }
        text = environment.variable(setting);
        if (text != null && !text.isBlank()) {
            return checked(setting, text, Origin.ENVIRONMENT);
        }
        return null;
    }

    private static SettingValue checked(Setting setting, String text, Origin origin) throws SettingsException {
        return new SettingValue(setting, ValueCheck.normal(setting, text, origin), origin);
    }

    Settings resolve(Dialect dialect) throws SettingsException {
        SettingValue semantics = named(Setting.SEMANTICS);
        boolean isNative = semantics != null && semantics.text().equals("native");
        List<SettingValue> values = new ArrayList<>(Setting.count());
        boolean allDefault = true;
        for (Setting setting : Setting.values()) {
            SettingValue value = named(setting);
            allDefault &= value == null;
            values.add(value != null ? value : unnamed(setting, isNative, dialect, values));
        }
        if (!allDefault) {
            Contradictions.refuse(values, dialect);
        }
        return new Settings(values);
    }

    private SettingValue unnamed(Setting setting, boolean isNative, Dialect dialect, List<SettingValue> before)
            throws SettingsException {
        String text = isNative ? nativeText(setting) : null;
        if (text != null) {
            return new SettingValue(setting, text, Origin.SEMANTICS);
        }
        return new SettingValue(setting, defaultText(setting, dialect, before), Origin.DEFAULT);
    }

    private static @Nullable String nativeText(Setting setting) {
        if (setting == Setting.TIME_ZONE
                || setting == Setting.LIKE_ESCAPE
                || setting == Setting.MAX_NAME_LENGTH
                || setting == Setting.EMPTY_STRINGS) {
            return "native";
        }
        if (setting == Setting.ISOLATION_LEVEL) {
            return "None";
        }
        return setting == Setting.ENCODING_CHECK ? "off" : null;
    }

    /** Chains instead of switches, which would load a class more on the way to the first row. */
    private String defaultText(Setting setting, Dialect dialect, List<SettingValue> before) throws SettingsException {
        if (setting == Setting.ISOLATION_LEVEL) {
            IsolationLevel level = dialect.defaultIsolationLevel();
            return level == null ? "None" : level.djangoName();
        }
        if (setting == Setting.DIALECT) {
            return dialect.name();
        }
        if (setting == Setting.MAX_NAME_LENGTH) {
            int limit = dialect.defaultNameLimit();
            return limit == 0 ? "native" : Integer.toString(limit);
        }
        if (setting == Setting.POOL_MIN_SIZE) {
            SettingValue max = named(Setting.POOL_MAX_SIZE);
            String usual = setting.defaultText();
            return max != null && Integer.parseInt(max.text()) < Integer.parseInt(usual) ? max.text() : usual;
        }
        return setting == Setting.POOL_MAX_SIZE
                ? before.get(Setting.POOL_MIN_SIZE.position()).text()
                : setting.defaultText();
    }
}
