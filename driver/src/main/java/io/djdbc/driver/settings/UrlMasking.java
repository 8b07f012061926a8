package io.djdbc.driver.settings;

/** Masks the secrets of a URL. */
final class UrlMasking {

    private UrlMasking() {}

    static String mask(String url) {
        return Masking.text(url);
    }
}
