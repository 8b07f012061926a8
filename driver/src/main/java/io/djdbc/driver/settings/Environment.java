package io.djdbc.driver.settings;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The defaults that the process gives: system properties and environment variables; another one in tests. Only names
 * of ours are looked at; what merely starts like them is not ours.
 */
public final class Environment {

    private static final String PREFIX = "djdbc.";

    /** Ours by position, so that the many that are not ours are walked through once; null if there are none. */
    private final @Nullable String @Nullable [] systemProperties;

    /** Null for those of the process. */
    private final @Nullable Properties variables;

    private Environment(Properties systemProperties, @Nullable Properties variables) {
        @Nullable String[] ours = null;
        for (String name : systemProperties.stringPropertyNames()) {
            if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
                Setting setting = Setting.byName(name.substring(PREFIX.length()));
                if (setting != null) {
                    if (ours == null) {
                        ours = new String[Setting.count()];
                    }
                    ours[setting.position()] = systemProperties.getProperty(name);
                }
            }
        }
        this.systemProperties = ours;
        this.variables = variables;
    }

    /** That of this process, its system properties as they are now. */
    public static Environment ofProcess() {
        return new Environment(System.getProperties(), null);
    }

    /** One without anything. */
    public static Environment empty() {
        return of(new Properties(), new Properties());
    }

    /** One that holds these system properties and these variables. */
    public static Environment of(Properties systemProperties, Properties variables) {
        return new Environment(systemProperties, variables);
    }

    /** The Java system property of this setting, its name in any case; null if there is none. */
    @Nullable
    String systemProperty(Setting setting) {
        return systemProperties == null ? null : systemProperties[setting.position()];
    }

    /** The environment variable of this setting; null if there is none. */
    @Nullable
    String variable(Setting setting) {
        String name = setting.environmentVariable();
        return variables == null ? System.getenv(name) : variables.getProperty(name);
    }
}
