package io.djdbc.driver.target;

import io.djdbc.driver.settings.ConnectionRequest;
import io.djdbc.driver.settings.Setting;
import io.djdbc.driver.settings.Settings;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What makes two requests lead to the same target: URL, vendor's properties (user and password among them) and
 * settings. Not a record, whose {@code hashCode} costs the first connection of a JVM 20 ms of bootstrapping.
 */
final class TargetKey {
    private final String url;
    private final Properties vendorProperties;
    private final Settings settings;
    private final int hash;

    TargetKey(ConnectionRequest request) {
        url = request.url();
        vendorProperties = request.vendorProperties();
        settings = request.settings();
        hash = url.hashCode() * 31 + vendorProperties.hashCode();
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TargetKey key
                && key.hash == hash
                && key.url.equals(url)
                && key.vendorProperties.equals(vendorProperties)
                && hasSettings(key.settings);
    }

    private boolean hasSettings(Settings others) {
        for (Setting setting : Setting.values()) {
            if (settings.isNamed(setting) != others.isNamed(setting)
                    || !settings.text(setting).equals(others.text(setting))) {
                return false;
            }
        }
        return true;
    }
}
