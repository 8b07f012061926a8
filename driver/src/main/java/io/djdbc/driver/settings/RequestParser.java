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
    private final NamedValues fromUrl = new NamedValues();
    private final NamedValues fromProperties = new NamedValues();
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
        UrlParameters parameters = new UrlParameters(vendorPart, urlDialect);
        takeOurs(parameters);
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
            SettingValue strict = resolver.named(Setting.STRICT_PARAMETERS);
            warnings = suspects.judge(strict == null || !strict.text().equals("false"));
        }
        SettingValue named = resolver.named(Setting.DIALECT);
        Dialect dialect = named == null ? null : Dialects.byName(named.text());
        Dialect effective = dialect == null ? urlDialect : dialect;
        SettingValue timeZone = resolver.named(Setting.TIME_ZONE);
        if (timeZone != null && timeZone.origin().isOfConnection()) {
            VendorsWord.refuseOther(timeZone, effective, parameters, vendorProperties);
        }
        return new ConnectionRequest(
                url,
                "jdbc:" + parameters.text(),
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
            ParameterName whose = ParameterName.of(name, urlDialect);
            Setting setting = whose.setting();
            if (setting != null) {
                String raw = equals < 0 ? "" : parameters.quoting().unquote(parameter.substring(equals + 1));
                String value = raw.indexOf('%') < 0 ? raw : PercentDecoder.decode(raw);
                if (value == null) {
                    FormErrors.throwBadEscape(setting, raw);
                } else if (!fromUrl.put(setting, value)) {
                    FormErrors.throwTwice(setting, "the URL");
                }
                all.remove();
            } else if (whose.isUnknown() && equals >= 0) {
                // without a value it could be the rest of a password that holds a separator
                suspects().addUnknown(name, whose.suggestion(), "");
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
            ParameterName whose = ParameterName.of(name, urlDialect);
            Setting setting = whose.setting();
            if (setting != null) {
                if (!fromProperties.put(setting, String.valueOf(entry.getValue()))) {
                    FormErrors.throwTwice(setting, "the Properties");
                }
                all.remove();
            } else if (whose.isUnknown()) {
                suspects().addUnknown(name, whose.suggestion(), " (in the Properties)");
            }
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
