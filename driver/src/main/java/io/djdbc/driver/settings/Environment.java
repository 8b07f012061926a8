package io.djdbc.driver.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The defaults that the process gives: system properties and environment variables; another one in tests. What merely
 * starts like a name of ours is not ours, but what is a slip of the keyboard away from one is
 * refused: see {@link Suspects}.
 */
public final class Environment {

    private static final String PROPERTY_PREFIX = "djdbc.";
    private static final String VARIABLE_PREFIX = "DJDBC_";

    /** Of either. */
    static final int PREFIX_LENGTH = 6;

    /** By position, so that the many that are not ours are walked through once; null if there are none. */
    private @Nullable String @Nullable [] systemProperties;

    /** Likewise. */
    private @Nullable String @Nullable [] variables;

    /** Names that start like ours and are none; null if there are none, as mostly. */
    private @Nullable List<String> others;

    private Environment(Properties systemProperties, Map<?, ?> variables) {
        for (String name : systemProperties.stringPropertyNames()) {
            if (name.regionMatches(true, 0, PROPERTY_PREFIX, 0, PREFIX_LENGTH)) {
                this.systemProperties = with(
                        this.systemProperties, name, Setting.byName(bare(name)), systemProperties.getProperty(name));
            }
        }
        for (Object key : variables.keySet()) {
            if (key instanceof String name && name.startsWith(VARIABLE_PREFIX)) {
                Setting setting = Setting.byName(bare(name));
                boolean ours = setting != null && setting.environmentVariable().equals(name);
                this.variables = with(this.variables, name, ours ? setting : null, variables.get(name));
            }
        }
    }

    private static String bare(String name) {
        return name.substring(PREFIX_LENGTH);
    }

    private @Nullable String @Nullable [] with(
            @Nullable String @Nullable [] known, String name, @Nullable Setting setting, @Nullable Object value) {
        if (setting == null) {
            if (others == null) {
                others = new ArrayList<>();
            }
            others.add(name);
            return known;
        }
        @Nullable String[] more = known == null ? new String[Setting.count()] : known;
        more[setting.position()] = value == null ? null : value.toString();
        return more;
    }

    /** That of this process, its system properties as they are now. */
    public static Environment ofProcess() {
        return new Environment(System.getProperties(), System.getenv());
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
        return variables == null ? null : variables[setting.position()];
    }

    /** Names of the process that start like ours, {@code djdbc.} or {@code DJDBC_}, and are none of ours. */
    List<String> others() {
        return others == null ? List.of() : others;
    }
}
