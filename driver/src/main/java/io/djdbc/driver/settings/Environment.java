package io.djdbc.driver.settings;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The defaults that the process gives: system properties and environment variables; another one in tests. */
public interface Environment {

    /** The Java system property of this setting, its name in any case; null if there is none. */
    @Nullable
    String systemProperty(Setting setting);

    /** The environment variable of this setting; null if there is none. */
    @Nullable
    String variable(Setting setting);

    /** That of this process. */
    static Environment ofProcess() {
        return new ProcessEnvironment();
    }

    /** One without anything. */
    static Environment empty() {
        return of(new Properties(), new Properties());
    }

    /** One that holds these system properties and these variables. */
    static Environment of(Properties systemProperties, Properties variables) {
        return new FixedEnvironment(systemProperties, variables);
    }
}
