package io.djdbc.driver.settings;

import org.jspecify.annotations.Nullable;

/** The settings that one source names, each at most once. */
final class NamedValues {

    private final @Nullable String[] texts = new String[Setting.count()];

    @Nullable
    String get(Setting setting) {
        return texts[setting.position()];
    }

    /** Whether it was new; otherwise nothing happens. */
    boolean put(Setting setting, String text) {
        if (texts[setting.position()] != null) {
            return false;
        }
        texts[setting.position()] = text;
        return true;
    }
}
