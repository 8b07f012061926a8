package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import io.djdbc.driver.SettingsException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Takes one URL and its Properties apart; used once. It runs on the way to the first row of each JVM, so what only
 * odd URLs need is in classes that only they load.
 */
final class RequestParser {

    private final String url;
    private final String vendorPart;
    private final Environment environment;
    private final Dialect urlDialect;
    private @Nullable NamedValues fromUrl;
    private @Nullable NamedValues fromProperties;
    private @Nullable Suspects suspects;

    /** @param vendorPart the URL without {@code jdbc:djdbc:} */
    RequestParser(String url, String vendorPart, Environment environment) {
        this.url = url;
        this.vendorPart = vendorPart;
        this.environment = environment;
        this.urlDialect = Dialects.forUrl(vendorPart);
    }

    ConnectionRequest parse(@Nullable Properties info) throws SettingsException {
        if (vendorPart.isEmpty()
                || vendorPart.regionMatches(true, 0, "jdbc:", 0, 5)
                || vendorPart.regionMatches(true, 0, "djdbc:", 0, 6)) {
            FormErrors.throwBadUrl(url);
        }
        UrlParameters parameters = hasSeparator(vendorPart) ? new UrlParameters(vendorPart, urlDialect) : null;
        if (parameters != null) {
            takeOurs(parameters);
        }
        Properties vendorProperties = copyOf(info);
        takeOurs(vendorProperties);
        for (String name : environment.others()) {
            String near = ParameterName.nearest(name.substring(Environment.PREFIX_LENGTH));
            if (near != null) {
                suspects().addUnknown(name, name.substring(0, Environment.PREFIX_LENGTH) + near, " (of this process)");
            }
        }
        SettingsResolver resolver = new SettingsResolver(fromUrl, fromProperties, environment);
        List<String> warnings = List.of();
        if (suspects != null) {
            warnings = suspects.judge(!"false".equals(resolver.named(Setting.STRICT_PARAMETERS)));
        }
        String named = resolver.named(Setting.DIALECT);
        Dialect dialect = named == null ? null : Dialects.byName(named);
        Dialect effective = dialect == null ? urlDialect : dialect;
        String timeZone = resolver.named(Setting.TIME_ZONE);
        if (timeZone != null && resolver.origin(Setting.TIME_ZONE).isOfConnection()) {
            SettingValue ours = new SettingValue(Setting.TIME_ZONE, timeZone, resolver.origin(Setting.TIME_ZONE));
            VendorsWord.refuseOther(ours, effective, parameters, vendorProperties);
        }
        return new ConnectionRequest(
                url,
                "jdbc:" + (parameters == null ? vendorPart : parameters.text()),
                vendorProperties,
                urlDialect,
                effective,
                resolver.resolve(effective),
                warnings);
    }

    private void takeOurs(UrlParameters parameters) throws SettingsException {
        for (Iterator<String> all = parameters.parameters().iterator(); all.hasNext(); ) {
            String parameter = all.next();
            int equals = parameter.indexOf('=');
            String name = (equals < 0 ? parameter : parameter.substring(0, equals)).trim();
            Setting setting = ours(name);
            if (setting != null) {
                String raw = equals < 0 ? "" : parameters.quoting().unquote(parameter.substring(equals + 1));
                String value = raw.indexOf('%') < 0 ? raw : PercentDecoder.decode(raw);
                if (value == null) {
                    FormErrors.throwBadEscape(setting, raw);
                } else {
                    fromUrl = with(fromUrl, setting, value, "the URL");
                }
                all.remove();
            } else if (equals >= 0) {
                // without a value it could be the rest of a password that holds a separator
                suspect(name, "");
            }
        }
        if (!parameters.parameters().isEmpty() || hasSeparator(parameters.head())) {
            Setting misplaced = MisplacedParameter.find(parameters, urlDialect);
            if (misplaced != null) {
                suspects().addMisplaced(misplaced, urlDialect);
            }
        }
    }

    private static boolean hasSeparator(String head) {
        return head.indexOf('?') >= 0 || head.indexOf(';') >= 0 || head.indexOf('&') >= 0;
    }

    private void takeOurs(Properties vendorProperties) throws SettingsException {
        for (Iterator<Map.Entry<Object, Object>> all =
                        vendorProperties.entrySet().iterator();
                all.hasNext(); ) {
            Map.Entry<Object, Object> entry = all.next();
            if (!(entry.getKey() instanceof String name)) {
                continue;
            }
            Setting setting = ours(name);
            if (setting != null) {
                fromProperties = with(fromProperties, setting, String.valueOf(entry.getValue()), "the Properties");
                all.remove();
            } else {
                suspect(name, " (in the Properties)");
            }
        }
    }

    private @Nullable Setting ours(String name) {
        return urlDialect.ownsParameter(name) ? null : Setting.byName(name);
    }

    private static NamedValues with(@Nullable NamedValues known, Setting setting, String value, String where)
            throws SettingsException {
        NamedValues named = known == null ? new NamedValues() : known;
        if (!named.put(setting, value)) {
            FormErrors.throwTwice(setting, where);
        }
        return named;
    }

    private void suspect(String name, String where) {
        ParameterName whose = ParameterName.of(name, urlDialect);
        if (whose.isUnknown()) {
            suspects().addUnknown(name, whose.suggestion(), where);
        }
    }

    private Suspects suspects() {
        if (suspects == null) {
            suspects = new Suspects();
        }
        return suspects;
    }

    /**
     * A flat copy: what hides in the defaults of {@code new Properties(info)} comes along, and so do other objects than
     * Strings.
     */
    private static Properties copyOf(@Nullable Properties info) {
        Properties copy = new Properties();
        if (info != null) {
            for (String name : info.stringPropertyNames()) {
                copy.setProperty(name, info.getProperty(name));
            }
            copy.putAll(info);
        }
        return copy;
    }
}
