package io.djdbc.driver.target;

import io.djdbc.driver.settings.ConnectionRequest;
import io.djdbc.driver.settings.Setting;
import io.djdbc.driver.settings.Settings;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What makes two requests lead to the same target: URL, vendor's properties (user and password among them), settings,
 * and, of several applications with a driver of their own, whose it is. Not a record, whose {@code hashCode} costs the first connection of a JVM 20 ms of bootstrapping.
 */
final class TargetKey {
    private final String url;
    private final Properties vendorProperties;
    private final Settings settings;
    private final @Nullable Reference<ClassLoader> application;
    private final int hash;

    /** @param application the class loader of the vendor's driver; null if it is one that djdbc itself sees */
    TargetKey(ConnectionRequest request, @Nullable ClassLoader application) {
        url = request.url();
        vendorProperties = request.vendorProperties();
        settings = request.settings();
        this.application = application == null ? null : new WeakReference<>(application);
        hash = url.hashCode() * 31 + vendorProperties.hashCode();
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TargetKey key && isSameRequest(key) && isSameApplication(key);
    }

    private boolean isSameApplication(TargetKey key) {
        if (application == null || key.application == null) {
            return application == key.application;
        }
        ClassLoader loader = application.get();
        return loader != null ? loader == key.application.get() : this == key;
    }

    /** Whether the two differ in nothing but whose driver it is. */
    boolean isSameRequest(TargetKey key) {
        return key.hash == hash
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
