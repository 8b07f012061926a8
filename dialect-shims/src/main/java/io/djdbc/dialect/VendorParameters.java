package io.djdbc.dialect;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What the user has given to the vendor's driver: the parameters of the URL, and properties. */
final class VendorParameters {

    private final String url;
    private final Properties properties;
    private final boolean ignoreCase;

    VendorParameters(String url, Properties properties, boolean ignoreCase) {
        this.url = url;
        this.properties = properties;
        this.ignoreCase = ignoreCase;
    }

    boolean has(String name) {
        return inProperties(name) != null || inUrl(name) >= 0;
    }

    boolean hasInUrl(String name) {
        return inUrl(name) >= 0;
    }

    /** Sets the property unless the user has named it, in the URL or in the properties. */
    void setUnlessNamed(String name, String value) {
        if (!has(name)) {
            properties.setProperty(name, value);
        }
    }

    /** The value that the property has, else the one in the URL, decoded; null if there is none. */
    @Nullable
    String value(String name) {
        String value = inProperties(name);
        if (value != null) {
            return value;
        }
        int at = inUrl(name);
        if (at < 0) {
            return null;
        }
        int start = at + name.length() + 1;
        int end = start;
        while (end < url.length() && "&;#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        String encoded = url.substring(start, end);
        // a plus is a plus in JDBC URLs ('+02:00'), unlike in HTML forms
        return encoded.indexOf('%') < 0
                ? encoded
                : URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private @Nullable String inProperties(String name) {
        String value = properties.getProperty(name);
        if (value != null || !ignoreCase) {
            return value;
        }
        for (String key : properties.stringPropertyNames()) {
            if (key.equalsIgnoreCase(name)) {
                return properties.getProperty(key);
            }
        }
        return null;
    }

    /** Where the URL names the parameter, after one of the characters that vendors put before a name; -1 if nowhere. */
    private int inUrl(String name) {
        int length = name.length();
        for (int i = Math.max(1, url.indexOf('=') - length); i < url.length() - length; i++) {
            if (url.charAt(i + length) == '='
                    && "?&;(,".indexOf(url.charAt(i - 1)) >= 0
                    && url.regionMatches(ignoreCase, i, name, 0, length)) {
                return i;
            }
        }
        return -1;
    }
}
