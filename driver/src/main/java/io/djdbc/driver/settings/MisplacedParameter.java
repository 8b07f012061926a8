package io.djdbc.driver.settings;

import io.djdbc.dialect.Dialect;
import org.jspecify.annotations.Nullable;

/**
 * Finds one of our parameters behind a separator that this vendor does not use, such as {@code ;CONN_MAX_AGE=60} in a
 * PostgreSQL URL: the vendor would take it for a part of the database's name, or of another value.
 */
final class MisplacedParameter {

    private MisplacedParameter() {}

    /** @param vendorUrl the vendor's part of the URL, from which our parameters have been taken */
    static @Nullable Setting find(UrlParameters vendorUrl, Dialect dialect) {
        String head = vendorUrl.head();
        int credentials = OracleUrl.credentialsStart(head);
        Setting found = find(head, credentials < 0 ? 0 : OracleUrl.credentialsEnd(head, credentials) + 1, dialect);
        for (String parameter : vendorUrl.parameters()) {
            int value = parameter.indexOf('=') + 1;
            boolean quoted =
                    !vendorUrl.quoting().unquote(parameter.substring(value)).equals(parameter.substring(value));
            if (found == null && !quoted) {
                found = find(parameter, value, dialect);
            }
        }
        return found;
    }

    private static @Nullable Setting find(String text, int from, Dialect dialect) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '?' && c != '&' && c != ';') {
                continue;
            }
            int equals = text.indexOf('=', i);
            if (equals < 0) {
                return null;
            }
            String name = text.substring(i + 1, equals);
            Setting setting = Setting.byName(name);
            // in capitals only: lower case is as likely the vendor's
            if (setting != null && setting.name().equals(name) && !dialect.ownsParameter(name)) {
                return setting;
            }
        }
        return null;
    }
}
