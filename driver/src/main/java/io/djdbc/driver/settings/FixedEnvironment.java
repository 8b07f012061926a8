package io.djdbc.driver.settings;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** System properties as they are now, and variables as they are given. */
final class FixedEnvironment implements Environment {

    private static final String PREFIX = "djdbc.";

    private final Properties variables;

    /** Ours by ordinal, so that the many that are not ours are walked through once. */
    private final @Nullable String[] systemProperties = new String[Setting.values().length];

    FixedEnvironment(Properties systemProperties, Properties variables) {
        this.variables = variables;
        for (String name : systemProperties.stringPropertyNames()) {
            if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
                Setting setting = Setting.byName(name.substring(PREFIX.length()));
                if (setting != null) {
                    this.systemProperties[setting.ordinal()] = systemProperties.getProperty(name);
                }
            }
        }
    }

    @Override
    public @Nullable String systemProperty(Setting setting) {
        return systemProperties[setting.ordinal()];
    }

    @Override
    public @Nullable String variable(Setting setting) {
        return variables.getProperty(setting.environmentVariable());
    }
}
