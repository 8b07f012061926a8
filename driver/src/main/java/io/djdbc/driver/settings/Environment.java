package io.djdbc.driver.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The defaults that the process gives: system properties and environment variables; another one in tests. What merely
 * starts like a name of ours is not ours, but what is a slip of the keyboard away from one is
 * refused: see {@link Suspects}.
 */
public final class Environment {

    private static final String PREFIX = "djdbc.";
    private static final String VARIABLE_PREFIX = "DJDBC_";

    /** Of either. */
    static final int PREFIX_LENGTH = 6;

    /** Ours by position, so that the many that are not ours are walked through once; null if there are none. */
    private final @Nullable String @Nullable [] systemProperties;

    /** Null for those of the process. */
    private final @Nullable Properties variables;

    /** System properties that start like ours and are none; null if there are none, as mostly. */
    private final @Nullable List<String> others;

    private Environment(Properties systemProperties, @Nullable Properties variables) {
        @Nullable String[] ours = null;
        List<String> unknown = null;
        for (String name : systemProperties.stringPropertyNames()) {
            if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
                Setting setting = Setting.byName(name.substring(PREFIX.length()));
                if (setting != null) {
                    if (ours == null) {
                        ours = new String[Setting.count()];
                    }
                    ours[setting.position()] = systemProperties.getProperty(name);
                } else {
                    if (unknown == null) {
                        unknown = new ArrayList<>();
                    }
                    unknown.add(name);
                }
            }
        }
        this.systemProperties = ours;
        this.others = unknown;
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

    /** Names of the process that start like ours, {@code djdbc.} or {@code DJDBC_}, and are none of ours. */
    List<String> others() {
        List<String> all = others == null ? null : new ArrayList<>(others);
        for (Object name : variables == null ? System.getenv().keySet() : variables.keySet()) {
            if (name instanceof String variable && isOther(variable)) {
                all = all == null ? new ArrayList<>() : all;
                all.add(variable);
            }
        }
        return all == null ? List.of() : all;
    }

    private static boolean isOther(String variable) {
        return variable.startsWith(VARIABLE_PREFIX)
                && Setting.byName(variable.substring(VARIABLE_PREFIX.length())) == null;
    }
}
