package io.djdbc.driver.settings;

import io.djdbc.driver.SettingsException;
import java.sql.DriverPropertyInfo;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The table of parameters in the form of {@link java.sql.Driver#getPropertyInfo}. */
public final class PropertyInfos {

    private PropertyInfos() {}

    /**
     * One for each setting, in the order of the table, with the value that it has for this URL and these Properties;
     * no value for one that may hold a secret, as tools show it, and would give a masked one back to us. As tools ask while the user still types, a URL or Properties in error give the plain table instead of an exception.
     */
    public static DriverPropertyInfo[] of(@Nullable String url, @Nullable Properties info) {
        Settings settings = settings(url, info);
        List<Setting> all = List.of(Setting.values());
        DriverPropertyInfo[] infos = new DriverPropertyInfo[all.size()];
        for (Setting setting : all) {
            String value = settings == null ? null : settings.text(setting);
            boolean shown = value != null && !value.isEmpty() && !setting.isSecret();
            infos[setting.position()] = of(setting, shown ? value : null);
        }
        return infos;
    }

    private static DriverPropertyInfo of(Setting setting, @Nullable String value) {
        DriverPropertyInfo info = new DriverPropertyInfo(setting.name(), value);
        info.description = setting.description();
        info.required = false;
        boolean closed = setting.type() == ValueType.BOOLEAN || setting.type() == ValueType.CHOICE;
        info.choices = closed ? setting.choices().toArray(new String[0]) : null;
        return info;
    }

    private static @Nullable Settings settings(@Nullable String url, @Nullable Properties info) {
        try {
            ConnectionRequest request = ConnectionRequest.parse(url, info);
            return request == null ? null : request.settings();
        } catch (SettingsException e) {
            return null;
        }
    }
}
