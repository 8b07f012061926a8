package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import io.djdbc.dialect.ParameterSyntax;
import io.djdbc.driver.SettingsException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Takes one URL and its Properties apart; used once. */
final class RequestParser {

    private final String url;
    private final String vendorPart;
    private final String jdbc;
    private final Environment environment;
    private final Dialect urlDialect;
    private final NamedValues fromUrl = new NamedValues();
    private final NamedValues fromProperties = new NamedValues();
    private final List<SettingsException> suspects = new ArrayList<>();

    RequestParser(String url, String vendorPart, String jdbc, Environment environment) {
        this.url = url;
        this.vendorPart = vendorPart;
        this.jdbc = jdbc;
        this.environment = environment;
        this.urlDialect = Dialects.forUrl(vendorPart);
    }

    ConnectionRequest parse(@Nullable Properties info) throws SettingsException {
        if (vendorPart.isEmpty()
                || vendorPart.regionMatches(true, 0, "jdbc:", 0, 5)
                || vendorPart.regionMatches(true, 0, "djdbc:", 0, 6)) {
            throw badUrl();
        }
        UrlParameters parameters = new UrlParameters(vendorPart, urlDialect);
        takeOurs(parameters);
        Setting misplaced = MisplacedParameter.find(parameters, urlDialect);
        if (misplaced != null) {
            suspects.add(misplaced(misplaced));
        }
        Properties vendorProperties = copyOf(info);
        takeOurs(vendorProperties);
        SettingsResolver resolver = new SettingsResolver(fromUrl, fromProperties, environment);
        List<String> warnings = judgeSuspects(resolver);
        SettingValue named = resolver.named(Setting.DIALECT);
        Dialect dialect = named == null ? null : Dialects.byName(named.text());
        Dialect effective = dialect == null ? urlDialect : dialect;
        return new ConnectionRequest(
                url, jdbc + parameters, vendorProperties, urlDialect, effective, resolver.resolve(effective), warnings);
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
                String value = PercentDecoder.decode(raw);
                if (value == null) {
                    throw badEscape(setting, raw);
                }
                if (!fromUrl.put(setting, value)) {
                    throw twice(setting, "the URL");
                }
                all.remove();
            } else if (whose.isUnknown() && equals >= 0) {
                // without a value it could be the rest of a password that holds a separator
                suspects.add(unknown(name, whose.suggestion(), ""));
            }
        }
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
                    throw twice(setting, "the Properties");
                }
                all.remove();
            } else if (whose.isUnknown()) {
                suspects.add(unknown(name, whose.suggestion(), " (in the Properties)"));
            }
        }
    }

    /** A flat copy: what hides in the defaults of {@code new Properties(info)} comes along, and so do other objects than Strings. */
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

    private List<String> judgeSuspects(SettingsResolver resolver) throws SettingsException {
        List<String> warnings = new ArrayList<>();
        SettingValue strict = resolver.named(Setting.STRICT_PARAMETERS);
        for (SettingsException exception : suspects) {
            if (strict == null || !strict.text().equals("false")) {
                throw exception;
            }
            warnings.add(exception.getMessage() + " (passed on to the vendor's driver)");
        }
        return warnings;
    }

    private static SettingsException unknown(String name, @Nullable String suggestion, String place) {
        String remedy = suggestion == null
                ? "; remove it, or pass it on to the vendor's driver with STRICT_PARAMETERS=false"
                : "; did you mean " + suggestion + "?";
        return new SettingsException(name + ": unknown parameter" + place + remedy, name, null, List.of(), suggestion);
    }

    private SettingsException misplaced(Setting setting) {
        boolean query = urlDialect.parameterSyntax() == ParameterSyntax.QUERY;
        String example = query ? "?NAME=value&NAME=value" : ";NAME=value;NAME=value";
        return new SettingsException(
                setting.name() + ": stands behind a separator that is none in this URL; parameters of "
                        + urlDialect.name() + " are written " + example,
                setting.name(),
                null,
                List.of(),
                null);
    }

    private static SettingsException twice(Setting setting, String place) {
        return new SettingsException(
                setting.name() + ": named twice in " + place + "; remove one", setting.name(), null, List.of(), null);
    }

    private static SettingsException badEscape(Setting setting, String raw) {
        String shown = BadValue.shown(setting, raw);
        return new SettingsException(
                setting.name() + "=" + shown + ": broken percent escape; write a percent sign as %25",
                setting.name(),
                shown,
                setting.allowedValues(),
                null);
    }

    private SettingsException badUrl() {
        return new SettingsException(
                "URL=" + Masking.url(url) + ": after jdbc:djdbc: comes the vendor's URL without its jdbc:, as in"
                        + " jdbc:djdbc:postgresql://host/database",
                "URL",
                Masking.url(url),
                List.of(),
                null);
    }
}
