package io.djdbc.driver.settings;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What this process was started with. Only names of ours are looked at; anything else that starts alike is not ours. */
final class ProcessEnvironment implements Environment {

    private final FixedEnvironment systemProperties = new FixedEnvironment(System.getProperties(), new Properties());

    @Override
    public @Nullable String systemProperty(Setting setting) {
        return systemProperties.systemProperty(setting);
    }

    @Override
    public @Nullable String variable(Setting setting) {
        return System.getenv(setting.environmentVariable());
    }
}
