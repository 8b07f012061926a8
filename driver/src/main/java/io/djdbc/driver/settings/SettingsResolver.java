package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.IsolationLevel;
import io.djdbc.driver.SettingsException;
import org.jspecify.annotations.Nullable;

/**
 * Chooses for each setting the strongest of its sources: URL, Properties, system property, environment, default. Where
 * a value came from is found out when somebody asks, which most JVMs never do.
 */
final class SettingsResolver {

    private final @Nullable NamedValues url;
    private final @Nullable NamedValues properties;
    private final Environment environment;

    /**
     * @param url null if it names nothing
     * @param properties null if they name nothing
     */
    SettingsResolver(@Nullable NamedValues url, @Nullable NamedValues properties, Environment environment) {
        this.url = url;
        this.properties = properties;
        this.environment = environment;
    }

    /** The value that somebody named, in normal form; null if nobody did. */
    @Nullable
    String named(Setting setting) throws SettingsException {
        String raw = raw(setting);
        if (raw == null) {
            return null;
        }
        String text = ValueCheck.normal(setting, raw);
        if (text == null) {
            BadValue.refuse(setting, raw, origin(setting));
        }
        return text;
    }

    /** Whether somebody named it, wherever. */
    boolean isNamed(Setting setting) {
        return raw(setting) != null;
    }

    private @Nullable String raw(Setting setting) {
        String text = text(url, setting);
        if (text == null) {
            text = text(properties, setting);
        }
        if (text == null) {
            text = unlessBlank(environment.systemProperty(setting));
        }
        return text != null ? text : unlessBlank(environment.variable(setting));
    }

    private static @Nullable String text(@Nullable NamedValues source, Setting setting) {
        return source == null ? null : source.get(setting);
    }

    /** An empty default of the process is how a shell unsets one. */
    private static @Nullable String unlessBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** @param isNative whether {@code SEMANTICS=native} holds */
    Origin origin(Setting setting, boolean isNative) {
        return !isNamed(setting) && isNative && nativeText(setting) != null ? Origin.SEMANTICS : origin(setting);
    }

    Origin origin(Setting setting) {
        if (text(url, setting) != null) {
            return Origin.URL;
        }
        if (text(properties, setting) != null) {
            return Origin.PROPERTIES;
        }
        if (unlessBlank(environment.systemProperty(setting)) != null) {
            return Origin.SYSTEM_PROPERTY;
        }
        return isNamed(setting) ? Origin.ENVIRONMENT : Origin.DEFAULT;
    }

    Settings resolve(Dialect dialect) throws SettingsException {
        boolean isNative = "native".equals(named(Setting.SEMANTICS));
        String[] texts = new String[Setting.count()];
        boolean mayContradict = false;
        for (Setting setting : Setting.values()) {
            String text = named(setting);
            mayContradict |= text != null && setting != Setting.SEMANTICS;
            texts[setting.position()] = text != null ? text : unnamed(setting, isNative, dialect, texts);
        }
        Settings settings = new Settings(texts, this);
        if (mayContradict) {
            Contradictions.refuse(settings, dialect);
        }
        return settings;
    }

    private String unnamed(Setting setting, boolean isNative, Dialect dialect, String[] before)
            throws SettingsException {
        String text = isNative ? nativeText(setting) : null;
        return text != null ? text : defaultText(setting, dialect, before);
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
    private String defaultText(Setting setting, Dialect dialect, String[] before) throws SettingsException {
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
            String max = named(Setting.POOL_MAX_SIZE);
            String usual = setting.defaultText();
            return max != null && Integer.parseInt(max) < Integer.parseInt(usual) ? max : usual;
        }
        return setting == Setting.POOL_MAX_SIZE ? before[Setting.POOL_MIN_SIZE.position()] : setting.defaultText();
    }
}
