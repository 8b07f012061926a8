package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import io.djdbc.driver.SettingsException;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What an application asked for with a URL and Properties, taken apart: the vendor's share, untouched, and ours,
 * checked. Immutable.
 */
public final class ConnectionRequest {

    private static final String PREFIX = "jdbc:djdbc:";

    private final String url;
    private final String vendorUrl;
    private final Properties vendorProperties;
    private final Dialect urlDialect;
    private final Dialect dialect;
    private final Settings settings;
    private final List<String> warnings;
    private final int hash;

    ConnectionRequest(
            String url,
            String vendorUrl,
            Properties vendorProperties,
            Dialect urlDialect,
            Dialect dialect,
            Settings settings,
            List<String> warnings) {
        this.url = url;
        this.vendorUrl = vendorUrl;
        this.vendorProperties = vendorProperties;
        this.urlDialect = urlDialect;
        this.dialect = dialect;
        this.settings = settings;
        this.warnings = List.copyOf(warnings);
        this.hash = url.hashCode() * 31 + vendorProperties.hashCode();
    }

    /** Whether the URL is one of djdbc's: {@code jdbc:djdbc:…}, in any case. */
    public static boolean accepts(@Nullable String url) {
        return url != null && url.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /**
     * Takes a URL and its Properties apart, with the defaults of this process.
     *
     * @param info not changed; entries in its defaults count too
     * @return null if the URL is not djdbc's
     * @throws SettingsException (08001) if one of djdbc's parameters is unknown, bad or contradictory
     */
    public static @Nullable ConnectionRequest parse(@Nullable String url, @Nullable Properties info)
            throws SettingsException {
        return accepts(url) ? parse(url, info, Environment.ofProcess()) : null;
    }

    /** The same with other defaults than those of this process. */
    public static @Nullable ConnectionRequest parse(
            @Nullable String url, @Nullable Properties info, Environment environment) throws SettingsException {
        if (url == null || !accepts(url)) {
            return null;
        }
        return new RequestParser(url, url.substring(PREFIX.length()), environment).parse(info);
    }

    /** The URL as the application gave it. It may hold secrets: see {@link #maskedUrl()}. */
    public String url() {
        return url;
    }

    /** The URL for people: secrets masked. */
    public String maskedUrl() {
        return Masking.url(url);
    }

    /** The vendor's URL: the very text without our prefix and our parameters. It may hold secrets. */
    public String vendorUrl() {
        return vendorUrl;
    }

    /** The vendor's URL for people: secrets masked. */
    public String maskedVendorUrl() {
        return Masking.url(vendorUrl);
    }

    /** A new copy of the Properties without our parameters; the caller may change it. */
    public Properties vendorProperties() {
        Properties copy = new Properties();
        copy.putAll(vendorProperties);
        return copy;
    }

    /** The dialect of the vendor's driver: its class names and URL syntax. */
    public Dialect urlDialect() {
        return urlDialect;
    }

    /** The dialect of the database: {@link #urlDialect()} unless the setting {@code DIALECT} says otherwise. */
    public Dialect dialect() {
        return dialect;
    }

    public Settings settings() {
        return settings;
    }

    /** What was let pass with {@code STRICT_PARAMETERS=false}; without secrets. */
    public List<String> warnings() {
        return warnings;
    }

    /** Whether another one asks for the same: URL, vendor's properties (user and password among them) and settings. */
    public boolean isSame(ConnectionRequest other) {
        return other.hash == hash
                && other.url.equals(url)
                && other.vendorProperties.equals(vendorProperties)
                && other.settings.isSame(settings);
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "ConnectionRequest[" + maskedUrl() + ", " + settings + "]";
    }
}
